import type { Counts } from '@article21/model';
import { type Remark, remarkLines, remarksOn } from '../annotations.ts';
import type { Chart, Drawing, Mark } from '../chart.ts';
import { groupsOf, type MeasureRows } from '../groups.ts';
import { notesOf } from '../notes.ts';
import type { Box } from '../panel.ts';
import { type Plots, picture } from '../picture.ts';
import type { Plot } from '../plot.ts';
import { remarkBand } from '../remark-band.ts';
import { silentNotes } from '../silent-rows.ts';
import { type Stack, stackOf, stackPanel, wholeOf } from '../stack.ts';
import { stripsOf } from '../strips.ts';
import { swatches } from '../swatches.ts';
import { timeAxis } from '../time.ts';
import { MANY } from '../together.ts';

/** Places that one measure can hold: more would be thinner than a pixel. */
const MOST_PARTS = 200;
const UNDER_KEY = 8;

/**
 * Columns over time, stacked from places: solid is only the least that sources state of each, and what they leave open
 * stands on top for all together, because a range in the middle of a stack would shift all above it.
 */
export const stacked: Chart = {
  needs: { by: [['place', 'period']], every: null, places: 2 },
  draw: drawStacked,
};

function drawStacked(counts: Counts, plot: Plot): Drawing {
  const { groups, hidden } = groupsOf(counts, MOST_PARTS, plot);
  const notes = [...silentNotes(groups, counts, plot), ...notesOf(counts, { dated: true, hidden }, plot)];
  const { name } = plot.words.chart.stacked;
  return picture(name, notes, plot, (top) => plots(groups, top, plot));
}

function plots(groups: readonly MeasureRows[], top: number, plot: Plot): Plots {
  const wholes = groups.map((group) => ({ ...group, rows: wholeOf(group) }));
  const dated = wholes.flatMap((whole) => whole.rows.flatMap((row) => row.counts));
  const stacks: Stack[] = [];
  const remarks: Remark[] = [];
  const beside: Remark[] = [];
  const { strips, shapes, bottom } = stripsOf(wholes, top, plot, (g, box, scale) => {
    const time = timeAxis(dated, box.width, plot);
    const stack = stackOf(groups[g]?.rows ?? [], { time, box, scale }, plot);
    const key = swatches(stack.key, box.top, plot);
    if (stacks.push(stack) > 1) return key;
    remarks.push(...remarksOn(time, plot));
    const under = box.top + key.height + (remarks.length > 0 ? UNDER_KEY : 0);
    const band = remarkBand(remarks, time, { ...box, top: under }, plot);
    beside.push(...band.beside);
    return { shapes: [...key.shapes, ...band.shapes], height: under - box.top + band.height };
  });
  const many = stacks.reduce((n, stack) => n + stack.segments.length, 0) > MANY;
  const marks: Mark[] = [];
  let ringed = false;
  const panels = strips.map((strip, index) => {
    const stack = stacks[index];
    if (!stack) throw new Error(`no stack of strip ${index}`);
    const behind = (labels: readonly Box[]) =>
      remarkLines(remarks, { time: stack.time, box: strip.box }, labels, plot);
    const drawn = stackPanel(
      { ...strip, ...stack },
      { panel: index, mark: marks.length, many },
      behind,
      plot,
    );
    marks.push(...drawn.marks);
    ringed ||= drawn.ringed;
    return drawn.panel;
  });
  const key = marks.length > 0 ? [plot.words.drawing.legend.stack] : [];
  const told = remarks.map((remark) => remark.dated);
  const named = beside.map((remark) => remark.dated);
  return { panels, shapes, marks, bottom, ringed, key, named, told };
}
