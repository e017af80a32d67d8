import { z } from 'zod';

/**
 * What sources state of a quantity, added up: `low` to `high`, of which `high` is null where a source itself
 * left the top open ("at least two"); `approximate` where a source said "about"; `unnumbered` counts the
 * reports that give no number at all and add nothing to `low` or `high`.
 *
 * The true number has an upper bound only when `high` is a number, `approximate` is false and `unnumbered` is 0.
 */
export const estimateSchema = z
  .strictObject({
    low: z.number().min(0),
    high: z.number().min(0).nullable(),
    approximate: z.boolean(),
    unnumbered: z.int().min(0),
  })
  .refine((it) => it.high === null || it.low <= it.high, { message: 'low is above high' });

export type Estimate = z.infer<typeof estimateSchema>;

/** An estimate of exactly `n`. */
export function exactly(n: number): Estimate {
  return { low: n, high: n, approximate: false, unnumbered: 0 };
}

/** One report that gives no number. */
export const unstated: Estimate = { low: 0, high: 0, approximate: false, unnumbered: 1 };

/** The estimate of two disjoint things together: a commutative, associative sum. */
export function add(a: Estimate, b: Estimate): Estimate {
  return {
    low: a.low + b.low,
    high: a.high === null || b.high === null ? null : a.high + b.high,
    approximate: a.approximate || b.approximate,
    unnumbered: a.unnumbered + b.unnumbered,
  };
}

/** The sum of several estimates; null when there are none, because no record is not the number zero. */
export function sum(estimates: Iterable<Estimate>): Estimate | null {
  let total: Estimate | null = null;
  for (const estimate of estimates) total = total ? add(total, estimate) : estimate;
  return total;
}

/** Whether nothing but reports without a number stands behind the estimate. */
export function isUnnumbered(estimate: Estimate): boolean {
  return estimate.low === 0 && estimate.high === 0 && estimate.unnumbered > 0;
}

/** Whether the sources put an upper bound on the true number. */
export function isBounded(estimate: Estimate): boolean {
  return estimate.high !== null && !estimate.approximate && estimate.unnumbered === 0;
}

/** Whether two estimates say the same. */
export function equals(a: Estimate, b: Estimate): boolean {
  return (
    a.low === b.low && a.high === b.high && a.approximate === b.approximate && a.unnumbered === b.unnumbered
  );
}
