import type { Counts } from '@article21/model';
import { concerning, concerns, type Remark, remarkLines, remarksOn } from '../annotations.ts';
import type { Chart, Drawing, Mark } from '../chart.ts';
import { groupsOf, type MeasureRows } from '../groups.ts';
import { notesOf } from '../notes.ts';
import type { Box } from '../panel.ts';
import { type Plots, picture } from '../picture.ts';
import type { Plot } from '../plot.ts';
import { remarkBand } from '../remark-band.ts';
import { silentNotes } from '../silent-rows.ts';
import { stripPanel } from '../strip-panel.ts';
import { stripsOf } from '../strips.ts';
import { type TimeAxis, timeAxis } from '../time.ts';
import { MANY, sharedNote } from '../together.ts';

/** Places that one picture can hold for each measure; how many more there are is said under it. */
const MOST_STRIPS = 12;

/**
 * Columns over time: a strip for each place, a group of strips with one scale for each measure, one axis of time for
 * all. Columns, not a line, because nothing is known between two periods; where no record is, nothing is drawn.
 */
export const line: Chart = {
  needs: { by: [['period'], ['place', 'period']], every: null, places: 1 },
  draw: drawLine,
};

function drawLine(counts: Counts, plot: Plot): Drawing {
  const { groups, hidden } = groupsOf(counts, MOST_STRIPS, plot);
  const notes = [...silentNotes(groups, counts, plot), ...notesOf(counts, { dated: true, hidden }, plot)];
  return picture(plot.words.chart.line.name, notes, plot, (top) => plots(groups, top, plot));
}

function plots(groups: readonly MeasureRows[], top: number, plot: Plot): Plots {
  const dated = groups.flatMap((group) => group.rows.flatMap((row) => row.counts));
  const remarks: Remark[] = [];
  const beside: Remark[] = [];
  const times: TimeAxis[] = [];
  const { strips, shapes, bottom } = stripsOf(groups, top, plot, (g, box) => {
    if (g !== groups.findIndex((group) => group.rows.length > 0)) return { shapes: [], height: 0 };
    const time = timeAxis(dated, box.width, plot);
    times.push(time);
    const rows = groups.flatMap((group) => group.rows);
    remarks.push(...concerning(remarksOn(time, plot), rows, plot));
    const band = remarkBand(remarks, time, box, plot);
    beside.push(...band.beside);
    return band;
  });
  const [time] = times;
  if (!time) return { panels: [], shapes, marks: [], bottom, ringed: false };
  const many = dated.length > MANY;
  const marks: Mark[] = [];
  let ringed = false;
  const panels = strips.map((strip, index) => {
    const own = remarks.filter((remark) => concerns(remark, strip.row.place, plot));
    const behind = (labels: readonly Box[]) => remarkLines(own, { time, box: strip.box }, labels, plot);
    const drawn = stripPanel({ ...strip, time }, { panel: index, mark: marks.length, many }, behind, plot);
    marks.push(...drawn.marks);
    ringed ||= drawn.ringed;
    return drawn.panel;
  });
  const told = remarks.map((remark) => remark.dated);
  const key = sharedNote(many, strips, time, plot);
  const named = beside.map((remark) => remark.dated);
  return { panels, shapes, marks, bottom, ringed, key, named, told };
}
