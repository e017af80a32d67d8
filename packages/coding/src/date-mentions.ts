import { statementWords } from '@article21/messages/statements';
import { monthNamed } from '@article21/model';
import * as chrono from 'chrono-node';
import { literally, type Words, wordsAt } from './words.ts';

/** A date of a sentence: EDTF, in which the year may still be missing, `{year}-05-12/{year}-05-15`. */
export interface DateMention {
  words: Words;
  year: number | null;
  /** The date of a year. */
  in(year: number): string | null;
}

const languages = Object.values(statementWords);
const YEAR = String.raw`(?:,?\s+(\d{4})(?!\d))?`;
/** The library keeps only the second day of "between 12 and 15 May". */
const INTERVALS = languages
  .flatMap((it) => it.days)
  .map(
    ([before, between]) =>
      new RegExp(
        String.raw`(?<!\p{L})${before}\s+(\d{1,2})\s+${between}\s+(\d{1,2})\s+(\p{L}+)${YEAR}`,
        'giu',
      ),
  );
const kazakhMonths = statementWords.kk.months;
/** `2012 жылғы 28 сәуірде`: the library does not know Kazakh. */
const KAZAKH = new RegExp(
  String.raw`(?:(?<!\d)(\d{4})\s+жыл\p{L}*\s+)?(?<!\d)(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?\s+(${kazakhMonths.map(literally).join('|')})\p{L}*`,
  'giu',
);

export interface DateMentions {
  /** From left to right. */
  dates: DateMention[];
  /** Whether the sentence also has a day that cannot be told: "yesterday", `4/5/2012`. */
  untold: boolean;
}

/** The dates of a sentence. What depends on the day it was written is none. */
export function datesIn(sentence: string): DateMentions {
  const dates: DateMention[] = [];
  const blank = () =>
    dates.reduce(
      (text, { words }) =>
        text.slice(0, words.start) + ' '.repeat(words.end - words.start) + text.slice(words.end),
      sentence,
    );
  for (const form of INTERVALS)
    for (const [found, first = '', last = '', month = '', year] of matches(blank(), form))
      add(dates, sentence, found, { first, last, month: monthNamed(month), year });
  for (const [found, year, first = '', last, month = ''] of matches(blank(), KAZAKH))
    add(dates, sentence, found, { first, last, month: kazakhMonths.indexOf(month.toLowerCase()) + 1, year });
  let untold = false;
  for (const parser of [chrono.en.GB, chrono.ru])
    for (const found of parser.parse(blank().replace(/[–—]/g, '-'), { instant: NO_DAY, timezone: 'UTC' })) {
      if ([...found.tags()].some((tag) => RELATIVE.test(tag)) || isTwoDays(found.text)) untold = true;
      else dates.push(...byLibrary(found, sentence));
    }
  return { dates: dates.sort((a, b) => a.words.start - b.words.start), untold };
}

type Match = [found: Words, ...groups: (string | undefined)[]];

function matches(text: string, form: RegExp): Match[] {
  return [...text.matchAll(form)].map((match) => [
    wordsAt(text, match.index, match.index + match[0].length),
    ...match.slice(1),
  ]);
}

interface Parts {
  first: string;
  last: string | undefined;
  month: number | null;
  year: string | undefined;
}

function add(
  dates: DateMention[],
  sentence: string,
  { start, end }: Words,
  { first, last, month, year }: Parts,
): void {
  if (month === null) return;
  const at = (inYear: number, day: string) => iso(inYear, month, Number(day));
  dates.push({
    words: { text: sentence.slice(start, end), start, end },
    year: year === undefined ? null : Number(year),
    in: (it) => interval(at(it, first), last === undefined ? null : at(it, last)),
  });
}

/** How the library tags what it counted from the day that it was given. */
const RELATIVE = /^(?:result\/relativeDate|casualReference\/)/;
/** Of the day that the library counts from nothing is used: what is not certain is dropped or asked of the document. */
const NO_DAY = new Date(Date.UTC(2000, 0, 1, 12));

function byLibrary({ index, text, start, end }: chrono.ParsedResult, sentence: string): DateMention[] {
  const words = wordsAt(sentence, index, index + text.length);
  // "May" alone is a verb, too.
  if (!start.isCertain('month') || !/\d/.test(words.text)) return [];
  // Of "June 9–12, 2019" only the end has the year.
  const dated = [start, end].find((it) => it?.isCertain('year'));
  const year = dated?.get('year') ?? null;
  const at = (it: number, day: chrono.ParsedComponents) =>
    iso(
      day.isCertain('year') ? (day.get('year') ?? it) : it,
      day.get('month') ?? 0,
      day.isCertain('day') ? day.get('day') : null,
    );
  return [{ words, year, in: (it) => interval(at(it, start), end ? at(it, end) : null) }];
}

/** Whether day and month cannot be told apart. */
function isTwoDays(text: string): boolean {
  const [, first, second] = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}$/.exec(text) ?? [];
  return first !== undefined && Number(first) <= 12 && Number(second) <= 12 && first !== second;
}

function interval(from: string | null, to: string | null): string | null {
  if (from === null || to === null || from === to) return from;
  return from < to ? `${from}/${to}` : null;
}

/** A day, or a month; null where there is none such. */
function iso(year: number, month: number, day: number | null): string | null {
  const start = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  if (day === null) return start;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= days ? `${start}-${String(day).padStart(2, '0')}` : null;
}
