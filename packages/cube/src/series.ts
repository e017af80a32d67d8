import type { Cells } from '@article21/model';
import { type Calendar, type Days, rankOf } from './calendar.ts';
import { createIntervals, type Intervals } from './intervals.ts';
import { addCell, addSums, createSums, FIELDS } from './sums.ts';
import { addRun, type Ledger, post, settle, type Track } from './track.ts';

/** The counts of one measure, basis and phase in one node along time. */
export interface Series {
  /** What is dated to the day, by the day's rank. */
  readonly days: Track;
  readonly intervals: Intervals | null;
  /** By bucket of each step, what lies in a single one; made when first asked for. The step of days is not here. */
  readonly buckets: (Track | undefined)[];
}

/** Builds the series of some cells; null when there are none. */
export function createSeries(
  cells: Cells,
  chosen: Iterable<number>,
  days: Days,
  ledger: Ledger,
): Series | null {
  const intervals: number[] = [];
  let any = false;
  for (const cell of chosen) {
    any = true;
    const from = cells.from[cell] as number;
    if (from !== cells.to[cell]) intervals.push(cell);
    else addCell(ledger.sums, post(ledger, rankOf(days, from)), cells, cell);
  }
  if (!any) return null;
  return {
    days: settle(ledger, days.days.length),
    intervals: intervals.length > 0 ? createIntervals(cells, intervals) : null,
    buckets: [],
  };
}

/** Sums a series by the buckets of a calendar: its days, and the intervals that lie in a single bucket. */
export function bucketTrack(series: Series, days: Days, calendar: Calendar, ledger: Ledger): Track {
  const { bucketOf, last, names } = calendar;
  addTrack(series.days, ledger, (i) => bucketOf[series.days.keys?.[i] ?? i] as number);
  const { intervals } = series;
  if (intervals) {
    addTrack(intervals.track, ledger, (i) => {
      const from = intervals.from[i] as number;
      const bucket = bucketOf[rankOf(days, from)] as number | undefined;
      const fits = bucket !== undefined && from >= (calendar.first[bucket] as number);
      return fits && (intervals.to[i] as number) <= (last[bucket] as number) ? bucket : -1;
    });
  }
  return settle(ledger, names.length);
}

/** Posts each entry of a track under the key that it gets; none when that is negative. */
function addTrack(track: Track, ledger: Ledger, keyOf: (index: number) => number): void {
  const sums = createSums();
  for (let i = 0; i < track.length; i++) {
    const key = keyOf(i);
    sums.fill(0);
    addRun(sums, track, i, i + 1, 1);
    if (key < 0 || sums[FIELDS - 1] === 0) continue;
    const offset = post(ledger, key);
    addSums(ledger.sums.subarray(offset, offset + FIELDS), sums, 1);
  }
}
