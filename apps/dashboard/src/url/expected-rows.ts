import type { SnapshotAnswer } from '@article21/contract/client';
import { bucketCount, type ChartQuery, type Period, type PlaceTree, parseDay } from '@article21/model';

type Counted = Pick<ChartQuery, 'measure' | 'place' | 'from' | 'to' | 'by' | 'every'>;

/** The first and the last day of the data; open where there is no record. */
export function extentOf({ extent: { from, to } }: Pick<SnapshotAnswer, 'extent'>): Period {
  return { from: from === null ? null : parseDay(from), to: to === null ? null : parseDay(to) };
}

/** How many rows the answer to a query has at most; open ends are those of the data, and unknown ones are without end. */
export function expectedRows(query: Counted, places: PlaceTree | null, extent: Period): number {
  const { measure, place, by, every } = query;
  const cities = place.length === 0 ? places?.places : place.flatMap((id) => places?.within(id) ?? []);
  const from = query.from ?? extent.from;
  const to = query.to ?? extent.to;
  const days = from === null || to === null ? Number.POSITIVE_INFINITY : Math.max(1, to - from + 1);
  const rows = by.includes('place') ? (cities?.length ?? Number.POSITIVE_INFINITY) : 1;
  return measure.length * rows * (by.includes('period') ? bucketCount(days, every) : 1);
}
