import type { ChartId } from '@article21/messages';
import {
  type ChartQuery,
  type Counts,
  type Grouping,
  namesNoMeasure,
  rowGrouping,
  type Step,
} from '@article21/model';
import type { Needs } from './charts/chart.ts';
import { chartIdOf, chartIds, chartOf } from './charts/index.ts';
import { rowId } from './data/rows.ts';

type ChartChoiceQuery = Pick<
  ChartQuery,
  'chart' | 'by' | 'every' | 'measure' | 'opening' | 'named' | 'place'
>;

/**
 * The query whose counts are drawn, and the chart that draws them: the same on every surface. One that names no chart
 * gets columns where it is grouped by period, else bars. Throws on an id that no chart has.
 */
export function resolveQuery<Q extends ChartChoiceQuery>(query: Q): Q & { chart: ChartId } {
  const usual = query.by.includes('period') ? 'line' : 'bar';
  const chart = query.chart === null ? usual : chartIdOf(query.chart);
  return { ...queryFor(chart, { ...query, by: groupingFor(chart, query) }), chart };
}

/**
 * The query of an address after a chart was chosen. It names its grouping, so that every surface draws the same, but no
 * step that only the chart needs and nobody chose: another chart would keep it. Throws on an id that no chart has.
 */
export function choosing<Q extends ChartChoiceQuery>(query: Q, chart: string): Q & { chart: ChartId } {
  const { every } = needsOf(chart);
  const step = every === null || every === query.every ? query.every : DEFAULT_STEP;
  // Regions and phases stay chosen where a chart has rows of places.
  const by = query.by.filter((it) => it === 'region' || it === 'phase');
  return { ...resolveQuery({ ...query, chart, by }), every: step };
}

/** The step of a query that names none. */
const DEFAULT_STEP = 'month';

/** What a chart is drawn with instead of what its query names: a grouping, a step, or both. */
export interface Unsuited {
  chart: ChartId;
  by: readonly Grouping[] | null;
  every: Step | null;
}

/** What a query's chart has to be drawn with, because it cannot be drawn with what the query names; null where all fits. */
export function unsuited(query: ChartChoiceQuery): Unsuited | null {
  const { chart, by, every } = resolveQuery(query);
  const otherBy = query.by.length > 0 && query.by.join() !== by.join();
  const otherStep = query.every !== DEFAULT_STEP && query.every !== every;
  if (!otherBy && !otherStep) return null;
  return { chart, by: otherBy ? by : null, every: otherStep ? every : null };
}

/** A chart that says more of counts which are too few for the one that is asked; null where those are enough. */
export function better(query: ChartChoiceQuery, counts: Counts): ChartId | null {
  const { chart, ...requested } = resolveQuery(query);
  const isLonely = suits(chart, requested) && !suits(chart, requested, counts) && counts.totals.length > 0;
  return isLonely ? (suggest(requested, counts)[0] ?? null) : null;
}

/** What a chart needs of a query, as data. Throws on an id that no chart has. */
export function needsOf(chart: string): Needs {
  return chartOf(chart).needs;
}

/**
 * Whether a chart can draw the counts of a query; with the counts themselves, also whether it is worth it: a map or a
 * stack of a single place says less than a bar. Throws on an id that no chart has.
 */
export function suits(chart: string, query: Pick<ChartQuery, 'by' | 'every'>, counts?: Counts): boolean {
  const { every, places } = needsOf(chart);
  const grouped = groupingsOf(chart, query).some((groupings) => same(groupings, query.by));
  return grouped && (every === null || every === query.every) && (!counts || placesIn(counts) >= places);
}

/** The ids of the charts that suit a query, the one to draw where none is named first. */
export function suggest(query: Pick<ChartQuery, 'by' | 'every'>, counts?: Counts): ChartId[] {
  const rank = (id: ChartId) => groupingsOf(id, query).findIndex((groupings) => same(groupings, query.by));
  const fitting = chartIds.filter((id) => suits(id, query, counts));
  return fitting.sort((a, b) => rank(a) - rank(b));
}

/**
 * The query whose counts a chart needs, as near as it can be to the one that is asked: what suits stays as it is.
 * A chart of stages asks for every stage where no measure was chosen. Throws on an id that no chart has.
 */
export function queryFor<Q extends Pick<ChartChoiceQuery, 'by' | 'every' | 'measure' | 'opening' | 'named'>>(
  chart: string,
  query: Q,
): Q {
  const { every, measures } = needsOf(chart);
  const by = groupingsOf(chart, query);
  const fitting = by.find((groupings) => same(groupings, query.by)) ?? by[0] ?? [];
  return {
    ...query,
    by: fitting,
    every: every ?? query.every,
    measure: measures && namesNoMeasure(query) ? measures : query.measure,
  };
}

/** Where several places are chosen, or regions or phases asked for, they are told apart, if the chart can do that. */
function groupingFor(chart: string, query: ChartChoiceQuery): readonly Grouping[] {
  const { every } = needsOf(chart);
  if (suits(chart, { ...query, every: every ?? query.every })) return query.by;
  const rows = rowGrouping(query);
  const isApart = query.place.length > 1 || rows === 'region' || rows === 'phase';
  const apart = groupingsOf(chart, query).find((by) => rowGrouping({ by }) !== null);
  return (isApart ? apart : undefined) ?? query.by;
}

/**
 * The groupings that a chart can draw. What is drawn by place is drawn by region and by phase, too, but on a map: neither is
 * a point.
 */
function groupingsOf(chart: string, query: Pick<ChartQuery, 'by'>): readonly (readonly Grouping[])[] {
  const needs = needsOf(chart);
  const rows = rowGrouping(query);
  if (needs.land || rows === null) return needs.by;
  return needs.by.map((groupings) => groupings.map((it) => (it === 'place' ? rows : it)));
}

function same(a: readonly Grouping[], b: readonly Grouping[]): boolean {
  return a.length === b.length && a.every((it) => b.includes(it));
}

function placesIn(counts: Counts): number {
  const places = new Set([...counts.rows, ...counts.undated].map(rowId));
  places.delete(undefined);
  // Counts that are grouped by period alone are of one place: everywhere.
  return places.size || Math.min(1, counts.totals.length);
}
