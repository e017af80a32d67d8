import { choosing, needsOf, resolveQuery } from '@article21/charts';
import type { ChartId } from '@article21/messages';
import { type ChartQuery, unnamed } from '@article21/model';

/** The chart that a query asks for; one that names none gets the chart that its grouping needs. */
export function chartOf(query: Parameters<typeof resolveQuery>[0]): ChartId {
  return resolveQuery(query).chart;
}

/** The query after a choice. It names its grouping, so that the same text draws the same chart on every surface. */
export function chosen(query: ChartQuery, change: Partial<ChartQuery>): ChartQuery {
  const next = { ...query, ...change };
  const chart = chartOf(next);
  const measures = change.measure ? {} : measuresAfter(query, chart);
  return { ...choosing({ ...next, ...measures }, chart), chart: next.chart };
}

/** Whether a chart is over time, in steps that a reader may choose. */
export function hasSteps(query: ChartQuery): boolean {
  const { chart, by } = resolveQuery(query);
  return by.includes('period') && needsOf(chart).every === null;
}

/** A chart that brought measures of its own takes them away again. */
function measuresAfter(query: ChartQuery, chart: string): Partial<ChartQuery> {
  const brought = needsOf(chartOf(query)).measures ?? [];
  const isBrought =
    brought.length === query.measure.length && brought.every((id) => query.measure.includes(id));
  return isBrought && chart !== chartOf(query) ? unnamed(query) : {};
}
