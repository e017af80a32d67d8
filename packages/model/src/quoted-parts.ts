/** A stretch of a quotation; `stated` where it gives the quantity. */
export interface QuotedPart {
  text: string;
  stated: boolean;
}

const STARTS_INSIDE = /(?:[\p{L}\p{N}]\p{M}*|\d[.,'’])$/u;
const GOES_ON = /^(?:[\p{L}\p{N}\p{M}]|[.,'’]\d)/u;
const BEGINS = /^[\p{L}\p{N}\p{M}]/u;
const ENDS = /[\p{L}\p{N}]\p{M}*$/u;
/** More than a letter with its marks, or a digit and its separator, need not be looked at on either side. */
const NEAR = 8;

/**
 * Where words stand in a quotation as whole words, in UTF-16 code units: no letter or digit touches them, nor do they
 * cut a number at its point or comma. `1` stands neither in `2017` nor in `1,200`. All places, from left to right,
 * without overlaps; none for an empty text.
 */
export function wholeWords(quote: string, words: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  if (words === '') return found;
  const [begins, ends] = [BEGINS.test(words), ENDS.test(words)];
  let start = quote.indexOf(words);
  while (start !== -1) {
    const end = start + words.length;
    const inside = begins && STARTS_INSIDE.test(quote.slice(Math.max(0, start - NEAR), start));
    const whole = !inside && !(ends && GOES_ON.test(quote.slice(end, end + NEAR)));
    if (whole) found.push({ start, end });
    start = quote.indexOf(words, whole ? end : start + 1);
  }
  return found;
}

/** A quotation cut where the words that state its quantity begin and end, at each of their places. */
export function quotedParts(quote: string, stated: string | null): QuotedPart[] {
  const parts: QuotedPart[] = [];
  let at = 0;
  for (const { start, end } of wholeWords(quote, stated ?? '')) {
    parts.push(
      { text: quote.slice(at, start), stated: false },
      { text: quote.slice(start, end), stated: true },
    );
    at = end;
  }
  return [...parts, { text: quote.slice(at), stated: false }].filter(({ text }) => text !== '');
}
