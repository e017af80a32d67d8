import type { ChartQuery, Grouping } from '@article21/model';
import { needsOf, queryFor, suits } from './suits.ts';

type Asked = Pick<ChartQuery, 'chart' | 'by' | 'every' | 'measure' | 'place'>;

/**
 * The query whose counts are drawn, and the chart that draws them: the same on every surface. One that names no chart
 * gets columns where it is grouped by period, else bars. Throws on an id that no chart has.
 */
export function charted<Q extends Asked>(query: Q): Q & { chart: string } {
  const chart = query.chart ?? (query.by.includes('period') ? 'line' : 'bar');
  return { ...queryFor(chart, { ...query, by: groupingFor(chart, query) }), chart };
}

/** Where several places are chosen they are told apart, if the chart can do that. */
function groupingFor(chart: string, query: Asked): readonly Grouping[] {
  const { by, every } = needsOf(chart);
  const fits = suits(chart, { ...query, every: every ?? query.every });
  const apart = query.place.length > 1 ? by.find((it) => it.includes('place')) : undefined;
  return fits ? query.by : (apart ?? query.by);
}
