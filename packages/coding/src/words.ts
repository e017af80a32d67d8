import { type StatementWords, statementWords } from '@article21/messages/statements';

/** Words of a text as they stand there: `text.slice(start, end)`, in UTF-16 code units. */
export interface Words {
  text: string;
  start: number;
  end: number;
}

/** Where a proposed value is from; `paragraph`: words that stand earlier; `rule`: no words say it, such as `?` where there is no number. */
export type Origin = 'sentence' | 'paragraph' | 'rule';

/** A value as the column of records.csv has it, and the words that it is from, with their place in the text. */
export interface Proposed {
  value: string;
  words: Words | null;
  from: Origin;
}

/** The words of a stretch of a text, without the white space and the punctuation around it. */
export function wordsAt(text: string, from: number, to: number): Words {
  const found = text.slice(from, to);
  const start = from + (/^[\s,;:.()«»"“”]*/.exec(found)?.[0].length ?? 0);
  const end = Math.max(start, to - (/[\s,;:.()«»"“”’']*$/.exec(found)?.[0].length ?? 0));
  return { text: text.slice(start, end), start, end };
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The stretch `from`..`to` of a text without the white space at its ends, widened to whole characters: an emoji of several
 * code points, a letter with its accent. Offsets in UTF-16 code units; null where only white space is left.
 */
export function wholeCharacters(
  text: string,
  from: number,
  to: number,
): { start: number; end: number } | null {
  const [low, high] = [Math.max(0, Math.min(from, to)), Math.min(text.length, Math.max(from, to))];
  const found = text.slice(low, high);
  if (!/\S/.test(found)) return null;
  const segments = graphemes.segment(text);
  const first = low + (found.length - found.trimStart().length);
  const last = low + found.trimEnd().length - 1;
  const end = segments.containing(last);
  if (end === undefined) return null;
  return { start: segments.containing(first)?.index ?? first, end: end.index + end.segment.length };
}

/** Where one of these words stands, of which `*` is any ending; of several the longest, from left to right. */
export function createFinder(patterns: readonly string[]): (text: string) => Words[] {
  if (patterns.length === 0) return () => [];
  const form = formOf(patterns);
  return (text) =>
    [...inSmallLetters(text).matchAll(form)].map(({ 0: { length }, index: start }) => ({
      text: text.slice(start, start + length),
      start,
      end: start + length,
    }));
}

/** A text of the same length. */
function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return text.replace(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
}

/** Where the words of a list stand, of all languages. */
export function createListFinder(
  list: (words: StatementWords) => readonly string[],
): (text: string) => Words[] {
  return createFinder([...new Set(Object.values(statementWords).flatMap(list))]);
}

/** How many words stand in a stretch of a text. */
export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
}

export function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

const LETTER = String.raw`[\p{L}\p{N}\p{M}]`;
const ENDING = String.raw`[\p{L}\p{M}]*`;

/** One look at what stands before and behind for all words, because each of them makes the expression slow to prepare. */
function formOf(patterns: readonly string[]): RegExp {
  const longestFirst = [...new Set(patterns)].sort((a, b) => b.length - a.length);
  const isWord = (it: string) => /^[\p{L}\p{N}]/u.test(it);
  const isOpen = (it: string) => it.endsWith('*');
  const group = (some: readonly string[]) => `(?:${some.map(wordsOf).join('|')})`;
  const open = longestFirst.filter((it) => isWord(it) && isOpen(it)).map((it) => it.slice(0, -1));
  const whole = longestFirst.filter((it) => isWord(it) && !isOpen(it));
  const signs = longestFirst.filter((it) => !isWord(it));
  const forms = [
    ...(open.length > 0 ? [`(?<!${LETTER})${group(open)}${ENDING}`] : []),
    ...(whole.length > 0 ? [`(?<!${LETTER})${group(whole)}(?!${LETTER})`] : []),
    ...(signs.length > 0 ? [group(signs)] : []),
  ];
  return new RegExp(forms.join('|'), 'gu');
}

function wordsOf(pattern: string): string {
  return pattern
    .split(' ')
    .map((it) => literally(it.replace(/\*$/, '')) + (it.endsWith('*') ? ENDING : ''))
    .join(String.raw`\s+`);
}

/** How many words stand between two stretches of a text. */
export function wordGap(text: string, a: Words, b: Words): number {
  return a.end <= b.start ? wordCount(text.slice(a.end, b.start)) : wordCount(text.slice(b.end, a.start));
}

/** Words of a sentence, as they stand in its text. */
export function shifted({ text, start, end }: Words, { start: by }: { start: number }): Words {
  return { text, start: start + by, end: end + by };
}

const LIST = /^\s*(?:,|,?\s*(?:and|и|және|мен))\s*$/u;

/** Whether what stands between two names makes a list of them. */
export function isListed(between: string): boolean {
  return LIST.test(between);
}
