import type { Words } from '@article21/messages';
import type { ChartQuery, MeasureId, Total } from '@article21/model';
import type { Served } from './served.ts';

/** The sentence over a chart of the query, for each measure; `total` is null where no record matches. */
export function createHeadlines(
  query: ChartQuery,
  { cube, tree }: Served,
  { headline }: Words,
): (measure: MeasureId, total: Total | null) => string {
  const { from, to } = query;
  const places = query.place.flatMap((id) => tree.get(id) ?? []);
  const extent = cube.extent ? { extent: cube.extent } : {};
  return (measure, total) => headline({ estimate: total, measure, places, from, to, ...extent });
}
