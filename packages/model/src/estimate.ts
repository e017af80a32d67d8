import { z } from 'zod';

/**
 * What sources state of a quantity, added up: `low` to `high`, of which `high` is null where a source itself
 * left the top open ("at least two"); `approximate` where a source said "about"; `unnumbered` counts the
 * reports that give no number at all and add nothing to `low` or `high`.
 *
 * The true number has an upper bound only when `high` is a number, `approximate` is false and `unnumbered` is 0.
 */
export const estimateSchema = ordered(
  z.strictObject({
    low: z.number().min(0),
    high: z.number().min(0).nullable(),
    approximate: z.boolean(),
    unnumbered: z.int().min(0),
  }),
);

/** A schema of what has the ends of an estimate, that refuses them in the wrong order. */
export function ordered<Schema extends z.ZodType<{ low: number; high: number | null }>>(
  schema: Schema,
): Schema {
  return schema.refine(({ low, high }) => high === null || low <= high, { message: 'low is above high' });
}

/** `numbered`, where it is known, is how many reports state a number: it tells a stated 0 from no number at all. */
export type Estimate = z.infer<typeof estimateSchema> & { numbered?: number | undefined };

/** An estimate of exactly `n`. */
export function exactly(n: number): Estimate {
  return { low: n, high: n, approximate: false, unnumbered: 0 };
}

/** One report that gives no number. */
export const unstated: Estimate = { low: 0, high: 0, approximate: false, unnumbered: 1 };

/** The estimate of two disjoint things together: a commutative, associative sum. */
export function add(a: Estimate, b: Estimate): Estimate {
  const together: Estimate = {
    low: a.low + b.low,
    high: a.high === null || b.high === null ? null : a.high + b.high,
    approximate: a.approximate || b.approximate,
    unnumbered: a.unnumbered + b.unnumbered,
  };
  const isKnown = a.numbered !== undefined || b.numbered !== undefined;
  if (isKnown) together.numbered = numberedOf(a) + numberedOf(b);
  return together;
}

/** The sum of several estimates; null when there are none, because no record is not the number zero. */
export function sum(estimates: Iterable<Estimate>): Estimate | null {
  let total: Estimate | null = null;
  for (const estimate of estimates) total = total ? add(total, estimate) : estimate;
  return total;
}

/**
 * How many reports state a number. What one record states is a number or none: there a zero beside a report without
 * a number is no number.
 */
export function numberedOf({ low, high, approximate, unnumbered, numbered }: Estimate): number {
  return numbered ?? (low === 0 && high === 0 && !approximate && unnumbered > 0 ? 0 : 1);
}

/** Whether nothing but reports without a number stands behind the estimate. */
export function isUnnumbered(estimate: Estimate): boolean {
  return estimate.unnumbered > 0 && numberedOf(estimate) === 0;
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
