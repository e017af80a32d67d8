import type { ChartQuery, Grouping } from '@article21/model';

/** The charts that a reader may choose, in the order in which they are offered. */
export const chartChoices = ['bar', 'line'] as const;
export type ChartChoice = (typeof chartChoices)[number];

/** The chart that a query asks for; one that names none gets the chart that its grouping needs. */
export function chartOf(query: Pick<ChartQuery, 'chart' | 'by'>): ChartChoice {
  const named = chartChoices.find((id) => id === query.chart);
  return named ?? (query.by.includes('period') ? 'line' : 'bar');
}

/**
 * The query whose counts the chart needs: bars are of places, lines are of periods, one for each city where several
 * are chosen. A grouping that is asked for and fits the chart is kept.
 */
export function countedQuery(query: ChartQuery): ChartQuery & { chart: ChartChoice } {
  const chart = chartOf(query);
  return { ...query, chart, by: fits(chart, query.by) ? query.by : groupingOf(chart, query.place) };
}

/** The query after a choice. It names its grouping, so that the same text draws the same chart on every surface. */
export function chosen(query: ChartQuery, change: Partial<ChartQuery>): ChartQuery {
  const next = { ...query, ...change };
  return { ...next, by: groupingOf(chartOf(next), next.place) };
}

function groupingOf(chart: ChartChoice, places: readonly string[]): Grouping[] {
  if (chart === 'bar') return ['place'];
  return places.length > 1 ? ['place', 'period'] : ['period'];
}

function fits(chart: ChartChoice, by: readonly Grouping[]): boolean {
  return chart === 'bar' ? by.length === 1 && by[0] === 'place' : by.includes('period');
}
