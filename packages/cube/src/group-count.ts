import { bucketCount, type ChartQuery } from '@article21/model';
import type { Cube } from './cube.ts';
import { groupsOf } from './selection.ts';

/**
 * How many groups an answer may hold at most: measures × places × buckets. The buckets are those of the days asked
 * for, also where nothing is charted, because a time axis has to draw them; an open end is that of the cube's extent.
 * Nothing is summed for it. Throws on a place that the cube's tree does not have.
 */
export function groupCount(cube: Cube, query: ChartQuery): number {
  if (query.by.length === 0) return 0;
  const places = query.by.includes('place') ? groupsOf(cube, query.place).length : 1;
  const periods = query.by.includes('period') ? periodsOf(cube, query) : 1;
  return new Set(query.measure).size * places * periods;
}

function periodsOf({ extent }: Cube, { from, to, every }: ChartQuery): number {
  if (!extent) return 0;
  const days = (to ?? extent.to) - (from ?? extent.from) + 1;
  return days > 0 ? bucketCount(days, every) : 0;
}
