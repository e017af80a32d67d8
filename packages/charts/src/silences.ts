import { type Counts, parseBucket } from '@article21/model';
import { type Silence, watchOf } from './coverage.ts';
import type { Plot } from './plot.ts';
import type { Row } from './rows.ts';

/** What no record means in each bucket of a row; null in those that have records. `kinds` is what there is of it. */
export function silencesOf(row: Row, buckets: readonly string[], counts: Counts, plot: Plot) {
  const watch = watchOf(counts, row.measure, plot);
  const counted = new Set(row.counts.map((count) => count.period));
  const at = new Map<string, Silence>();
  for (const bucket of buckets) {
    const days = parseBucket(bucket);
    if (days && !counted.has(bucket)) at.set(bucket, watch(row.place, days.from, days.to));
  }
  return { at: (bucket: string) => at.get(bucket) ?? null, kinds: new Set(at.values()) };
}
