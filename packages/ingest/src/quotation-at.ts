import { foldSpace } from './clean.ts';
import { locateQuotations, type Quotation } from './quotations.ts';
import { LONGEST_AROUND } from './tables/evidence.ts';

/** How much of what stands around a quotation is taken at first, in UTF-16 code units. */
const FIRST = 16;

/**
 * The quotation of a stretch of a cleaned text, with as much of what stands before it, and then after it, as it takes to
 * find it once. Null where that is too much, or nothing but white space stands there.
 */
export function quotationAt(text: string, start: number, end: number): Quotation | null {
  const quote = foldSpace(text.slice(start, end));
  if (quote === '') return null;
  const isOne = (it: Quotation) => locateQuotations(text, [it])[0]?.found === 'one';
  const alone = { quote, prefix: null, suffix: null };
  if (isOne(alone)) return alone;
  let longest: string | null = null;
  for (const prefix of parts((length) => before(text, start, length))) {
    const quotation = { quote, prefix, suffix: null };
    if (isOne(quotation)) return quotation;
    longest = prefix;
  }
  for (const suffix of parts((length) => after(text, end, length))) {
    const quotation = { quote, prefix: longest, suffix };
    if (isOne(quotation)) return quotation;
  }
  return null;
}

/** Longer and longer parts of what stands beside a quotation, each once. */
function* parts(part: (length: number) => string): Generator<string> {
  let last = '';
  for (let length = FIRST; length <= LONGEST_AROUND; length *= 2) {
    const found = part(length);
    if (found !== '' && found !== last) yield found;
    last = found;
  }
}

/** Whole words before a place, or all there is. */
function before(text: string, at: number, length: number): string {
  const from = Math.max(0, at - length);
  const cut = text.slice(from, at);
  return foldSpace(from === 0 || !/\s/.test(cut.trimEnd()) ? cut : cut.replace(/^\S+/, ''));
}

function after(text: string, at: number, length: number): string {
  const cut = text.slice(at, at + length);
  return foldSpace(at + length >= text.length || !/\s/.test(cut.trimStart()) ? cut : cut.replace(/\S+$/, ''));
}
