import type { ChartQuery, Counts, Grouping, Step } from '@article21/model';
import { needsOf, queryFor, suggest, suits } from './suits.ts';

type Asked = Pick<ChartQuery, 'chart' | 'by' | 'every' | 'measure' | 'place'>;

/**
 * The query whose counts are drawn, and the chart that draws them: the same on every surface. One that names no chart
 * gets columns where it is grouped by period, else bars. Throws on an id that no chart has.
 */
export function charted<Q extends Asked>(query: Q): Q & { chart: string } {
  const chart = query.chart ?? (query.by.includes('period') ? 'line' : 'bar');
  return { ...queryFor(chart, { ...query, by: groupingFor(chart, query) }), chart };
}

/**
 * The query of an address after a chart was chosen. It names its grouping, so that every surface draws the same, but no
 * step that only the chart needs and nobody chose: another chart would keep it. Throws on an id that no chart has.
 */
export function choosing<Q extends Asked>(query: Q, chart: string): Q & { chart: string } {
  const { every } = needsOf(chart);
  const step = every === null || every === query.every ? query.every : MEANT;
  return { ...charted({ ...query, chart, by: [] }), every: step };
}

/** The step that is meant where none is named. */
const MEANT = 'month';

/** What a chart is drawn with instead of what its query names: a grouping, a step, or both. */
export interface Unsuited {
  chart: string;
  by: readonly Grouping[] | null;
  every: Step | null;
}

/** What a query's chart has to be drawn with, because it cannot be drawn with what the query names; null where all fits. */
export function unsuited(query: Asked): Unsuited | null {
  const { chart, by, every } = charted(query);
  const otherBy = query.by.length > 0 && query.by.join() !== by.join();
  const otherStep = query.every !== MEANT && query.every !== every;
  if (!otherBy && !otherStep) return null;
  return { chart, by: otherBy ? by : null, every: otherStep ? every : null };
}

/** A chart that says more of counts which are too few for the one that is asked; null where those are enough. */
export function better(query: Asked, counts: Counts): string | null {
  const { chart, ...asked } = charted(query);
  const isLonely = suits(chart, asked) && !suits(chart, asked, counts) && counts.totals.length > 0;
  return isLonely ? (suggest(asked, counts)[0] ?? null) : null;
}

/** Where several places are chosen they are told apart, if the chart can do that. */
function groupingFor(chart: string, query: Asked): readonly Grouping[] {
  const { by, every } = needsOf(chart);
  const fits = suits(chart, { ...query, every: every ?? query.every });
  const apart = query.place.length > 1 ? by.find((it) => it.includes('place')) : undefined;
  return fits ? query.by : (apart ?? query.by);
}
