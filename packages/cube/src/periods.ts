import type { Count, Step } from '@article21/model';
import { apart } from './arena.ts';
import { rankOf } from './calendar.ts';
import { addDays, type Cube } from './cube.ts';
import { addDrawn, eachDrawn } from './drawn.ts';
import { addWithin } from './intervals.ts';
import { lowerBound, type PrefixSums, postEntry, seek, settle, subtractRun } from './prefix-sums.ts';
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

/** One group of series, of which a row is made for each bucket. */
export interface Periods {
  readonly rows: Count[];
  readonly cube: Cube;
  readonly buckets: Buckets;
  readonly labels: Labels;
  readonly parts: readonly Series[];
  /** What lies within the whole period, if that is wanted; left holding what lies in no single bucket. */
  readonly rest: Sums | null;
}

/** Adds a row for each bucket that has records. */
export function addPeriods(group: Periods): void {
  const { rows, cube, buckets, labels, parts, rest } = group;
  const { step, head, tail } = buckets;
  const { names } = cube.calendar(step);
  if (head >= 0) addCut(group, head);
  if (buckets.start < buckets.end) {
    const only = parts.length === 1 ? (parts[0] as Series) : null;
    const prefix = only && !only.drawn ? cube.buckets(only, step) : unite(cube, buckets, parts);
    const start = seek(prefix, buckets.start);
    const end = seek(prefix, buckets.end);
    if (rest) subtractRun(rest, prefix, start, end);
    pushRows(rows, labels, { names, prefix, start, end });
  }
  if (tail >= 0) addCut(group, tail);
}

/** A bucket of which only a part lies within the asked period. */
function addCut({ rows, cube, buckets, labels, parts, rest }: Periods, bucket: number): void {
  const { first, last, names } = cube.calendar(buckets.step);
  const span = {
    from: Math.max(buckets.from, first[bucket] as number),
    to: Math.min(buckets.to, last[bucket] as number),
  };
  const sums = createSums();
  for (const part of parts) {
    addDays(sums, cube, part, span);
    if (part.intervals) addWithin(sums, part.intervals, span);
    if (part.drawn) addDrawn(sums, part.drawn, span, buckets);
  }
  if (sums[RECORDS] === 0) return;
  if (rest) addSums(rest, sums, -1);
  rows.push(rowOf(labels, names[bucket], sums));
}

/** The sums of several series by the buckets that lie wholly within the period. */
function unite(cube: Cube, buckets: Buckets, parts: readonly Series[]): PrefixSums {
  const { step, start, end } = buckets;
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
  const shown = { from: first[start] as number, to: last[end - 1] as number };
  for (const { drawn } of parts) {
    if (!drawn) continue;
    eachDrawn(drawn, shown, buckets, (entry) => {
      const day = drawn.prefix.keys?.[entry] as number;
      postEntry(accumulator, bucketOf[rankOf(cube.days, day)] as number, drawn.prefix, entry);
    });
  }
  return settle(accumulator, Infinity, apart);
}
