/** How many other values, or days, there must be before one can be unusual among them. */
const OTHER_VALUES = 3;
const OTHER_DAYS = 2;
/** A slip of one digit is ten times too much; what is this many times the rest is worth a look. */
const TIMES = 20;
const YEAR = 366;

/**
 * The places in a column of those values that are more than twenty times what 95 of 100 of all have, with that number: a slip of a digit or a unit
 * rather than a distribution with a long tail.
 */
export function farAbove(values: ArrayLike<number>): { found: number[]; usual: number } {
  const sorted = Float64Array.from(values).sort();
  if (sorted.length <= OTHER_VALUES) return { found: [], usual: 0 };
  // Of few values the largest is not counted: it would be its own measure.
  const at = Math.min(Math.ceil(sorted.length * 0.95) - 1, sorted.length - 2);
  const usual = sorted[at] ?? 0;
  return { found: where(values, (value) => value > TIMES * Math.max(usual, 1)), usual };
}

/**
 * The places in a column of those days that lie apart from all others: at either end, at most one of a hundred days, farther from the rest than a
 * year and than twice the time that the rest extends over.
 */
export function farApart(values: ArrayLike<number>): number[] {
  const sorted = Float64Array.from(values).sort();
  const most = Math.max(1, Math.floor(sorted.length / 100));
  if (sorted.length <= OTHER_DAYS) return [];
  const day = (i: number) => sorted[i] ?? 0;
  const last = sorted.length - 1;
  const isApart = (gap: number, extent: number) => gap > YEAR && gap > 2 * extent;
  let [from, to] = [day(0), day(last)];
  for (let i = most; i >= 1 && from === day(0); i--)
    if (isApart(day(i) - day(i - 1), day(last) - day(i))) from = day(i);
  for (let i = last - most; i < last && to === day(last); i++)
    if (isApart(day(i + 1) - day(i), day(i) - from)) to = day(i);
  return where(values, (value) => value < from || value > to);
}

function where(values: ArrayLike<number>, isFound: (value: number) => boolean): number[] {
  const found: number[] = [];
  for (let at = 0; at < values.length; at++) if (isFound(values[at] ?? 0)) found.push(at);
  return found;
}
