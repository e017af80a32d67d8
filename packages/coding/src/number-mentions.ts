import { readNumber } from '@article21/import/numbers';
import { statementWords } from '@article21/messages/statements';
import { typedWords } from '@article21/messages/typed';
import { inDigits, numberWords } from './number-words.ts';
import { createFinder, createListFinder, type Words, wordCount, wordsAt } from './words.ts';

/** A number of a sentence in the notation of the codebook, and what it is a number of. */
export interface NumberMention {
  value: string;
  words: Words;
  of: 'people' | 'days' | 'money' | 'other';
  /** Whether the words say that people are counted: `ten people`, and not `ten`. */
  named: boolean;
}

const CURRENCIES = new Set(['EUR', 'KZT', 'RUB', 'USD', 'KGS', 'UZS', 'UAH', 'GBP']);
const spoken = [typedWords.en, typedWords.ru, typedWords.kk].flatMap((it) => it ?? []);
const vague = spoken
  .flatMap((it) => it.vague)
  .filter((it) => !['large', 'small', 'some', 'единицы', 'группа'].includes(it));
const findCore = createFinder([...numberWords, ...vague]);
const findBoth = createListFinder((it) => it.both);
// Kazakh puts its cases behind the word: «тәулікке».
export const findDays = createFinder(
  spoken.flatMap((it) => (it === typedWords.kk ? it.days.map((day) => `${day}*`) : it.days)),
);
const findScale = createFinder(
  spoken.flatMap((it) => [...it.hundred, ...it.thousand, ...it.million, ...it.dozen]),
);
const findCounted = createFinder(spoken.flatMap((it) => it.counted));
const findOtherUnits = createListFinder((it) => it.otherUnits);
const findNumbered = createListFinder((it) => it.numbered);
const isVague = (text: string) => vague.includes(text.toLowerCase().replace(/\s+/g, ' '));

/** The numbers of a sentence from left to right. `taken` are stretches that are something else: dates, acts. */
export function numbersIn(sentence: string, taken: readonly Words[]): NumberMention[] {
  const cores = [
    ...[...sentence.matchAll(/(?<![\p{L}\d.,])\d[\d.,  ]*/gu)].map(({ 0: found, index }) =>
      wordsAt(sentence, index, index + found.length),
    ),
    ...findCore(sentence),
  ].sort((a, b) => a.start - b.start);
  const numbers: NumberMention[] = [];
  for (const core of cores) {
    if (
      [...taken, ...numbers.map(({ words }) => words)].some(
        (it) => it.start < core.end && core.start < it.end,
      )
    )
      continue;
    const number = numberAt(sentence, core, taken);
    if (number !== null) numbers.push(number);
  }
  const both = findBoth(sentence).map(
    (words): NumberMention => ({ value: '2', words, of: 'people', named: true }),
  );
  return [...numbers, ...both].sort((a, b) => a.words.start - b.words.start);
}

/** How many words beside a number can say how it is meant. */
const BEFORE = 4;
const AFTER = 4;

function numberAt(sentence: string, core: Words, taken: readonly Words[]): NumberMention | null {
  if (isVague(core.text)) return { value: '?', words: core, of: 'people', named: true };
  const free = freeAround(sentence, core, taken);
  const starts = edges(sentence.slice(free.start, core.start), BEFORE, 'start').map((it) => free.start + it);
  const ends = edges(sentence.slice(core.end, free.end), AFTER, 'end').map((it) => core.end + it);
  for (const money of [true, false])
    for (const start of [...starts, core.start])
      for (const end of [...ends, core.end]) {
        const words = wordsAt(sentence, start, end);
        const value = read(words.text, money);
        if (value !== null && (start === core.start || !beginsCounted(words.text)))
          return numberMention(sentence, words, value, money);
      }
  return null;
}

/** What is counted stands behind its number: in «үш адам 10 тәулікке» people are not ten. */
function beginsCounted(text: string): boolean {
  return findCounted(text)[0]?.start === 0;
}

function read(text: string, money: boolean): string | null {
  const ordered = money ? currencyLast(inDigits(text)) : inDigits(text);
  if (money && !/[\p{L}\p{Sc}]/u.test(text)) return null;
  const understood = readNumber(ordered, { money, thousands: ',', moreThan: 'next' });
  if (understood.is !== 'read' || !/\d/.test(understood.text)) return null;
  return money && !CURRENCIES.has(understood.text.split(' ').at(-1) ?? '') ? null : understood.text;
}

const AMOUNT = String.raw`\d[\d.,\u00a0 ]*(?:\s?(?:million|thousand))?`;
const CURRENCY = '[A-Z]{3}|[€$£₸₽]';
const CURRENCY_FIRST = new RegExp(String.raw`(?<!\p{L})(${CURRENCY})\s?(${AMOUNT}?)(?=\s|$|[-–])`, 'gu');
const TWICE = new RegExp(String.raw`(\d)\s(${CURRENCY})(\s*(?:to|до|-|–)\s*${AMOUNT})\s\2`, 'u');

/** The sign of a currency may stand between "about" and the number, and before both ends of a range. */
function currencyLast(text: string): string {
  return text.replace(CURRENCY_FIRST, '$2 $1').replace(TWICE, '$1$3 $2');
}

function numberMention(sentence: string, words: Words, value: string, money: boolean): NumberMention {
  const named = findCounted(words.text).length > 0;
  // "Two dozen" are not two.
  const [scale] = findScale(sentence.slice(words.end));
  if (scale && !/\S/.test(sentence.slice(words.end, words.end + scale.start)))
    return { value: '?', words, of: 'people', named: true };
  if (money) return { value, words, of: 'money', named };
  const next =
    /^[^\p{L}\d%]{0,3}(?:[\p{L}'’-]+\s+){0,2}[\p{L}%]*/u.exec(sentence.slice(words.end))?.[0] ?? '';
  const [first] = findDays(next);
  if (findDays(words.text).length > 0 || (first !== undefined && first.start <= 3))
    return { value, words, of: 'days', named };
  const numbered = findNumbered(sentence.slice(0, words.start)).some(
    ({ end }) => !/[\p{L}\d]/u.test(sentence.slice(end, words.start)),
  );
  const other =
    numbered || (!named && findOtherUnits(next).some(({ start }) => wordCount(next.slice(0, start)) === 0));
  return { value, words, of: other ? 'other' : 'people', named };
}

/** The stretch around a number in which no date and no act stands. */
function freeAround(sentence: string, core: Words, taken: readonly Words[]): { start: number; end: number } {
  const before = taken.filter(({ end }) => end <= core.start).map(({ end }) => end);
  const after = taken.filter(({ start }) => start >= core.end).map(({ start }) => start);
  return { start: Math.max(0, ...before), end: Math.min(sentence.length, ...after) };
}

/** Offsets before each of the last words, or behind each of the first ones, the farthest first. */
function edges(text: string, most: number, side: 'start' | 'end'): number[] {
  const words = [...text.matchAll(/\S+/g)];
  if (side === 'start') return words.slice(-most).map(({ index }) => index);
  return words
    .slice(0, most)
    .map(({ 0: word, index }) => index + word.length)
    .reverse();
}

/** Whether each of several amounts of a sentence is that of another person. */
export function isRespective(sentence: string): boolean {
  return respectively(sentence).length > 0;
}

/** Whether an amount is said for each of several people: `184,600 tenge each`, «по 184 600 тенге». */
export function isForEach(sentence: string, { start }: Words): boolean {
  const before = sentence.slice(0, start).trimEnd();
  return findEach(sentence).length > 0 || findEachBefore(before).some(({ end }) => end === before.length);
}

const findEach = createListFinder((it) => it.each);
const findEachBefore = createListFinder((it) => it.eachBefore);
const respectively = createFinder(Object.values(statementWords).flatMap((it) => it.respectively));
