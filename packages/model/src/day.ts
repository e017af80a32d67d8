/**
 * A calendar day as the number of days since 1970-01-01 in the proleptic Gregorian calendar.
 * Days have no time and no zone: 2012-04-28 is the same day in Almaty and in Uralsk.
 */
export type Day = number;

const MS_PER_DAY = 86_400_000;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day named by an ISO 8601 date such as `2012-04-28`; null when there is no such day. */
export function parseDay(text: string): Day | null {
  const match = ISO_DAY.exec(text);
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return printDay(day) === text ? day : null;
}

/** The ISO 8601 date of a day, `2012-04-28`. */
export function printDay(day: Day): string {
  const date = new Date(day * MS_PER_DAY);
  const year = date.getUTCFullYear();
  // What has no such date is refused, or written with a sign, by the standard's own printing.
  if (!(year >= 1000 && year <= 9999)) return date.toISOString().slice(0, 10);
  const month = date.getUTCMonth() + 1;
  const dayOfMonth = date.getUTCDate();
  return `${year}${month < 10 ? '-0' : '-'}${month}${dayOfMonth < 10 ? '-0' : '-'}${dayOfMonth}`;
}

/** The day of a year, a month (1 to 12) and a day of the month; overflowing parts carry, as in `Date.UTC`. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  // setUTCFullYear, because Date.UTC reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / MS_PER_DAY;
}

/** The year and the month (1 to 12) that a day lies in. */
export function yearMonth(day: Day): { year: number; month: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}
