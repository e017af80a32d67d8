import type { Count, Step } from '@article21/model';
import { apart } from './arena.ts';
import { rankOf } from './calendar.ts';
import { addDays, type Cube } from './cube.ts';
import { addDrawn, eachDrawn } from './drawn.ts';
import { addWithin } from './intervals.ts';
import { addRun, lowerBound, type PrefixSums, postEntry, seek, settle } from './prefix-sums.ts';
import { type Labels, pushRows, rowOf } from './rows.ts';
import type { Series } from './series.ts';
import { addSums, createSums, RECORDS, type Sums } from './sums.ts';

/** The buckets of a step under a period: [start, end) wholly within it, `cut` those that only overlap it. */
export interface Buckets {
  readonly step: Step;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** The one before `start` and the one at `end`, which may be the same; -1 when there is none. */
  readonly head: number;
  readonly tail: number;
}

export function bucketsOf(cube: Cube, step: Step, from: number, to: number): Buckets {
  const { first, last } = cube.calendar(step);
  const start = lowerBound(first, from, 0, first.length);
  const end = lowerBound(last, to + 1, 0, last.length);
  const head = start > 0 && (last[start - 1] as number) >= from ? start - 1 : -1;
  const tail = end < first.length && (first[end] as number) <= to ? end : -1;
  return { step, from, to, start, end, head, tail: tail === head ? -1 : tail };
}

/**
 * Adds a row for each bucket that has records. `rest`, when given, is what lies within the whole period, and is left
 * holding what lies in no single bucket.
 */
export function addPeriods(
  rows: Count[],
  cube: Cube,
  buckets: Buckets,
  labels: Labels,
  parts: readonly Series[],
  rest: Sums | null,
): void {
  const { step, start, end, head, tail } = buckets;
  const { names } = cube.calendar(step);
  if (head >= 0) addCut(rows, cube, buckets, head, labels, parts, rest);
  if (start < end) {
    const only = parts.length === 1 ? (parts[0] as Series) : null;
    const prefix = only && !only.drawn ? cube.buckets(only, step) : unite(cube, buckets, parts);
    const i = seek(prefix, start);
    const j = seek(prefix, end);
    if (rest) addRun(rest, prefix, i, j, -1);
    pushRows(rows, labels, names, prefix, i, j);
  }
  if (tail >= 0) addCut(rows, cube, buckets, tail, labels, parts, rest);
}

/** A bucket of which only a part lies within the asked period. */
function addCut(
  rows: Count[],
  cube: Cube,
  { step, from, to }: Buckets,
  bucket: number,
  labels: Labels,
  parts: readonly Series[],
  rest: Sums | null,
): void {
  const { first, last, names } = cube.calendar(step);
  const start = Math.max(from, first[bucket] as number);
  const end = Math.min(to, last[bucket] as number);
  const sums = createSums();
  for (const part of parts) {
    addDays(sums, cube, part, start, end);
    if (part.intervals) addWithin(sums, part.intervals, start, end);
    if (part.drawn) addDrawn(sums, part.drawn, start, end, from, to);
  }
  if (sums[RECORDS] === 0) return;
  if (rest) addSums(rest, sums, -1);
  rows.push(rowOf(labels, names[bucket], sums));
}

/** The sums of several series by the buckets that lie wholly within the period. */
function unite(cube: Cube, { step, start, end, from, to }: Buckets, parts: readonly Series[]): PrefixSums {
  const { accumulator } = cube;
  // Made before posting begins, because making one uses the same accumulator.
  const prefixes = parts.map((part) => cube.buckets(part, step));
  for (const prefix of prefixes) {
    const { keys } = prefix;
    const after = seek(prefix, end);
    for (let i = seek(prefix, start); i < after; i++)
      postEntry(accumulator, keys ? (keys[i] as number) : i, prefix, i);
  }
  const { first, last, bucketOf } = cube.calendar(step);
  for (const { drawn } of parts) {
    if (!drawn) continue;
    eachDrawn(drawn, first[start] as number, last[end - 1] as number, from, to, (entry) => {
      const day = drawn.prefix.keys?.[entry] as number;
      postEntry(accumulator, bucketOf[rankOf(cube.days, day)] as number, drawn.prefix, entry);
    });
  }
  return settle(accumulator, Infinity, apart);
}
