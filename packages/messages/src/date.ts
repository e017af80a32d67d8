import type { DateTexts } from '@article21/languages';
import {
  bucketName,
  bucketStart,
  type Day,
  dateOf,
  daysCounted,
  type Period,
  parseBucket,
} from '@article21/model';
import { fill } from './fill.ts';

export interface DateWords {
  /** 28 April 2012 */
  day(day: Day): string;
  /** As brief as the ends allow: `April – June 2012` for whole months, `2012` for a year; open ends are said. */
  period(period: Period): string;
  /** The same of days that sources state: `on or before 31 May 2012`. */
  dated(period: Period): string;
  /** The first to the last day of records; null where none is known. `open`: some have no such day. */
  extent(extent: Period & { open: boolean }): string | null;
  /** A date as its source states it, in EDTF as it was typed. */
  statedDate(edtf: string): string;
  /**
   * A bucket by its name, `2012-04`: April 2012; one that the asked period cuts by the days that are counted,
   * `1–5 January 2025`. Throws when it is not the name of one, or lies outside.
   */
  bucket(name: string, requested: Period): string;
  /** The same for an axis: `Apr 2012`, `28 Apr`, `Q2 2012`. */
  bucketShort(name: string): string;
  /** Monday to Sunday, as short as the column of a calendar. */
  weekdays: readonly string[];
  /** The same in two lines: the year stands under the first bucket of each. Null where the label is the year. */
  tick(name: string): { label: string; year: string | null };
}

/** Dates in the words of a language. */
export function createDates(texts: DateTexts): DateWords {
  const day = (value: Day) => fill(texts.day, parts(texts, value));
  const period = ({ from, to }: Period) => {
    if (from === null) return to === null ? texts.always : fill(texts.until, { to: day(to) });
    return to === null ? fill(texts.since, { from: day(from) }) : closed(texts, from, to);
  };
  const dated = ({ from, to }: Period) =>
    from === null && to !== null ? fill(texts.onOrBefore, { to: day(to) }) : period({ from, to });
  return {
    day,
    period,
    dated,
    extent: ({ open, ...days }) => {
      if (days.from === null && days.to === null) return null;
      return open ? fill(texts.inexact, { period: period(days) }) : period(days);
    },
    statedDate: createStatedDate(texts, dated),
    bucket: (name, requested) => {
      const { step, from, to, isCut } = bucketOf(name, requested);
      if (isCut) return days(texts, from, to);
      if (step === 'week') return fill(texts.week, { day: day(from), range: closed(texts, from, to) });
      return step === 'quarter' ? quarter(texts, from) : closed(texts, from, to);
    },
    weekdays: texts.weekdaysShort.split(' '),
    tick: (name) => tick(texts, name),
    bucketShort: (name) => {
      const { step, from, to } = bucketOf(name);
      if (step === 'day' || step === 'week') return dayShort(texts, from);
      if (step === 'month') return fill(texts.month, short(texts, from));
      return step === 'quarter' ? quarter(texts, from) : closed(texts, from, to);
    },
  };
}

function tick(texts: DateTexts, name: string): { label: string; year: string | null } {
  const { step, from } = bucketOf(name);
  const { year, month } = short(texts, from);
  if (step === 'year') return { label: year, year: null };
  if (step === 'month') return { label: month, year };
  if (step === 'quarter') return { label: fill(texts.quarterAlone, { quarter: name.slice(-1) }), year };
  return { label: dayShort(texts, from), year };
}

function bucketOf(name: string, requested: Period = { from: null, to: null }) {
  const bucket = daysCounted(name, requested);
  if (!bucket) throw new Error(`not a bucket of the period: ${name} (like 2012-04-28, 2012-W17, 2012-04)`);
  return bucket;
}

function closed(texts: DateTexts, from: Day, to: Day): string {
  const [first, last] = [parts(texts, from), parts(texts, to)];
  const both = { ...first, day2: last.day, month2: last.month, year2: last.year };
  const sameYear = first.year === last.year;
  if (whole(from, to, 'year')) return fill(sameYear ? texts.year : texts.years, both);
  if (whole(from, to, 'month')) {
    const [start, end] = [nominative(texts, from), nominative(texts, to)];
    if (bucketName(from, 'month') === bucketName(to, 'month')) return fill(texts.month, start);
    if (sameYear) return fill(texts.monthsOfYear, { ...start, month2: end.month });
    return fill(texts.span, { from: fill(texts.month, start), to: fill(texts.month, end) });
  }
  return days(texts, from, to);
}

/** The first and the last day, also where they are those of a month or a year. */
function days(texts: DateTexts, from: Day, to: Day): string {
  const [first, last] = [parts(texts, from), parts(texts, to)];
  const both = { ...first, day2: last.day, month2: last.month, year2: last.year };
  if (from === to) return fill(texts.day, first);
  if (first.year === last.year)
    return fill(first.month === last.month ? texts.daysOfMonth : texts.daysOfYear, both);
  return fill(texts.span, { from: fill(texts.day, first), to: fill(texts.day, last) });
}

/** Whether a period begins and ends with whole months or years. */
function whole(from: Day, to: Day, step: 'month' | 'year'): boolean {
  return bucketStart(from, step) === from && bucketStart(to + 1, step) === to + 1;
}

function quarter(texts: DateTexts, day: Day): string {
  const { year } = parts(texts, day);
  return fill(texts.quarter, { year, quarter: bucketName(day, 'quarter').slice(-1) });
}

function parts(texts: DateTexts, day: Day) {
  return named(texts.monthsOfDay, day);
}

function nominative(texts: DateTexts, day: Day) {
  return named(texts.months, day);
}

function short(texts: DateTexts, day: Day) {
  return named(texts.monthsShort, day);
}

function dayShort(texts: DateTexts, day: Day): string {
  return fill(texts.dayShort, named(texts.monthsOfDayShort, day));
}

function named(months: string, day: Day): { day: string; month: string; year: string } {
  const { year, month, dayOfMonth } = dateOf(day);
  return { day: String(dayOfMonth), month: listOf(months)[month - 1] ?? '', year: String(year) };
}

/** Lists of months, each split once: a sentence names four of them. */
const lists = new Map<string, readonly string[]>();

function listOf(months: string): readonly string[] {
  const list = lists.get(months) ?? months.split(' ');
  lists.set(months, list);
  return list;
}

/** A date in EDTF level 1, read as far as words need it. */
interface Stated extends Period {
  about: boolean;
  uncertain: boolean;
}

/**
 * A date as its source states it, from EDTF as it was typed: `../2012-04-28` is "on or before 28 April 2012",
 * `2012-05-31~` is "31 May 2012, about". What is no such date any more, such as the season of an old snapshot, stays as
 * it was typed.
 */
function createStatedDate(texts: DateTexts, dated: (period: Period) => string): (edtf: string) => string {
  return (edtf) => {
    const stated = readStated(edtf);
    if (!stated) return edtf;
    const date = dated(stated);
    const about = stated.about ? fill(texts.about, { date }) : date;
    return stated.uncertain ? fill(texts.uncertain, { date: about }) : about;
  };
}

function readStated(edtf: string): Stated | null {
  const [first = '', last = first, ...rest] = edtf.split('/');
  const [from, to] = [readEnd(first), readEnd(last)];
  if (!from || !to || rest.length > 0) return null;
  return {
    from: from.from,
    to: to.to,
    about: from.about || to.about,
    uncertain: from.uncertain || to.uncertain,
  };
}

/** One end of an interval; two dots, or nothing, where it is open. */
function readEnd(text: string): Stated | null {
  if (text === '..' || text === '') return { from: null, to: null, about: false, uncertain: false };
  const [, digits = '', sign = ''] = /^([\dX-]+)([~?%]?)$/.exec(text) ?? [];
  const period = readDigits(digits);
  return period && { ...period, about: /[~%]/.test(sign), uncertain: /[?%]/.test(sign) };
}

/** A day, month or year; the digits that are not known are `X`, from the right: `2012-04-XX`, `201X`. */
function readDigits(digits: string): Period | null {
  const known = digits.replace(/(?:-XX)+$/, '');
  if (!known.endsWith('X')) return parseBucket(known);
  const first = parseBucket(known.replaceAll('X', '0'));
  const last = parseBucket(known.replaceAll('X', '9'));
  return first && last && { from: first.from, to: last.to };
}
