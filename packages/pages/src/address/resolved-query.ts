import { choosing, needsOf, resolveQuery } from '@article21/charts';
import type { ChartId } from '@article21/messages';
import { type ChartQuery, namesNoMeasure, unnamed } from '@article21/model';

/** The chart that a query asks for; one that names none gets the chart that its grouping needs. */
export function chartOf(query: Parameters<typeof resolveQuery>[0]): ChartId {
  return resolveQuery(query).chart;
}

/**
 * The query after a choice. It names its grouping, so that the same text draws the same chart on every surface; the grouping stays
 * unless it, or another chart, is chosen.
 */
export function withChoice(query: ChartQuery, change: Partial<ChartQuery>): ChartQuery {
  const next = { ...query, ...(keepsRows(change) ? {} : { page: 1 }), ...change };
  const chart = chartOf(next);
  const measures = change.measure ? {} : measuresAfter(query, chart);
  const counted = { ...next, ...measures };
  const suited = choosing(counted, chart);
  const regrouped = change.chart !== undefined || change.by !== undefined;
  return { ...suited, by: regrouped ? suited.by : resolveQuery(counted).by, chart: next.chart };
}

/** Keys that change neither which places a chart has nor their order: the page of places stays. */
const displayKeys: ReadonlySet<string> = new Set<keyof ChartQuery>([
  'axis',
  'page',
  'lang',
  'theme',
  'title',
]);

function keepsRows(change: Partial<ChartQuery>): boolean {
  return Object.keys(change).every((key) => displayKeys.has(key));
}

/** Whether a chart is over time, in steps that a reader may choose. */
export function hasSteps(query: ChartQuery): boolean {
  const { chart, by } = resolveQuery(query);
  return by.includes('period') && needsOf(chart).every === null;
}

/** Whether somebody chose the measures: a query that names none has the usual ones, and some charts bring their own. */
export function choosesMeasures(query: ChartQuery): boolean {
  return !namesNoMeasure(query) && !usesMeasuresOfChart(query);
}

/** A chart that brought measures of its own takes them away again. */
function measuresAfter(query: ChartQuery, chart: string): Partial<ChartQuery> {
  return usesMeasuresOfChart(query) && chart !== chartOf(query) ? unnamed(query) : {};
}

/** Whether the measures are those that the chart brings. */
function usesMeasuresOfChart(query: ChartQuery): boolean {
  const brought = needsOf(chartOf(query)).measures ?? [];
  return brought.length === query.measure.length && brought.every((id) => query.measure.includes(id));
}
