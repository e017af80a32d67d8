import { type Day, dateOf, dayOf, parseDay, printDay } from './day.ts';
import type { Period } from './period.ts';

/** The lengths of the buckets a time series is drawn in. Weeks are ISO weeks: Monday to Sunday. */
export const steps = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Step = (typeof steps)[number];

/** The first day of the bucket that a day lies in. */
export function bucketStart(day: Day, step: Step): Day {
  if (step === 'day') return day;
  // 1970-01-01, day 0, was a Thursday.
  if (step === 'week') return day - mod(day + 3, 7);
  const { year, month } = dateOf(day);
  if (step === 'month') return dayOf(year, month, 1);
  if (step === 'quarter') return dayOf(year, month - ((month - 1) % 3), 1);
  return dayOf(year, 1, 1);
}

/** The first day of the bucket after the one that begins on `start`. */
export function nextBucket(start: Day, step: Step): Day {
  if (step === 'day') return start + 1;
  if (step === 'week') return start + 7;
  const { year, month } = dateOf(start);
  const months = step === 'month' ? 1 : step === 'quarter' ? 3 : 12;
  return dayOf(year, month + months, 1);
}

/** The name of the bucket that a day lies in: `2012-04-28`, `2012-W17`, `2012-04`, `2012-Q2`, `2012`. */
export function bucketName(day: Day, step: Step): string {
  if (step === 'day') return printDay(day);
  if (step === 'week') return weekName(day);
  const { year, month } = dateOf(day);
  const name = String(year).padStart(4, '0');
  if (step === 'month') return `${name}-${String(month).padStart(2, '0')}`;
  if (step === 'quarter') return `${name}-Q${Math.ceil(month / 3)}`;
  return name;
}

/** The step and the days of a bucket's name; null when it is not one. */
export function parseBucket(name: string): { step: Step; from: Day; to: Day } | null {
  const found = start(name);
  if (!found || bucketName(found.from, found.step) !== name) return null;
  return { ...found, to: nextBucket(found.from, found.step) - 1 };
}

/**
 * What of a bucket lies in a period, by the bucket's name; `isCut` where that is not all of it, so that its name would
 * claim days that are not counted. Null for what is not the name of a bucket, or lies outside.
 */
export function daysCounted(
  name: string,
  { from, to }: Period,
): { step: Step; from: Day; to: Day; isCut: boolean } | null {
  const bucket = parseBucket(name);
  if (!bucket) return null;
  const first = Math.max(bucket.from, from ?? bucket.from);
  const last = Math.min(bucket.to, to ?? bucket.to);
  if (first > last) return null;
  return { step: bucket.step, from: first, to: last, isCut: first > bucket.from || last < bucket.to };
}

/** About how many buckets a number of days fills; never fewer than it really does, less one. */
export function bucketCount(days: number, step: Step): number {
  const length = { day: 1, week: 7, month: 28, quarter: 90, year: 365 }[step];
  return Math.ceil(days / length) + 1;
}

function start(name: string): { step: Step; from: Day } | null {
  const day = parseDay(name);
  if (day !== null) return { step: 'day', from: day };
  const match = /^(\d{4})(?:-(?:W(\d{2})|Q([1-4])|(\d{2})))?$/.exec(name);
  if (!match) return null;
  const year = Number(match[1]);
  if (match[2]) return { step: 'week', from: firstMonday(year) + (Number(match[2]) - 1) * 7 };
  if (match[3]) return { step: 'quarter', from: dayOf(year, Number(match[3]) * 3 - 2, 1) };
  if (match[4]) return { step: 'month', from: dayOf(year, Number(match[4]), 1) };
  return { step: 'year', from: dayOf(year, 1, 1) };
}

/** Monday of ISO week 1, the week that holds 4 January. */
function firstMonday(year: number): Day {
  return bucketStart(dayOf(year, 1, 4), 'week');
}

function weekName(day: Day): string {
  const monday = bucketStart(day, 'week');
  // An ISO week belongs to the year of its Thursday.
  const { year } = dateOf(monday + 3);
  const week = (monday - firstMonday(year)) / 7 + 1;
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

function mod(n: number, m: number): number {
  return ((n % m) + m) % m;
}
