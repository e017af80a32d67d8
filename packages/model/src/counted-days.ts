import type { DaySpan } from './counts.ts';
import type { Period } from './period.ts';
import { parseBucket } from './step.ts';

/**
 * The days that a bucket counts under an asked period, and whether the period cuts it: then the bucket's own name
 * would claim days that are not counted. Throws on what is not the name of a bucket, or of one outside of the period.
 */
export function countedDays(bucket: string, requested: Period): DaySpan & { isCut: boolean } {
  const whole = parseBucket(bucket);
  if (!whole) throw new Error(`not the name of a bucket: ${bucket}`);
  const from = Math.max(whole.from, requested.from ?? whole.from);
  const to = Math.min(whole.to, requested.to ?? whole.to);
  if (from > to) throw new Error(`bucket ${bucket} has no day in the asked period`);
  return { from, to, isCut: from !== whole.from || to !== whole.to };
}
