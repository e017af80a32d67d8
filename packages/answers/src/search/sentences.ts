import { fold } from '@article21/model';

/** A sentence of a source, or part of a very long one. */
export interface Sentence {
  source: string;
  text: string;
  /** Its offset in the text of the source. */
  start: number;
  /** Its folded text. */
  words: string;
  /** A few records that quote it or part of it. */
  records: readonly string[];
}

/** The position of a record's quotation in its source. */
export interface Quoted {
  record: string;
  source: string;
  start: number;
  end: number;
}

/** A sentence that more records quote belongs to a list. */
const MOST_QUOTING = 50;

/** Longer sentences are split between words. */
const LONGEST = 600;

/**
 * What ends a sentence: a line's end, or its sign and a space, unless it goes on in small letters ("on 4 Jan. last year").
 * That hardly depends on its language, and that of a source may be no known one. `Intl.Segmenter` finds the same ends in a hundred
 * times the time, which is two seconds for the texts of a large snapshot.
 */
const END = /[\n\r\u2028\u2029]+|(?<![.!?…])[.!?…]+["'”’»)\]]*\s+(?![\s\p{Ll},;:–—-])/gu;

/** The sentences of a text with the records that quote them. */
export function sentencesOf(source: string, text: string, quoted: readonly Quoted[]): Sentence[] {
  const inOrder = [...quoted].sort((a, b) => a.start - b.start);
  const sentences: Sentence[] = [];
  let first = 0;
  for (const { segment, index } of segmentsOf(text))
    for (const part of partsOf(segment, index)) {
      const end = part.start + part.text.length;
      while ((inOrder[first]?.end ?? Number.POSITIVE_INFINITY) <= part.start) first++;
      const records: string[] = [];
      for (let i = first; i < inOrder.length; i++) {
        const it = inOrder[i] as Quoted;
        if (it.start >= end || records.length === MOST_QUOTING) break;
        if (it.end > part.start) records.push(it.record);
      }
      sentences.push({ source, ...part, words: fold(part.text), records });
    }
  return sentences;
}

function* segmentsOf(text: string): Iterable<{ segment: string; index: number }> {
  let index = 0;
  for (const end of text.matchAll(END)) {
    const next = end.index + end[0].length;
    yield { segment: text.slice(index, next), index };
    index = next;
  }
  yield { segment: text.slice(index), index };
}

function partsOf(segment: string, index: number): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let at = 0;
  while (at < segment.length) {
    const space = segment.lastIndexOf(' ', at + LONGEST);
    const end =
      segment.length - at <= LONGEST || space <= at ? Math.min(segment.length, at + LONGEST) : space;
    const part = segment.slice(at, end);
    const text = part.trim();
    if (text !== '') parts.push({ text, start: index + at + part.indexOf(text) });
    at = end;
  }
  return parts;
}
