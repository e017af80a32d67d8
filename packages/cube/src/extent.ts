import { type DaySpan, type Measure, OPEN_END, OPEN_START, type OpenPart } from '@article21/model';
import { type Days, rankOf } from './calendar.ts';

import { type Intervals, openChains } from './intervals.ts';
import { addRun, firstKey, lastKey, lowerBound, type PrefixSums, recordsIn, seek } from './prefix-sums.ts';
import { countedOf } from './rows.ts';
import { intervalsOf, type Series } from './series.ts';
import { clear, createSums, RECORDS, type Sums } from './sums.ts';

/** When what is counted lies, while it is being added up: what has both ends, and what has an open one. */
export interface Extent {
  from: number;
  to: number;
  readonly open: Sums;
  /** `OPEN_START` and `OPEN_END` once any of it has no such end. */
  openFrom: number;
  openTo: number;
}

export function createExtent(): Extent {
  const extent: Extent = { from: 0, to: 0, open: createSums(), openFrom: 0, openTo: 0 };
  clearExtent(extent);
  return extent;
}

export function clearExtent(extent: Extent): void {
  extent.from = Infinity;
  extent.to = -Infinity;
  extent.openFrom = Infinity;
  extent.openTo = -Infinity;
  clear(extent.open);
}

/** Widens an extent by what of a series lies wholly within a span, which may be open. */
export function extend(extent: Extent, days: Days, series: Series, span: DaySpan): void {
  extendByDays(extent, days, series.days, span);
  for (const intervals of intervalsOf(series)) {
    extendByClosed(extent, intervals, span);
    if (span.from === OPEN_START || span.to === OPEN_END) extendByOpen(extent, intervals, span);
  }
}

/** The days of what has both ends; null when nothing has. */
export function datedOf({ from, to }: Extent): DaySpan | null {
  return from > to ? null : { from, to };
}

/** What has an open end, or no date; null when nothing is so. */
export function openOf(measure: Measure, { open, openFrom, openTo }: Extent): OpenPart | null {
  if (open[RECORDS] === 0) return null;
  const from = openFrom === OPEN_START ? null : openFrom;
  const to = openTo === OPEN_END ? null : openTo;
  return { ...countedOf(measure, open), from, to };
}

function extendByDays(extent: Extent, days: Days, prefix: PrefixSums, { from, to }: DaySpan): void {
  const start = seek(prefix, rankOf(days, from));
  const end = seek(prefix, rankOf(days, to + 1));
  if (start >= end || recordsIn(prefix, start, end) === 0) return;
  extent.from = Math.min(extent.from, days.days[firstKey(prefix, start, end)] as number);
  extent.to = Math.max(extent.to, days.days[lastKey(prefix, start, end)] as number);
}

/** The first day is sought from the earliest start on, so that one look is enough where intervals are short. */
function extendByClosed(extent: Extent, intervals: Intervals, { from, to }: DaySpan): void {
  const { starts, ends, startsTo, endsFrom } = intervals;
  const [first, last] = [starts.keys as Int32Array, ends.keys as Int32Array];
  for (let i = lowerBound(first, Math.max(from, OPEN_START + 1), 0, first.length); i < first.length; i++) {
    const start = first[i] as number;
    if (start >= extent.from) break;
    if (startsTo[i] === OPEN_END || (startsTo[i] as number) > to) continue;
    extent.from = start;
    break;
  }
  for (let i = lowerBound(last, Math.min(to, OPEN_END - 1) + 1, 0, last.length) - 1; i >= 0; i--) {
    const end = last[i] as number;
    if (end <= extent.to) break;
    if (endsFrom[i] === OPEN_START || (endsFrom[i] as number) < from) continue;
    extent.to = end;
    break;
  }
}

function extendByOpen(extent: Extent, intervals: Intervals, { from, to }: DaySpan): void {
  for (const { start, end } of openChains(intervals)) {
    const first = lowerBound(intervals.from, from, start, end);
    const after = lowerBound(intervals.to, to + 1, start, end);
    if (first >= after) continue;
    addRun(extent.open, intervals.prefix, first, after);
    extent.openFrom = Math.min(extent.openFrom, intervals.from[first] as number);
    extent.openTo = Math.max(extent.openTo, intervals.to[after - 1] as number);
  }
}
