import { checkSlides, type Slide, type Slides } from './slides.ts';

/** Servers commonly take 8 kB in one line of a request. */
const LONGEST_LINK = 7000;

/**
 * Slides as the text of the key `show`: JSON in base64url, so that Cyrillic takes a third of what it would take in
 * percent signs. Null where a link would be too long for a server.
 */
export function printShow(slides: readonly Slide[]): string | null {
  if (slides.length === 0) return '';
  // Trailing empty texts are left out: most slides have neither a title nor notes.
  const rows = slides.map(({ query, title, notes }) =>
    notes !== '' ? [query, title, notes] : title !== '' ? [query, title] : [query],
  );
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  const text = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  return text.length > LONGEST_LINK ? null : text;
}

/** Reads what `printShow` wrote; anything else is a fault. */
export function readShow(show: string | null): Slides {
  if (show === null || show === '') return { slides: [] };
  if (show.length > LONGEST_LINK) return { fault: 'link' };
  try {
    const binary = atob(show.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
    const rows: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!Array.isArray(rows) || !rows.every(isRow)) return { fault: 'link' };
    return checkSlides(rows.map(([query, title = '', notes = '']) => ({ query, title, notes })));
  } catch {
    // Cut off, or typed: neither base64, UTF-8 nor JSON says more than that.
    return { fault: 'link' };
  }
}

function isRow(row: unknown): row is unknown[] {
  return Array.isArray(row) && row.length > 0 && row.length <= 3;
}
