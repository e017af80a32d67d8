import type { Counts } from '@article21/model';
import type { ChartContext, Drawing } from './chart.ts';
import { chartOf, charts } from './charts/index.ts';
import { plotOf } from './plot.ts';

/** The ids of the charts that exist. */
export const chartIds: readonly string[] = [...charts.keys()];

/** Draws counts as the chart of an id. Throws on an id that no chart has, and on a place that is not known. */
export function draw(chart: string, counts: Counts, context: ChartContext): Drawing {
  return chartOf(chart).draw(counts, plotOf(context));
}
