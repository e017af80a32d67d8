import type { Chart } from '../chart.ts';
import { bar } from './bar.ts';
import { line } from './line.ts';
import { stacked } from './stacked.ts';

/** Every chart type, by the id that a query's `chart` names. */
export const charts: ReadonlyMap<string, Chart> = new Map([
  ['bar', bar],
  ['line', line],
  ['stacked', stacked],
]);
