import type { Counts } from '@article21/model';
import { chartOf } from './charts/index.ts';
import { isUnplaced, measuresOf, type Naming, rowsOf } from './data/rows.ts';

/**
 * The places, or regions, that a chart on a page would draw if those that it draws were not there: as many as it has room
 * for, of the measure that leaves out the most. None where it draws all. Throws on an id that no chart has.
 */
export function nextPlaces(chart: string, counts: Counts, context: Naming): string[] {
  const { most = Number.POSITIVE_INFINITY } = chartOf(chart).needs;
  // Most charts draw all, and of ten years of days it takes long to put places into an order.
  const all = new Set([...counts.rows, ...counts.undated].map(({ place }) => place));
  if (all.size <= most) return [];
  const isDated = context.query.by?.includes('period') ?? false;
  const leftOut = measuresOf(context).map((measure) =>
    rowsOf(counts, measure, context)
      .filter((row) => !isDated || row.counts.length > 0)
      .slice(most)
      .filter((row) => !isUnplaced(row, context))
      .flatMap(({ place }) => (place === undefined ? [] : [place])),
  );
  const [longest = []] = leftOut.sort((a, b) => b.length - a.length);
  return longest.slice(0, most);
}
