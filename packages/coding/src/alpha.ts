/** How far apart two values are, squared: 0 where they are the same. Called with values that are not equal. */
export type Difference<T> = (a: T, b: T) => number;

/** Of names: all that differ differ alike. */
export const nominal: Difference<string> = () => 1;

/** Of quantities with a true zero: 10 and 20 are as far apart as 100 and 200. */
export const ratio: Difference<number> = (a, b) => ((a - b) / (a + b)) ** 2;

/** Of quantities on a scale without one. */
export const interval: Difference<number> = (a, b) => (a - b) ** 2;

/**
 * Krippendorff's alpha: 1 is agreement, 0 is what chance would bring, below it they disagree more than by chance. A unit
 * has the values that its coders gave, those of who gave none left out; it counts where it has two. Null where there is
 * nothing to agree about: no such unit, or one value only.
 */
export function krippendorffAlpha<T extends string | number>(
  units: readonly (readonly T[])[],
  difference: Difference<T>,
): number | null {
  const pairable = units.filter(({ length }) => length > 1);
  const all = pairable.flat();
  const observed = pairable.reduce(
    (sum, values) => sum + differences(values, difference) / (values.length - 1),
    0,
  );
  const expected = differences(all, difference) / (all.length - 1);
  return expected > 0 ? 1 - observed / expected : null;
}

/** The sum over all ordered pairs of values. Equal ones are counted first: there are fewer different ones. */
function differences<T extends string | number>(values: readonly T[], difference: Difference<T>): number {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const distinct = [...counts];
  let sum = 0;
  for (const [i, [a, timesA]] of distinct.entries())
    for (const [b, timesB] of distinct.slice(i + 1)) sum += 2 * timesA * timesB * difference(a, b);
  return sum;
}
