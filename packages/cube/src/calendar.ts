import { bucketName, bucketStart, type Day, nextBucket, type Step } from '@article21/model';

/** The days on which anything begins, ascending. All that is counted by day is counted by a day's rank in them. */
export interface Days {
  readonly days: Int32Array;
  /** No later than the first of `days`. */
  readonly origin: Day;
  /** For each day from `origin` on: how many days stand before it. */
  readonly ranks: Int32Array;
}

/** The buckets of one step in which any of the days lies, ascending. Buckets without a day have no place here. */
export interface Calendar {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly names: readonly string[];
  /** The bucket of each day, by rank. */
  readonly bucketOf: Int32Array;
}

/** Lists the days marked in `marks`, whose index 0 is `origin`. */
export function createDays(marks: Uint8Array, origin: Day): Days {
  const ranks = new Int32Array(marks.length);
  let count = 0;
  for (let i = 0; i < marks.length; i++) {
    ranks[i] = count;
    count += marks[i] as number;
  }
  const days = new Int32Array(count);
  for (let i = 0; i < marks.length; i++) if (marks[i]) days[ranks[i] as number] = origin + i;
  return { days, origin, ranks };
}

/** How many of the days stand before `day`. */
export function rankOf({ days, origin, ranks }: Days, day: Day): number {
  const index = day - origin;
  if (index <= 0) return 0;
  return index < ranks.length ? (ranks[index] as number) : days.length;
}

/** Sorts the days into the buckets of a step. */
export function createCalendar({ days }: Days, step: Step): Calendar {
  const first: Day[] = [];
  const last: Day[] = [];
  const names: string[] = [];
  const bucketOf = new Int32Array(days.length);
  let end = -Infinity;
  for (let rank = 0; rank < days.length; rank++) {
    const day = days[rank] as number;
    if (day > end) {
      const start = bucketStart(day, step);
      end = nextBucket(start, step) - 1;
      first.push(start);
      last.push(end);
      names.push(bucketName(day, step));
    }
    bucketOf[rank] = names.length - 1;
  }
  return { first: Int32Array.from(first), last: Int32Array.from(last), names, bucketOf };
}
