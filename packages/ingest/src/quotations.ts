import { findPatterns } from './pattern-search.ts';

/** A quotation, and what stands directly before and after it. */
export interface Quotation {
  quote: string;
  prefix: string | null;
  suffix: string | null;
}

export type Located =
  /** Offsets are into the text as given, in UTF-16 code units. */
  | { found: 'one'; start: number; end: number }
  /** Not counted beyond `MOST_TIMES`. */
  | { found: 'several'; times: number }
  /** `agrees` is how much of the quotation's beginning is in the text, `continues` what the text says after it. */
  | { found: 'none'; agrees: string; continues: string };

export const MOST_TIMES = 1_000;

/**
 * Finds quotations in a text whatever the white space, each of which is cleaned. The text is passed over once for all of
 * them, and for those it does not have a few times more. The text is trimmed.
 */
export function locateQuotations(text: string, quotations: readonly Quotation[]): Located[] {
  const { folded, offset } = fold(text);
  const { patterns, of, before } = stretchesOf(quotations);
  const { times, first } = findPatterns(folded, patterns, MOST_TIMES);
  const located: Located[] = quotations.map(() => nowhere);
  for (let i = 0; i < of.length; i++) {
    const quotation = of[i] ?? 0;
    const more = times[i] ?? 0;
    if (more === 0) continue;
    const known = located[quotation];
    const start = (first[i] ?? 0) + (before[i] ?? 0);
    const last = start + (quotations[quotation]?.quote.length ?? 1) - 1;
    located[quotation] =
      more === 1 && known === nowhere
        ? { found: 'one', start: offset(start), end: offset(last) + 1 }
        : { found: 'several', times: more + timesOf(known) };
  }
  tellHowFar(folded, quotations, located);
  return located;
}

const nowhere: Located = { found: 'none', agrees: '', continues: '' };

function timesOf(located: Located | undefined): number {
  if (located?.found === 'several') return located.times;
  return located?.found === 'one' ? 1 : 0;
}

/** A text with its white space as single spaces, and where each of its letters stands in the text as given. */
function fold(text: string): { folded: string; offset: (at: number) => number } {
  const folded = text.replace(/[^\S ]/g, ' ').replace(/ {2,}/g, ' ');
  if (folded.length === text.length) return { folded, offset: (at) => at };
  // After each run of white space everything stands so much further on.
  const from: number[] = [];
  const further: number[] = [];
  let removed = 0;
  for (const { 0: run, index } of text.matchAll(/\s{2,}/g)) {
    from.push(index - removed + 1);
    removed += run.length - 1;
    further.push(removed);
  }
  return {
    folded,
    offset(at) {
      let low = 0;
      let high = from.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((from[middle] ?? 0) <= at) low = middle + 1;
        else high = middle;
      }
      return at + (further[low - 1] ?? 0);
    },
  };
}

/**
 * The stretches of text that quotations can be: `of` which each is one, and how many letters of it stand `before` that. Around
 * a quotation is a space, or none.
 */
function stretchesOf(quotations: readonly Quotation[]) {
  const patterns: string[] = [];
  const of: number[] = [];
  const before: number[] = [];
  for (const [i, { quote, prefix, suffix }] of quotations.entries())
    for (const start of prefix === null ? [''] : [prefix, `${prefix} `])
      for (const end of suffix === null ? [''] : [suffix, ` ${suffix}`]) {
        patterns.push(start + quote + end);
        of.push(i);
        before.push(start.length);
      }
  return { patterns, of, before };
}

/**
 * Of quotations that are nowhere: the longest beginning that the text has, and how the text goes on. All of them are
 * halved together. Nothing is told of one that is there, but not between its prefix and its suffix.
 */
function tellHowFar(folded: string, quotations: readonly Quotation[], located: Located[]): void {
  const lost: { i: number; quote: string }[] = [];
  for (let i = 0; i < located.length; i++)
    if (located[i] === nowhere) lost.push({ i, quote: quotations[i]?.quote ?? '' });
  if (lost.length === 0) return;
  const { times } = findPatterns(
    folded,
    lost.map(({ quote }) => quote),
    1,
  );
  const wrong = lost
    .filter((_, i) => times[i] === 0)
    .map((it) => ({ ...it, low: 0, high: it.quote.length - 1, at: 0 }));
  for (;;) {
    const open = wrong.filter(({ low, high }) => low < high);
    if (open.length === 0) break;
    const middles = open.map(({ low, high }) => Math.ceil((low + high) / 2));
    const beginnings = open.map(({ quote }, i) => quote.slice(0, middles[i]));
    const { first } = findPatterns(folded, beginnings, 1);
    for (const [i, it] of open.entries()) {
      const [at = -1, middle = 0] = [first[i], middles[i]];
      if (at === -1) it.high = middle - 1;
      else Object.assign(it, { low: middle, at });
    }
  }
  for (const { i, quote, low, at } of wrong)
    located[i] = {
      found: 'none',
      agrees: quote.slice(0, low),
      continues: folded.slice(at + low, at + low + 30),
    };
}
