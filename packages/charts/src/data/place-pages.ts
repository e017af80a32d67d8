import type { Counts, MeasureId } from '@article21/model';
import type { PlacePages, PlaceRange, Plot } from '../plot.ts';
import { measuresOf, type Naming, othersOf, type Row, rowsOf } from './rows.ts';

/** As much of what a chart needs as says how many places it draws. */
interface Room {
  most?: number;
  paged?: true;
}

/**
 * The page of places that a query asks for, the last where it asks for one after that; null where a chart draws all of them.
 * Each measure has its own places in its own order.
 */
export function pagesOf(
  { most = Number.POSITIVE_INFINITY, paged }: Room,
  counts: Counts,
  context: Naming,
): PlacePages | null {
  // Most charts draw all, and of ten years of days it takes long to put places into an order.
  if (new Set([...counts.rows, ...counts.undated].map(({ place }) => place)).size <= most) return null;
  const isDated = context.query.by?.includes('period') ?? false;
  const numbers = measuresOf(context).map((measure) => {
    const rows = rowsOf(counts, measure, context);
    return [measure, rows.filter((row) => !isDated || row.counts.length > 0).length] as const;
  });
  const needed = Math.ceil(Math.max(0, ...numbers.map(([, all]) => all)) / most);
  if (needed <= 1) return null;
  // Of a comparison the places are chosen.
  const pages = paged ? needed : 1;
  const page = Math.min(context.query.page ?? 1, pages);
  const before = (page - 1) * most;
  const rangeOf = (all: number): PlaceRange => ({
    first: before + 1,
    last: Math.min(all, before + most),
    all,
  });
  const left = numbers.filter(([, all]) => all > before);
  const ranges = new Map(left.map(([measure, all]) => [measure, rangeOf(all)]));
  return { page, pages, size: most, ranges, longest: rangeOf(Math.max(...left.map(([, all]) => all))) };
}

/** A picture of the page that its query asks for. The first is drawn without being named: what it has no room for is said. */
export function onPage(room: Room, counts: Counts, plot: Plot): Plot {
  const isLater = room.paged === true && (plot.query.page ?? 1) > 1;
  const placePages = isLater ? pagesOf(room, counts, plot) : null;
  if (!placePages) return plot;
  const measures = measuresOf(plot);
  const measure = measures.filter((id) => placePages.ranges.has(id));
  const exhausted = measures.filter((id) => !placePages.ranges.has(id));
  return { ...plot, query: { ...plot.query, measure }, placePages, exhausted };
}

/** Those rows of a measure that are on the page that is drawn. */
export function rowsOnPage<R extends Row>(rows: readonly R[], measure: MeasureId, plot: Plot): readonly R[] {
  const range = plot.placePages?.ranges.get(measure);
  return range ? rows.slice(range.first - 1, range.last) : rows;
}

/** The same picture where it has room for fewer places than are on its page: it names those that are drawn. */
export function drawingAtMost(most: number, plot: Plot): Plot {
  const { placePages } = plot;
  if (!placePages) return plot;
  const narrowed = [...placePages.ranges].map(
    ([measure, { first, last, all }]) =>
      [measure, { first, last: Math.min(last, first + most - 1), all }] as const,
  );
  return { ...plot, placePages: { ...placePages, ranges: new Map(narrowed) } };
}

/** The name and unit of a plot, and of which places it is where it draws a later page of them. */
export function panelName(measure: MeasureId, plot: Plot): string {
  const { panel } = plot.words.measure(measure);
  const range = plot.placePages?.ranges.get(measure);
  return range ? `${panel} · ${placeRangeText(range, plot)}` : panel;
}

/** "places 25–48 of 60" */
export function placeRangeText(
  { first, last, all }: PlaceRange,
  naming: Pick<Naming, 'words' | 'query'>,
): string {
  const { words } = naming;
  const [from, to] = [words.number(first), words.number(last)];
  const range = first === last ? from : `${from}–${to}`;
  return words.plural(othersOf(naming).range, last - first + 1, { range, all: words.number(all) });
}
