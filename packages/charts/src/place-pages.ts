import type { Counts } from '@article21/model';
import { chartOf } from './charts/index.ts';
import { pagesOf } from './data/place-pages.ts';
import type { Naming } from './data/rows.ts';
import type { PlacePages } from './plot.ts';

/**
 * The places of a chart on a page that has no room for all of them: which are drawn, and how many more there are. Null
 * where all are drawn. Throws on an id that no chart has.
 */
export function placePages(chart: string, counts: Counts, context: Naming): PlacePages | null {
  return pagesOf(chartOf(chart).needs, counts, context);
}
