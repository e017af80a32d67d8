import type { QuestionMessage } from '@article21/messages/importing';
import { typedWords } from '@article21/messages/typed';
import { readEdtf } from '@article21/model/edtf';
import type { DateOrder } from '@article21/model/mapping';
import type { Understood } from './numbers.ts';
import { fold, isAmong, LONGEST_TYPED, monthNumber } from './typed-tokens.ts';

/** What was decided about the dates of a column; what is absent is open. */
export interface DateRules {
  order?: DateOrder | undefined;
  /** Of dates that name none. */
  year?: number | undefined;
  /** Whether numbers of five digits are the days of a spreadsheet. */
  serials?: true | undefined;
}
export type DateDecision = 'order' | 'year' | 'serials';

const ZERO = /^(?:0?0[.-]0?1[.-]1900|1900-01-00|0)$/;

/** Reads a date as people type it and answers EDTF. */
export function readDate(typed: string, rules: DateRules): Understood<DateDecision> {
  if (typed.trim().length > LONGEST_TYPED) return unclear('no_date');
  const text = fold(typed);
  if (/^-*$/.test(text) || ZERO.test(text) || isAmong(text, 'noDate')) return { is: 'empty' };
  const plain = typed.trim().toUpperCase();
  if (readEdtf(plain)) return { is: 'read', text: plain };
  const [side, rest] = sideOf(text);
  const read = rangeIn(rest, rules) ?? dayIn(rest, rules);
  if (read === null) return unclear('no_date');
  if (read.is !== 'read' || side === null) return read;
  if (side === 'about') return { is: 'read', text: `${read.text}~` };
  return { is: 'read', text: side === 'until' ? `../${read.text}` : `${read.text}/..` };
}

type Side = 'about' | 'until' | 'since';

/** The words before a date, in brackets or not, and what is left of it. */
function sideOf(text: string): [Side | null, string] {
  for (const [side, form] of sides()) {
    const rest = form.exec(text)?.[1];
    // "с 12 по 14 марта" and "bis" between two days are ranges.
    if (rest !== undefined && (side === 'about' || !RANGE_WORD.test(rest))) return [side, rest];
  }
  return [null, text];
}

let sideForms: readonly (readonly [Side, RegExp])[] | null = null;

/** Made once: a table has many thousand cells. */
function sides(): readonly (readonly [Side, RegExp])[] {
  const lists: [Side, 'aboutDate' | 'until' | 'since'][] = [
    ['about', 'aboutDate'],
    ['until', 'until'],
    ['since', 'since'],
  ];
  sideForms ??= lists.flatMap(([side, list]) =>
    Object.values(typedWords).flatMap((words) =>
      words[list].map(
        (word) => [side, new RegExp(`^\\(?${literally(word)}\\.?\\)?[ :]+(.*\\d.*)$`, 'u')] as const,
      ),
    ),
  );
  return sideForms;
}

const RANGE_WORD = / (?:по|до|bis|to|until) /u;

/** Two dates, or one that begins with several days: `12.-14.03.2024`, `19./20.05.2024`, `12–14 марта 2024`. */
function rangeIn(text: string, rules: DateRules): Understood<DateDecision> | null {
  const parts = splitRange(text);
  if (parts === null) return null;
  const [first, last] = parts;
  const until = dayIn(last, rules);
  if (until === null || until.is !== 'read') return until;
  const [year = '', month = '', day] = until.text.split('-');
  if (day === undefined) return null;
  const from = startOf(first, { year, month }, rules);
  if (from === null || from.is !== 'read') return from;
  const iso = `${from.text}/${until.text}`;
  return readEdtf(iso) ? { is: 'read', text: iso } : unclear('ends_first', `${until.text}/${from.text}`);
}

function splitRange(text: string): [string, string] | null {
  const bare = text.replace(/^(?:с|со|von|vom|from|between) /u, '');
  const [, first, last] =
    /^(\d{4}-\d\d-\d\d) ?(?:-|\/|to|bis|по|до|until) ?(\d{4}-\d\d-\d\d)$/.exec(bare) ??
    /^(\d{1,2}\.?(?:\d{1,2}\.?)?(?:\d{4}|\d{2})?\.?) ?(?:-|\/|&|\+|to|bis|по|до|und|and|и) ?(\d.*[./ ].*)$/u.exec(
      bare,
    ) ??
    /^(.*\d.*?) (?:-|to|bis|по|до|until) (.*\d.*)$/u.exec(bare) ??
    [];
  return first === undefined || last === undefined || /^\d{1,2}$/.test(last) ? null : [first, last];
}

/** The first day of a range; its month and year are those of the last where it has none. */
function startOf(
  first: string,
  { year, month }: { year: string; month: string },
  rules: DateRules,
): Understood<DateDecision> | null {
  const [, day] = /^(\d{1,2})\.?$/.exec(first) ?? [];
  if (day !== undefined) return known(isoDay(year, month, day));
  return dayIn(first, { ...rules, year: rules.year ?? Number(year) });
}

/** One day, month or year. */
function dayIn(text: string, rules: DateRules): Understood<DateDecision> | null {
  if (readEdtf(text)) return read(text);
  const [, y, m, d] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[ t]\d{1,2}:\d\d.*)?$/.exec(text) ?? [];
  if (y !== undefined) return known(isoDay(y, m, d));
  if (/^[2-5]\d{4}(?:\.\d+)?$/.test(text)) return serial(Number(text), rules);
  return (
    inDigits(
      text.replace(/ ?(?:г|года|ж|жылы?)\.?$/u, '').replace(/,? \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?$/, ''),
      rules,
    ) ?? inWords(text, rules)
  );
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

function serial(days: number, { serials }: DateRules): Understood<DateDecision> {
  const day = new Date(EXCEL_EPOCH + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
  return serials ? read(day) : { is: 'open', decision: 'serials', examples: [day] };
}

function inDigits(text: string, { order, year }: DateRules): Understood<DateDecision> | null {
  const [, ofMonth, ofYear] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  // A point or a slash before four digits is followed by a year: `05.2024`, `3/2024`.
  if (ofMonth !== undefined && Number(ofMonth) <= 12) return known(isoMonth(ofYear, ofMonth));
  const [, first = '', mark = '', second = '', last] =
    /^(\d{1,2})([./-]) ?(\d{1,2})(?:\.|[./-] ?(\d{4}|\d{2}))?$/.exec(text) ?? [];
  if (mark === '' || (mark !== '.' && last === undefined)) return null;
  const full = last === undefined ? year : Number(last.length === 2 ? century(last) : last);
  if (full === undefined) return { is: 'open', decision: 'year', examples: [] };
  const [dayFirst, monthFirst] = [isoDay(String(full), second, first), isoDay(String(full), first, second)];
  // With full stops, and where only one of both is a month, there is no question.
  if (mark === '.' || monthFirst === null || dayFirst === monthFirst) return known(dayFirst);
  if (dayFirst === null) return known(monthFirst);
  if (order === undefined) return { is: 'open', decision: 'order', examples: [dayFirst, monthFirst] };
  return read(order === 'day-first' ? dayFirst : monthFirst);
}

/** Two digits are of this century, unless that would be long to come. */
function century(last: string): string {
  return Number(last) > 60 ? `19${last}` : `20${last}`;
}

/** `12 марта 2024`, `March 12th, 2024`, `2024 жылғы 12 наурыз`, `март 2024`, `5-Mar`. */
function inWords(text: string, { year: given }: DateRules): Understood<DateDecision> | null {
  const words = text
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .split(/[\s,.-]+/)
    .filter((it) => it !== '' && !/^(?:г|года|году|ж|жыл\p{L}*|den|the|of|um)$/u.test(it));
  const numbers = words.filter((it) => /^\d+$/.test(it));
  const months = words.flatMap((it) => (/^\d+$/.test(it) ? [] : [monthNumber(it)]));
  const [named] = months;
  if (named === undefined || named === null || months.length > 1 || numbers.length > 2) return null;
  const [spelled] = numbers.filter((it) => it.length === 4);
  const others = numbers.filter((it) => it !== spelled);
  // A spreadsheet writes 5-Mar for 3-5 and Mar-24 for 2024-03, and the other way round.
  // `9 мая` is how people write it, all of its word; a spreadsheet shortens it to `май`.
  const isShortened = /^\p{L}{3}[-. ]\d{1,2}$|^\d{1,2}[-. ]\p{L}{3}$/u.test(text) && !/ мая$/u.test(text);
  if (spelled === undefined && isShortened) return madeDate(named, others[0], given);
  const full = spelled ?? (others.length === 2 ? century(others[1] ?? '') : given);
  if (full === undefined) return { is: 'open', decision: 'year', examples: [] };
  const [day] = others;
  return day === undefined
    ? read(`${full}-${String(named).padStart(2, '0')}`)
    : known(isoDay(String(full), String(named), day));
}

function madeDate(named: number, number = '', year?: number): Understood<DateDecision> {
  const inMonth = `${century(number.padStart(2, '0'))}-${String(named).padStart(2, '0')}`;
  const day = year === undefined ? null : isoDay(String(year), String(named), number);
  return unclear('maybe_made_date', ...(day ? [day] : []), inMonth);
}

function isoDay(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return readEdtf(iso) ? iso : null;
}

function isoMonth(year = '', month = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}`;
  return readEdtf(iso) ? iso : null;
}

function known(day: string | null): Understood<DateDecision> {
  return day === null ? unclear('no_such_day') : read(day);
}

function read(text: string): Understood<DateDecision> {
  return { is: 'read', text };
}

function unclear(code: QuestionMessage['code'], ...proposals: string[]): Understood<DateDecision> {
  return { is: 'asked', why: { code }, proposals };
}

function literally(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
