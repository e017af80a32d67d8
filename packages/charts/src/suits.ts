import type { ChartQuery, Counts, Grouping } from '@article21/model';
import { defaultMeasures } from '@article21/model';
import type { Needs } from './chart.ts';
import { chartOf, charts } from './charts/index.ts';

/** What a chart needs of a query, as data. Throws on an id that no chart has. */
export function needsOf(chart: string): Needs {
  return chartOf(chart).needs;
}

/**
 * Whether a chart can draw the counts of a query; with the counts themselves, also whether it is worth it: a map or a
 * stack of a single place says less than a bar. Throws on an id that no chart has.
 */
export function suits(chart: string, query: Pick<ChartQuery, 'by' | 'every'>, counts?: Counts): boolean {
  const { by, every, places } = needsOf(chart);
  const grouped = by.some((groupings) => same(groupings, query.by));
  return grouped && (every === null || every === query.every) && (!counts || placesIn(counts) >= places);
}

/** The ids of the charts that suit a query, the one to draw where none is named first. */
export function suggest(query: Pick<ChartQuery, 'by' | 'every'>, counts?: Counts): string[] {
  const rank = (id: string) => needsOf(id).by.findIndex((groupings) => same(groupings, query.by));
  const fitting = [...charts.keys()].filter((id) => suits(id, query, counts));
  return fitting.sort((a, b) => rank(a) - rank(b));
}

/**
 * The query whose counts a chart needs, as near as it can be to the one that is asked: what suits stays as it is.
 * A chart of stages asks for every stage where no measure was chosen. Throws on an id that no chart has.
 */
export function queryFor<Q extends Pick<ChartQuery, 'by' | 'every' | 'measure'>>(chart: string, query: Q): Q {
  const { by, every, measures } = needsOf(chart);
  const fitting = by.find((groupings) => same(groupings, query.by)) ?? by[0] ?? [];
  const unchosen = query.measure.join() === defaultMeasures.join();
  return {
    ...query,
    by: fitting,
    every: every ?? query.every,
    measure: measures && unchosen ? measures : query.measure,
  };
}

function same(a: readonly Grouping[], b: readonly Grouping[]): boolean {
  return a.length === b.length && a.every((it) => b.includes(it));
}

function placesIn(counts: Counts): number {
  const places = new Set([...counts.rows, ...counts.undated].map((it) => it.place));
  places.delete(undefined);
  // Counts that are grouped by period alone are of one place: everywhere.
  return places.size || Math.min(1, counts.totals.length);
}
