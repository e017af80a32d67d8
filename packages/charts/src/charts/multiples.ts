import type { Counts } from '@article21/model';
import type { Chart, ChartContext, Drawing, Mark } from '../chart.ts';
import { groupsOf, type MeasureRows } from '../groups.ts';
import { notesOf } from '../notes.ts';
import { type Plots, picture } from '../picture.ts';
import { stripPanel } from '../strip-panel.ts';
import { tilesOf } from '../tiles.ts';
import { timeAxis } from '../time.ts';

/** Places that one picture can hold for each measure; how many more there are is said under it. */
const MOST_TILES = 36;

/** A small chart over time for each city, side by side: one axis of time for all, one scale for each measure. */
export const multiples: Chart = {
  needs: { by: [['place', 'period']], every: null, places: 2 },
  draw: drawMultiples,
};

function drawMultiples(counts: Counts, context: ChartContext): Drawing {
  const { groups, hidden } = groupsOf(counts, MOST_TILES, context);
  const notes = notesOf(counts, hidden, true, context);
  const { name } = context.words.chart.multiples;
  return picture(name, notes, context, (top) => plots(groups, top, context));
}

function plots(groups: readonly MeasureRows[], top: number, context: ChartContext): Plots {
  const { strips, shapes, bottom } = tilesOf(groups, top, context);
  const first = strips[0];
  if (!first) return { panels: [], shapes, marks: [], bottom, ringed: false };
  const dated = strips.flatMap((strip) => strip.row.counts);
  const time = timeAxis(dated, first.box.width, context);
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
