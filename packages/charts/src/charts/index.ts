import type { Chart } from '../chart.ts';
import { bar } from './bar.ts';

/** Every chart type, by the id that a query's `chart` names. */
export const charts = new Map<string, Chart>([['bar', bar]]);
