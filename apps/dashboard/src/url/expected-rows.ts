import { bucketCount, type ChartQuery, type Period, type PlaceTree } from '@article21/model';
import { daysOf } from './extent.ts';

type Counted = Pick<ChartQuery, 'measure' | 'place' | 'from' | 'to' | 'by' | 'every'>;

/** How many rows the answer to a query has at most; open ends are those of the data, and unknown ones are without end. */
export function expectedRows(query: Counted, places: PlaceTree | null, extent: Period): number {
  const { measure, place, by, every } = query;
  const cities = place.length === 0 ? places?.places : place.flatMap((id) => places?.within(id) ?? []);
  const days = daysOf(query, extent) ?? Number.POSITIVE_INFINITY;
  const rows = by.includes('place') ? (cities?.length ?? Number.POSITIVE_INFINITY) : 1;
  return measure.length * rows * (by.includes('period') ? bucketCount(days, every) : 1);
}
