import { type Cells, type Day, type DaySpan, OPEN_END, OPEN_START } from '@article21/model';
import type { Arena } from './arena.ts';
import {
  addRun,
  createPrefixSums,
  fill,
  lowerBound,
  type PrefixSums,
  subtractRun,
  wholeOf,
} from './prefix-sums.ts';
import { addCell, addSums, clear, createSums, type Sums } from './sums.ts';

/**
 * What is known only to lie in an interval. Chains hold the intervals of one length, so that within a chain the order
 * by first day is also the order by last day, and those inside any period are one run. Open starts, open ends and
 * what is open on both sides are a chain each. `starts` and `ends` hold all of them, by first and by last day.
 */
export interface Intervals {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly prefix: PrefixSums;
  readonly chains: readonly Chain[];
  readonly starts: PrefixSums;
  readonly ends: PrefixSums;
  /** The last day of each of `starts`, and the first day of each of `ends`. */
  readonly startsTo: Int32Array;
  readonly endsFrom: Int32Array;
  readonly whole: Sums;
}

export interface Chain {
  readonly start: number;
  readonly end: number;
  /** The shortest and the longest, as differences of days; an open one is longer than any that is not. */
  readonly shortest: number;
  readonly longest: number;
}

/** Builds the intervals of some cells, given by their indices. Equal ones become one. */
export function createIntervals(cells: Cells, indices: readonly number[], arena: Arena): Intervals {
  const start = (cell: number) => cells.from[cell] as number;
  const end = (cell: number) => cells.to[cell] as number;
  const chain = (cell: number) => chainOf(start(cell), end(cell));
  const order = [...indices].sort((i, j) => chain(i) - chain(j) || start(i) - start(j) || end(i) - end(j));
  const differs = (cell: number, i: number) =>
    i === 0 || start(cell) !== start(order[i - 1] as number) || end(cell) !== end(order[i - 1] as number);
  const distinct = order.filter(differs);
  const from = Int32Array.from(distinct, start);
  const to = Int32Array.from(distinct, end);
  const prefix = createPrefixSums(arena, distinct.length, null);
  const sums = createSums();
  let entry = 0;
  order.forEach((cell, i) => {
    if (i > 0 && differs(cell, i)) {
      fill(prefix, entry++, sums, 0);
      clear(sums);
    }
    addCell(sums, 0, cells, cell);
  });
  fill(prefix, entry, sums, 0);
  const [byStart, byEnd] = [orderOf(from), orderOf(to)];
  return {
    from,
    to,
    prefix,
    chains: chainsOf(from, to),
    starts: reorder(prefix, from, byStart, arena),
    ends: reorder(prefix, to, byEnd, arena),
    startsTo: byStart.map((i) => to[i] as number),
    endsFrom: byEnd.map((i) => from[i] as number),
    whole: wholeOf(prefix),
  };
}

/** Adds to `into` what lies wholly within a span, which may be open. */
export function addWithin(into: Sums, intervals: Intervals, span: DaySpan): void {
  const { chains } = intervals;
  const length = span.to - span.from;
  // Only what is longer than the period can reach out at both sides. Chains stand in order of length but for the open
  // ones, which reach out so of periods with two ends only, and are longer than any of these.
  let short = chains.length;
  // Stryker disable ConditionalExpression,EqualityOperator,ArithmeticOperator: both ways give the same sums, one sooner
  while (short > 0 && (chains[short - 1] as Chain).longest > length + 1) short--;
  if (short * 2 < chains.length) addInside(into, intervals, span);
  else addComplement(into, intervals, span, short);
}
// Stryker restore all

/** Adds to `into` what shares a day with a span. */
export function addOverlapping(into: Sums, intervals: Intervals, { from, to }: DaySpan): void {
  const { starts, ends, whole } = intervals;
  addSums(into, whole, 1);
  subtractRun(into, ends, 0, lowerBound(ends.keys as Int32Array, from, 0, ends.length));
  subtractRun(into, starts, lowerBound(starts.keys as Int32Array, to + 1, 0, starts.length), starts.length);
}

/** The chains without a first or a last day: three at most, after all others. */
export function openChains({ chains, from, to }: Intervals): readonly Chain[] {
  let first = chains.length;
  while (first > 0) {
    const { start } = chains[first - 1] as Chain;
    if (from[start] !== OPEN_START && to[start] !== OPEN_END) break;
    first--;
  }
  return chains.slice(first);
}

function addInside(into: Sums, intervals: Intervals, { from, to }: DaySpan): void {
  const length = to - from;
  for (const chain of intervals.chains) {
    // Stryker disable next-line ConditionalExpression: what is passed over has nothing to add
    if (chain.shortest > length) continue;
    const first = lowerBound(intervals.from, from, chain.start, chain.end);
    const after = lowerBound(intervals.to, to + 1, chain.start, chain.end);
    addRun(into, intervals.prefix, first, after);
  }
}

/** All, less what begins before, less what ends after, plus what does both and was taken off twice. */
function addComplement(into: Sums, intervals: Intervals, { from, to }: DaySpan, first: number): void {
  const { chains, starts, ends, whole } = intervals;
  addSums(into, whole, 1);
  subtractRun(into, starts, 0, lowerBound(starts.keys as Int32Array, from, 0, starts.length));
  subtractRun(into, ends, lowerBound(ends.keys as Int32Array, to + 1, 0, ends.length), ends.length);
  for (let i = first; i < chains.length; i++) {
    const chain = chains[i] as Chain;
    const before = lowerBound(intervals.from, from, chain.start, chain.end);
    const after = lowerBound(intervals.to, to + 1, chain.start, chain.end);
    addRun(into, intervals.prefix, after, before);
  }
}

/** The number of a chain: a length, or one of three above all lengths. */
function chainOf(from: Day, to: Day): number {
  // Stryker disable ConditionalExpression,ArithmeticOperator: more chains, in the same order, give the same sums
  const open = (from === OPEN_START ? 1 : 0) + (to === OPEN_END ? 2 : 0);
  return open === 0 ? to - from : 2 ** 40 + open;
}
// Stryker restore all

function chainsOf(from: Int32Array, to: Int32Array): Chain[] {
  const chains: Chain[] = [];
  const at = (i: number) => chainOf(from[i] as number, to[i] as number);
  const length = (i: number) => (to[i] as number) - (from[i] as number);
  for (let start = 0, i = 1; i <= from.length; i++) {
    // Stryker disable next-line ConditionalExpression,EqualityOperator: more chains give the same sums
    if (i < from.length && at(i) === at(start)) continue;
    const edges = [length(start), length(i - 1)];
    chains.push({ start, end: i, shortest: Math.min(...edges), longest: Math.max(...edges) });
    start = i;
  }
  return chains;
}

function orderOf(keys: Int32Array): Int32Array {
  return Int32Array.from(keys.keys()).sort((i, j) => (keys[i] as number) - (keys[j] as number));
}

/** The entries of prefix sums in the order of their keys. */
function reorder(prefix: PrefixSums, keys: Int32Array, order: Int32Array, arena: Arena): PrefixSums {
  const ordered = createPrefixSums(
    arena,
    keys.length,
    order.map((i) => keys[i] as number),
  );
  const sums = createSums();
  order.forEach((from, i) => {
    clear(sums);
    addRun(sums, prefix, from, from + 1);
    fill(ordered, i, sums, 0);
  });
  return ordered;
}
