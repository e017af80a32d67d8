import { statementWords } from '@article21/messages/statements';

/** A sentence of a text, and which paragraph it is in. */
export interface Sentence {
  text: string;
  start: number;
  end: number;
  paragraph: number;
}

const abbreviations = new Set(Object.values(statementWords).flatMap((it) => it.abbreviations));

/** Whatever is longer is no sentence: it is cut, or what is proposed of a text without points would grow with its square. */
const LONGEST = 4_000;

/** With the white space after it. */
const LONGEST_ABBREVIATION = 40;

/** The sentences of a text, of at most 4,000 letters. Paragraphs have an empty line between them, or are the lines of a text that has none. */
export function sentencesOf(text: string): Sentence[] {
  const between = /\n[^\S\n]*\r?\n/.test(text) ? /(?:\r?\n[^\S\n]*){2,}/g : /(?:\r?\n)+/g;
  const sentences: Sentence[] = [];
  for (const [paragraph, { start, end }] of split(text, between).entries()) {
    // A break of a line within a paragraph ends no sentence.
    const inOneLine = text.slice(start, end).replace(/[\r\n]/g, ' ');
    let from = 0;
    const ends = cut(inOneLine, endsOf(inOneLine));
    for (const [i, to] of ends.entries()) {
      const next = ends[i + 1] ?? Number.POSITIVE_INFINITY;
      if (next - from <= LONGEST && endsInAbbreviation(inOneLine.slice(from, to))) continue;
      const sentence = trimmed(text, start + from, start + to);
      if (sentence.text !== '') sentences.push({ ...sentence, paragraph });
      from = to;
    }
  }
  return sentences;
}

/** UTF-16 code units that Intl.Segmenter is given at a time, because its time grows with their square. More than one sentence has. */
const AT_ONCE = 5_000;
const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Where sentences end; also before a number, which the rules of Unicode take for the middle of one. */
function endsOf(text: string): number[] {
  const ends: number[] = [];
  for (let from = 0; from < text.length; from = ends.at(-1) ?? text.length) {
    const to = wholeLetter(text, from + AT_ONCE);
    const found = [...segmenter.segment(text.slice(from, to))].flatMap(({ segment, index }) => [
      ...[...segment.matchAll(/[.!?]\s+(?=\d)/g)].map((it) => index + it.index + it[0].length),
      index + segment.length,
    ]);
    // The last one may go on behind what is looked at.
    if (to < text.length && found.length > 1) found.pop();
    for (const end of found) ends.push(from + end);
  }
  return ends;
}

/** A place that is not in the middle of a letter. */
function wholeLetter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}

/** The same, and more where they are too far apart: between two words if possible, and never within a letter. */
function cut(text: string, ends: readonly number[]): number[] {
  let from = 0;
  return ends.flatMap((to) => {
    const more: number[] = [];
    while (to - from > LONGEST) {
      const space = text.lastIndexOf(' ', from + LONGEST / 2 - 1);
      from = space > from ? space + 1 : wholeLetter(text, from + LONGEST / 2);
      more.push(from);
    }
    from = to;
    return [...more, to];
  });
}

/** Of a stretch of a text only its end is looked at: a sentence of abbreviations would be looked at from each of them on. */
function endsInAbbreviation(text: string): boolean {
  const [, word = ''] = /([\p{L}]+)\.\s*$/u.exec(text.slice(-LONGEST_ABBREVIATION)) ?? [];
  return /^\p{L}$/u.test(word) || abbreviations.has(word.toLowerCase());
}

function split(text: string, between: RegExp): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = 0;
  for (const { 0: found, index } of text.matchAll(between)) {
    parts.push({ start, end: index });
    start = index + found.length;
  }
  return [...parts, { start, end: text.length }];
}

function trimmed(text: string, from: number, to: number) {
  const found = text.slice(from, to);
  const start = from + (found.length - found.trimStart().length);
  return { text: found.trim(), start, end: start + found.trim().length };
}
