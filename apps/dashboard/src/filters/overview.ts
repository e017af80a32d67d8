import {
  bucketCount,
  bucketName,
  bucketStart,
  type Counts,
  type Day,
  nextBucket,
  type Period,
  type Step,
} from '@article21/model';

/** One column of the overview. */
export interface OverviewBucket {
  name: string;
  from: Day;
  to: Day;
  records: number;
}

/** The first and the last of the buckets that are chosen. */
export interface Span {
  first: number;
  last: number;
}

const MOST = 120;

/** The finest step from months on of which the whole data have no more columns than a small picture can show. */
export function overviewStep({ from, to }: Period): Step {
  if (from === null || to === null) return 'month';
  const coarse = ['month', 'quarter', 'year'] as const satisfies readonly Step[];
  return coarse.find((step) => bucketCount(to - from + 1, step) <= MOST) ?? 'year';
}

/** A column for each bucket from the first day of the data to the last, with the records of all measures. */
export function overviewBuckets(extent: Period, step: Step, rows: Counts['rows']): OverviewBucket[] {
  if (extent.from === null || extent.to === null) return [];
  const records = new Map<string, number>();
  for (const row of rows)
    if (row.period !== undefined) records.set(row.period, (records.get(row.period) ?? 0) + row.records);
  const buckets: OverviewBucket[] = [];
  for (let from = bucketStart(extent.from, step); from <= extent.to; from = nextBucket(from, step)) {
    const name = bucketName(from, step);
    buckets.push({ name, from, to: nextBucket(from, step) - 1, records: records.get(name) ?? 0 });
  }
  return buckets;
}

/** The buckets that a period touches; those nearest to it where it lies outside of the data. */
export function spanOf({ from, to }: Period, buckets: readonly OverviewBucket[]): Span {
  const last = buckets.length - 1;
  const starts = from === null ? 0 : buckets.findIndex((bucket) => bucket.to >= from);
  const ends = to === null ? last : buckets.findLastIndex((bucket) => bucket.from <= to);
  const first = starts < 0 ? last : starts;
  return { first, last: Math.max(first, ends) };
}

/** The period of a span; without bounds where it takes in all of the data. */
export function periodOf({ first, last }: Span, buckets: readonly OverviewBucket[]): Period {
  if (first === 0 && last === buckets.length - 1) return { from: null, to: null };
  return { from: buckets[first]?.from ?? null, to: buckets[last]?.to ?? null };
}
