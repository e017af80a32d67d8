import type { Chart } from '../chart.ts';
import { bar } from './bar.ts';
import { calendar } from './calendar.ts';
import { funnel } from './funnel.ts';
import { heatmap } from './heatmap.ts';
import { line } from './line.ts';
import { map } from './map.ts';
import { multiples } from './multiples.ts';
import { stacked } from './stacked.ts';

/** Every chart type, by the id that a query's `chart` names. */
export const charts: ReadonlyMap<string, Chart> = new Map([
  ['bar', bar],
  ['line', line],
  ['stacked', stacked],
  ['heatmap', heatmap],
  ['calendar', calendar],
  ['multiples', multiples],
  ['map', map],
  ['funnel', funnel],
]);

/** The chart of an id. Throws on one that no chart has. */
export function chartOf(id: string): Chart {
  const found = charts.get(id);
  if (!found) throw new Error(`unknown chart: ${id} (known: ${[...charts.keys()].join(', ')})`);
  return found;
}
