import { fromBase64url, type Key, textKey, toBase64url } from '@article21/model';

/** One view of a presentation: a slide. */
export interface ShownView {
  /** What is asked, in the vocabulary of every address, without language and colours. */
  query: string;
  title: string;
  /** For whoever speaks; nobody else sees them on the screen. */
  notes: string;
}

/** Why something is not a presentation, or not one that can be kept. */
export type ShowFault = 'size' | 'json' | 'shape' | 'version' | 'many' | 'long' | 'link';

export type Shown = { slides: readonly ShownView[] } | { fault: ShowFault };

/** More than anybody shows. */
const MOST_SLIDES = 40;
/** Characters of each text of a view. */
export const LONGEST_IN_SHOW = { query: 2000, title: 200, notes: 1000 } as const;

/** Checks what came from a link or a file. Nothing in it is believed but texts of bounded length. */
export function checkShown(given: unknown): Shown {
  if (!Array.isArray(given)) return { fault: 'shape' };
  if (given.length > MOST_SLIDES) return { fault: 'many' };
  const slides = given.map(readSlide);
  return slides.every((it) => it !== null) ? { slides } : { fault: 'shape' };
}

function readSlide(given: unknown): ShownView | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const known = ['query', 'title', 'notes'];
  if (Object.keys(given).some((key) => !known.includes(key))) return null;
  const { query, title = '', notes = '' } = given as Record<string, unknown>;
  const fits =
    isText(query, LONGEST_IN_SHOW.query) &&
    isText(title, LONGEST_IN_SHOW.title) &&
    isText(notes, LONGEST_IN_SHOW.notes);
  return fits ? { query, title, notes } : null;
}

function isText(given: unknown, longest: number): given is string {
  return typeof given === 'string' && given.length <= longest;
}

/** What slides understand besides the chart's vocabulary; `readShow` reads its text. */
export const showKey: Key<string | null> = textKey({
  description:
    'A presentation as the page keeps it in its address: a slide for each of its views. Of the other keys only `lang` and ' +
    '`snapshot` then matter.',
  example: 'W1sibWVhc3VyZT1kZXRlbnRpb25zIl1d',
  once: 'once',
});

/** Servers commonly take 8 kB in one line of a request. */
const LONGEST_LINK = 7000;

/**
 * Slides as the text of the key `show`: JSON in base64url, so that Cyrillic takes a third of what it would take in
 * percent signs. Null where a link would be too long for a server.
 */
export function printShow(slides: readonly ShownView[]): string | null {
  if (slides.length === 0) return '';
  // Trailing empty texts are left out: most slides have neither a title nor notes.
  const rows = slides.map(({ query, title, notes }) =>
    notes !== '' ? [query, title, notes] : title !== '' ? [query, title] : [query],
  );
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  const text = toBase64url(bytes);
  return text.length > LONGEST_LINK ? null : text;
}

/** Reads what `printShow` wrote; anything else is a fault. */
export function readShow(show: string | null): Shown {
  if (show === null || show === '') return { slides: [] };
  if (show.length > LONGEST_LINK) return { fault: 'link' };
  try {
    const bytes = fromBase64url(show);
    const rows: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!Array.isArray(rows) || !rows.every(isRow)) return { fault: 'link' };
    return checkShown(rows.map(([query, title = '', notes = '']) => ({ query, title, notes })));
  } catch {
    // Cut off, or typed: neither base64, UTF-8 nor JSON says more than that.
    return { fault: 'link' };
  }
}

function isRow(row: unknown): row is unknown[] {
  return Array.isArray(row) && row.length > 0 && row.length <= 3;
}
