import { type Day, parseDay, printDay } from './day.ts';

/** A span of days, both ends included; a null end is open. */
export interface Period {
  from: Day | null;
  to: Day | null;
}

/** Whether the whole of `inner` lies in `outer`: an open end lies only in an open end. */
export function contains(outer: Period, inner: Period): boolean {
  const startsInside = outer.from === null || (inner.from !== null && inner.from >= outer.from);
  const endsInside = outer.to === null || (inner.to !== null && inner.to <= outer.to);
  return startsInside && endsInside;
}

/** Whether two periods share a day. */
export function overlaps(a: Period, b: Period): boolean {
  return (a.from ?? -Infinity) <= (b.to ?? Infinity) && (b.from ?? -Infinity) <= (a.to ?? Infinity);
}

/** Whether a period is one single day. */
export function isDay(period: Period): period is { from: Day; to: Day } {
  return period.from !== null && period.from === period.to;
}

/** A period as an ISO 8601-2 interval: `2012-04-28`, `2012-04-01/2012-04-30`, `../2012-05-31`. */
export function printPeriod(period: Period): string {
  const end = (day: Day | null) => (day === null ? '..' : printDay(day));
  return isDay(period) ? printDay(period.from) : `${end(period.from)}/${end(period.to)}`;
}

/** Reads what `printPeriod` writes; null for anything else. For what monitors type, see `readEdtf`. */
export function parsePeriod(text: string): Period | null {
  const [start = '', end = start, ...rest] = text.split('/');
  const from = start === '..' ? null : parseDay(start);
  const to = end === '..' ? null : parseDay(end);
  const readable = rest.length === 0 && (from !== null || start === '..') && (to !== null || end === '..');
  return readable && (from === null || to === null || from <= to) ? { from, to } : null;
}
