import { foldSpace } from './clean.ts';

export type Located =
  | { found: 'one'; start: number; end: number }
  | { found: 'several'; times: number }
  /** `agrees` is how much of the quotation's beginning is in the text, `continues` what the text says after it. */
  | { found: 'none'; agrees: string; continues: string };

/** A source's text in which quotations are found whatever the white space. */
export interface QuotableText {
  /** Offsets are into the text as given, in UTF-16 code units. `prefix` and `suffix` are what stands around. */
  locate(quote: string, prefix: string | null, suffix: string | null): Located;
}

/** Folds a text once for any number of quotations. The text is trimmed. */
export function createQuotableText(text: string): QuotableText {
  const folded = foldSpace(text);
  const offsets = new Uint32Array(folded.length);
  let at = 0;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    for (let i = 0; i < word.length; i++) offsets[at++] = index + i;
    if (at < offsets.length) offsets[at++] = index + word.length;
  }
  /** One quotation stands behind many records, so its places are kept. */
  const known = new Map<string, readonly number[]>();

  function places(quote: string): readonly number[] {
    const found = known.get(quote) ?? [...occurrences(folded, quote)];
    known.set(quote, found);
    return found;
  }

  return {
    locate(quote, prefix, suffix) {
      const all = places(quote);
      const fitting = all.filter((start) => stands(folded, start, quote.length, prefix, suffix));
      const [start] = fitting;
      if (start === undefined) return { found: 'none', ...agreement(folded, all.length > 0 ? '' : quote) };
      if (fitting.length > 1) return { found: 'several', times: fitting.length };
      const last = offsets[start + quote.length - 1] ?? 0;
      return { found: 'one', start: offsets[start] ?? 0, end: last + 1 };
    },
  };
}

function* occurrences(text: string, quote: string): Generator<number> {
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) yield at;
}

function stands(
  text: string,
  start: number,
  length: number,
  prefix: string | null,
  suffix: string | null,
): boolean {
  const before = text.slice(Math.max(0, start - (prefix?.length ?? 0) - 1), start).trimEnd();
  const end = start + length;
  const after = text.slice(end, end + (suffix?.length ?? 0) + 1).trimStart();
  return before.endsWith(prefix ?? '') && after.startsWith(suffix ?? '');
}

/** The longest beginning of a quotation that the text has, and how the text goes on. */
function agreement(text: string, quote: string): { agrees: string; continues: string } {
  let low = 0;
  let high = quote.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (text.includes(quote.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const agrees = quote.slice(0, low);
  const at = text.indexOf(agrees) + agrees.length;
  return { agrees, continues: text.slice(at, at + 30) };
}
