import type { Counts } from '@article21/model';
import type { Chart, ChartContext, Drawing, Mark } from '../chart.ts';
import { groupsOf, type MeasureRows } from '../groups.ts';
import { notesOf } from '../notes.ts';
import { type Plots, picture } from '../picture.ts';
import { stripPanel } from '../strip-panel.ts';
import { stripsOf } from '../strips.ts';
import { timeAxis } from '../time.ts';

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

function drawLine(counts: Counts, context: ChartContext): Drawing {
  const { groups, hidden } = groupsOf(counts, MOST_STRIPS, context);
  const notes = notesOf(counts, hidden, true, context);
  return picture(context.words.chart.line.name, notes, context, (top) => plots(groups, top, context));
}

function plots(groups: readonly MeasureRows[], top: number, context: ChartContext): Plots {
  const { strips, shapes, bottom } = stripsOf(groups, top, context);
  const counts = strips.flatMap((strip) => strip.row.counts);
  const first = strips[0];
  if (!first) return { panels: [], shapes, marks: [], bottom, ringed: false };
  const time = timeAxis(counts, first.box.width, context);
  const marks: Mark[] = [];
  let ringed = false;
  const panels = strips.map((strip, index) => {
    const drawn = stripPanel(strip, { panel: index, mark: marks.length }, time, context);
    marks.push(...drawn.marks);
    ringed ||= drawn.ringed;
    return drawn.panel;
  });
  return { panels, shapes, marks, bottom, ringed };
}
