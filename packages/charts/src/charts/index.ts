import type { Counts } from '@article21/model';
import type { Chart, Drawing } from '../chart.ts';
import { type ChartContext, plotOf } from '../plot.ts';
import { bar } from './bar.ts';
import { calendar } from './calendar.ts';
import { heatmap } from './heatmap.ts';
import { map } from './map.ts';
import { multiples } from './multiples.ts';
import { overTime } from './over-time.ts';
import { stacked } from './stacked.ts';
import { stages } from './stages.ts';

/** Every chart type, by the id that a query's `chart` names. */
export const charts: ReadonlyMap<string, Chart> = new Map([
  ['bar', bar],
  ['line', overTime],
  ['stacked', stacked],
  ['heatmap', heatmap],
  ['calendar', calendar],
  ['multiples', multiples],
  ['map', map],
  ['funnel', stages],
]);

/** The chart of an id. Throws on one that no chart has. */
export function chartOf(id: string): Chart {
  const found = charts.get(id);
  if (!found) throw new Error(`unknown chart: ${id} (known: ${[...charts.keys()].join(', ')})`);
  return found;
}

/** The ids of the charts that exist. */
export const chartIds: readonly string[] = [...charts.keys()];

/** Draws counts as the chart of an id. Throws on an id that no chart has, and on a place that is not known. */
export function draw(chart: string, counts: Counts, context: ChartContext): Drawing {
  return chartOf(chart).draw(counts, plotOf(context));
}
