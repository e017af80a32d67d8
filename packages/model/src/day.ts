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
  const { year, month, dayOfMonth } = dateOf(day);
  // What has no such date is refused, or written with a sign, by the standard's own printing.
  if (!(year >= 1000 && year <= 9999)) return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  return `${year}${month < 10 ? '-0' : '-'}${month}${dayOfMonth < 10 ? '-0' : '-'}${dayOfMonth}`;
}

/** Days of 400 years, after which the calendar repeats; and from 1 March of the year 0 to 1970-01-01. */
const DAYS_OF_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;

/**
 * The year, the month (1 to 12) and the day of the month of a day. Reckoned from March on, so that the day that some years have
 * more is the last of them: a `Date` takes ten times as long, and an answer writes a hundred days.
 */
export function dateOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const since = day + DAYS_BEFORE_1970;
  const era = Math.floor(since / DAYS_OF_ERA);
  const dayOfEra = since - era * DAYS_OF_ERA;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - 365 * yearOfEra - Math.floor(yearOfEra / 4) + Math.floor(yearOfEra / 100);
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month < 3 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** The day of a year, a month (1 to 12) and a day of the month; overflowing parts carry, as in `Date.UTC`. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  // setUTCFullYear, because Date.UTC reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, dayOfMonth) / MS_PER_DAY;
}
