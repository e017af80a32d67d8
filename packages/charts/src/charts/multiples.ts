import type { Counts } from '@article21/model';
import { concerning, concerns, offsetOf, type Remark, remarkLines, remarksOn } from '../annotations.ts';
import type { Chart, Drawing, Mark } from '../chart.ts';
import { groupsOf, type MeasureRows } from '../groups.ts';
import { notesOf } from '../notes.ts';
import type { Box } from '../panel.ts';
import { type Plots, picture } from '../picture.ts';
import type { Plot } from '../plot.ts';
import { type Shape, textShape } from '../shape.ts';
import { silentNotes } from '../silent-rows.ts';
import { stripPanel, type TimedStrip } from '../strip-panel.ts';
import { tilesOf } from '../tiles.ts';
import { timeAxis } from '../time.ts';
import { MANY, sharedNote } from '../together.ts';

/** Places that one picture can hold for each measure; how many more there are is said under it. */
const MOST_TILES = 36;
const APART = 14;

/** A small chart over time for each city, side by side: one axis of time for all, one scale for each measure. */
export const multiples: Chart = {
  needs: { by: [['place', 'period']], every: null, places: 2 },
  draw: drawMultiples,
};

function drawMultiples(counts: Counts, plot: Plot): Drawing {
  const { groups, hidden } = groupsOf(counts, MOST_TILES, plot);
  const notes = [...silentNotes(groups, counts, plot), ...notesOf(counts, { dated: true, hidden }, plot)];
  const { name } = plot.words.chart.multiples;
  return picture(name, notes, plot, (top) => plots(groups, top, plot));
}

function plots(groups: readonly MeasureRows[], top: number, plot: Plot): Plots {
  const { strips, shapes, bottom } = tilesOf(groups, top, plot);
  const first = strips[0];
  if (!first) return { panels: [], shapes, marks: [], bottom, ringed: false };
  const dated = strips.flatMap((strip) => strip.row.counts);
  const time = timeAxis(dated, first.box.width, plot);
  const rows = strips.map((strip) => strip.row);
  const remarks = concerning(remarksOn(time, plot), rows, plot);
  const many = dated.length > MANY;
  const marks: Mark[] = [];
  let ringed = false;
  const panels = strips.map((strip, index) => {
    const behind = (labels: readonly Box[]) => numbered(remarks, { ...strip, time }, labels, plot);
    const drawn = stripPanel({ ...strip, time }, { panel: index, mark: marks.length, many }, behind, plot);
    marks.push(...drawn.marks);
    ringed ||= drawn.ringed;
    return drawn.panel;
  });
  const told = remarks.map((remark, i) => `${i + 1}. ${remark.dated}`);
  const key = sharedNote(many, strips, time, plot);
  return { panels, shapes, marks, bottom, ringed, key, named: told, told };
}

/** The lines of remarks with their numbers, which the picture explains below; close ones share a place. */
function numbered(
  remarks: readonly Remark[],
  { box, row, time }: TimedStrip,
  labels: readonly Box[],
  plot: Plot,
): Shape[] {
  const { theme } = plot;
  const own = remarks.filter((remark) => concerns(remark, row.place, plot));
  const groups: { x: number; numbers: number[] }[] = [];
  for (const remark of own) {
    const x = box.left + offsetOf(remark.day, time, box.width, plot);
    const number = remarks.indexOf(remark) + 1;
    const last = groups.at(-1);
    if (last && x - last.x < APART * last.numbers.length) last.numbers.push(number);
    else groups.push({ x, numbers: [number] });
  }
  const style = { align: 'center' as const, fontSize: 11, fill: theme.muted };
  const texts = groups.map(({ x, numbers }) =>
    textShape(numbers.join(','), { x, y: box.top - 7 }, theme, style),
  );
  return [...remarkLines(own, { time, box }, labels, plot), ...texts];
}
