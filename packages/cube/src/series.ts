import { type Cells, cellPhases, NO_DAY, NOT_QUOTED, OPEN_START } from '@article21/model';
import { type Calendar, type Days, rankOf } from './calendar.ts';
import { createDrawn, type Drawn } from './drawn.ts';
import { createIntervals, type Intervals } from './intervals.ts';
import { type Accumulator, type PrefixSums, post, postEntry, settle } from './prefix-sums.ts';
import { addCell } from './sums.ts';

/** The phase of a series that takes in every phase; the others are numbered as in cells. */
export const EVERY_PHASE = NOT_QUOTED + cellPhases.length;

/** The counts of one measure, basis and phase in one node along time. */
export interface Series {
  /** What is dated to the day, by the day's rank. */
  readonly days: PrefixSums;
  readonly intervals: Intervals | null;
  /** What stands on its assembly's day, which no source states; not among the intervals. */
  readonly drawn: Drawn | null;
  /** By bucket of each step, what lies in a single one; made when first asked for. The step of days is not here. */
  readonly buckets: (PrefixSums | undefined)[];
}

/** Which cells a series is made of: those of a basis and phase in some runs of cells, [start, end) each. */
export interface Choice {
  readonly runs: readonly (readonly [start: number, end: number])[];
  readonly basis: number;
  /** Null for every phase. */
  readonly phase: number | null;
}

/** Builds the series of some cells; null when there are none. */
export function createSeries(
  cells: Cells,
  choice: Choice,
  days: Days,
  accumulator: Accumulator,
): Series | null {
  const { from, to, day: drawnOn } = cells;
  const intervals: number[] = [];
  const drawn: number[] = [];
  for (const [start, end] of choice.runs) {
    for (let cell = start; cell < end; cell++) {
      if (cells.basis[cell] !== choice.basis) continue;
      if (choice.phase !== null && cells.phase[cell] !== choice.phase) continue;
      const day = from[cell] as number;
      const other = drawnOn[cell] !== NO_DAY && drawnOn[cell] !== day;
      if (day === to[cell] && !other)
        addCell(accumulator.sums, post(accumulator, rankOf(days, day)), cells, cell);
      else if (drawnOn[cell] === NO_DAY) intervals.push(cell);
      else drawn.push(cell);
    }
  }
  if (accumulator.count === 0 && intervals.length === 0 && drawn.length === 0) return null;
  return {
    days: settle(accumulator, days.days.length),
    intervals: intervals.length > 0 ? createIntervals(cells, intervals, accumulator.arena) : null,
    drawn: drawn.length > 0 ? createDrawn(cells, drawn, accumulator.arena) : null,
    buckets: [],
  };
}

/** The intervals of a series, those drawn on a day among them. */
export function intervalsOf({ intervals, drawn }: Series): readonly Intervals[] {
  if (!drawn) return intervals ? [intervals] : NONE;
  return intervals ? [intervals, drawn.intervals] : [drawn.intervals];
}

const NONE: readonly Intervals[] = [];

/** Sums a series by the buckets of a calendar: its days, and the intervals that lie in a single bucket. */
export function bucketSums(
  series: Series,
  days: Days,
  calendar: Calendar,
  accumulator: Accumulator,
): PrefixSums {
  const { bucketOf, first, last, names } = calendar;
  const { intervals } = series;
  const { keys, length } = series.days;
  for (let i = 0; i < length; i++)
    postEntry(accumulator, bucketOf[keys ? (keys[i] as number) : i] as number, series.days, i);
  for (let i = 0; intervals && i < intervals.prefix.length; i++) {
    const from = intervals.from[i] as number;
    if (from === OPEN_START) continue;
    const bucket = bucketOf[rankOf(days, from)] as number;
    if (from >= (first[bucket] as number) && (intervals.to[i] as number) <= (last[bucket] as number))
      postEntry(accumulator, bucket, intervals.prefix, i);
  }
  return settle(accumulator, names.length);
}
