import { type Arena, createArena } from './arena.ts';
import { createSums, FIELDS, RECORDS, type Sums } from './sums.ts';

/**
 * Prefix sums along ascending keys: entry i holds the sums of everything before key i, so any run of keys is one
 * subtraction. An entry is 48 bytes: low and high as doubles, then seven counts, and how many of the entries before it have
 * any record.
 *
 * Dense when most keys are taken: `keys` is null and the key is the index. Sparse otherwise.
 */
export interface PrefixSums {
  readonly length: number;
  readonly keys: Int32Array | null;
  readonly amounts: Float64Array;
  readonly counts: Uint32Array;
}

/** How far apart entries stand in `amounts` and in `counts`, and where the counts of the first one begin. */
export const AMOUNTS = 6;
export const COUNTS = 12;
export const FIRST_COUNT = 4;
/** Where an entry says how many of those before it have any record. */
const TAKEN = COUNTS - 1;

/** Room for `length` entries, to be filled in order by `fill`. Keys are copied. */
export function createPrefixSums(
  arena: Arena,
  length: number,
  ascending: ArrayLike<number> | null,
): PrefixSums {
  const values = (length + 1) * AMOUNTS;
  const { buffer, offset } = arena.take(values * 8 + (ascending ? length * 4 : 0));
  const keys = ascending && new Int32Array(buffer, offset + values * 8, length);
  if (ascending) keys?.set(ascending);
  return {
    length,
    keys,
    amounts: new Float64Array(buffer, offset, values),
    counts: new Uint32Array(buffer, offset, values * 2),
  };
}

/** Sets entry `index + 1` to entry `index` and the sums at `offset`. Entries are filled in ascending order. */
export function fill(prefix: PrefixSums, index: number, sums: Float64Array, offset: number): void {
  const { amounts, counts } = prefix;
  const a = index * AMOUNTS;
  const b = a + AMOUNTS;
  const c = index * COUNTS + FIRST_COUNT;
  const d = c + COUNTS;
  amounts[b] = (amounts[a] as number) + (sums[offset] as number);
  amounts[b + 1] = (amounts[a + 1] as number) + (sums[offset + 1] as number);
  counts[d] = (counts[c] as number) + (sums[offset + 2] as number);
  counts[d + 1] = (counts[c + 1] as number) + (sums[offset + 3] as number);
  counts[d + 2] = (counts[c + 2] as number) + (sums[offset + 4] as number);
  counts[d + 3] = (counts[c + 3] as number) + (sums[offset + 5] as number);
  counts[d + 4] = (counts[c + 4] as number) + (sums[offset + 6] as number);
  counts[d + 5] = (counts[c + 5] as number) + (sums[offset + 7] as number);
  counts[d + 6] = (counts[c + 6] as number) + (sums[offset + 8] as number);
  counts[b * 2 + TAKEN] = (counts[a * 2 + TAKEN] as number) + (sums[offset + RECORDS] === 0 ? 0 : 1);
}

/** Adds to `into` the entries from index `start` up to, not including, `end`. */
export function addRun(into: Sums, prefix: PrefixSums, start: number, end: number): void {
  if (start < end) addDifference(into, prefix, start, end);
}

/** Takes the same off. */
export function subtractRun(into: Sums, prefix: PrefixSums, start: number, end: number): void {
  if (start < end) addDifference(into, prefix, end, start);
}

/** Adds what stands before index `end`, and takes off what stands before index `start`. */
function addDifference(into: Sums, { amounts, counts }: PrefixSums, start: number, end: number): void {
  const a = start * AMOUNTS;
  const b = end * AMOUNTS;
  const c = start * COUNTS + FIRST_COUNT;
  const d = end * COUNTS + FIRST_COUNT;
  into[0] = (into[0] as number) + ((amounts[b] as number) - (amounts[a] as number));
  into[1] = (into[1] as number) + ((amounts[b + 1] as number) - (amounts[a + 1] as number));
  for (let i = 0; i < FIELDS - 2; i++)
    into[2 + i] = (into[2 + i] as number) + ((counts[d + i] as number) - (counts[c + i] as number));
}

/** How many records the entries from index `start` up to, not including, `end` have. */
export function recordsIn({ counts }: PrefixSums, start: number, end: number): number {
  const last = FIRST_COUNT + RECORDS - 2;
  return (counts[end * COUNTS + last] as number) - (counts[start * COUNTS + last] as number);
}

/** How many of the entries from index `start` up to, not including, `end` have any record. */
export function entriesIn({ counts }: PrefixSums, start: number, end: number): number {
  if (start >= end) return 0;
  return (counts[end * COUNTS + TAKEN] as number) - (counts[start * COUNTS + TAKEN] as number);
}

/** The key of the first entry in [start, end) with any records; there must be one. */
export function firstKey(prefix: PrefixSums, start: number, end: number): number {
  if (prefix.keys) return prefix.keys[start] as number;
  let low = start;
  let high = end - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (recordsIn(prefix, start, middle + 1) === 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The key of the last entry in [start, end) with any records; there must be one. */
export function lastKey(prefix: PrefixSums, start: number, end: number): number {
  if (prefix.keys) return prefix.keys[end - 1] as number;
  let low = start;
  let high = end - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (recordsIn(prefix, middle, end) === 0) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** The index of the first entry whose key is `key` or above. */
export function seek(prefix: PrefixSums, key: number): number {
  if (prefix.keys) return lowerBound(prefix.keys, key, 0, prefix.length);
  return Math.min(key, prefix.length);
}

/** The first index in [start, end) of an ascending array that holds `key` or more; `end` when none does. */
export function lowerBound(values: Int32Array, key: number, start: number, end: number): number {
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sums by key in any order, until they are made into prefix sums. One serves many, one after the other. */
export interface Accumulator {
  readonly arena: Arena;
  readonly sums: Float64Array;
  readonly touched: Int32Array;
  count: number;
}

export function createAccumulator(size: number): Accumulator {
  return {
    arena: createArena(),
    sums: new Float64Array(size * FIELDS),
    touched: new Int32Array(size),
    count: 0,
  };
}

/** Where the sums of a key are to be added. What is added must have at least one record. */
export function post(accumulator: Accumulator, key: number): number {
  const offset = key * FIELDS;
  if (accumulator.sums[offset + RECORDS] === 0) accumulator.touched[accumulator.count++] = key;
  return offset;
}

/** Adds entry `index` of prefix sums under a key; an entry without records is left out. */
export function postEntry(accumulator: Accumulator, key: number, prefix: PrefixSums, index: number): void {
  if (recordsIn(prefix, index, index + 1) === 0) return;
  const { sums } = accumulator;
  const { amounts, counts } = prefix;
  const offset = post(accumulator, key);
  const a = index * AMOUNTS;
  const c = index * COUNTS + FIRST_COUNT;
  for (let i = 0; i < 2; i++)
    sums[offset + i] =
      (sums[offset + i] as number) + ((amounts[a + AMOUNTS + i] as number) - (amounts[a + i] as number));
  for (let i = 0; i < FIELDS - 2; i++) {
    const field = offset + 2 + i;
    sums[field] = (sums[field] as number) + ((counts[c + COUNTS + i] as number) - (counts[c + i] as number));
  }
}

/** Makes prefix sums of all that was posted, of keys below `size`, and empties the accumulator. */
export function settle(accumulator: Accumulator, size: number, arena = accumulator.arena): PrefixSums {
  const { count, sums } = accumulator;
  const touched = accumulator.touched.subarray(0, count);
  // Stryker disable next-line ConditionalExpression: what is in order is the same when it is sorted
  if (!isAscending(touched)) touched.sort();
  // Stryker disable next-line ConditionalExpression,EqualityOperator,ArithmeticOperator: both forms hold the same sums
  const dense = count * 2 >= size;
  const prefix = dense ? createPrefixSums(arena, size, null) : createPrefixSums(arena, count, touched);
  for (let i = 0; i < prefix.length; i++) {
    const offset = (dense ? i : (touched[i] as number)) * FIELDS;
    fill(prefix, i, sums, offset);
    for (let field = 0; field < FIELDS; field++) sums[offset + field] = 0;
  }
  accumulator.count = 0;
  return prefix;
}

function isAscending(keys: Int32Array): boolean {
  // Stryker disable all: whoever takes what is in order for disorder sorts it, and has the same
  let i = 1;
  while (i < keys.length && (keys[i - 1] as number) < (keys[i] as number)) i++;
  return i >= keys.length;
}
// Stryker restore all

/** The sums of all entries. */
export function wholeOf(prefix: PrefixSums): Sums {
  const sums = createSums();
  addRun(sums, prefix, 0, prefix.length);
  return sums;
}
