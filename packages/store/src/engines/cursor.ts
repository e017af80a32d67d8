import { type Day, fromBase64url, isId, OPEN_START, toBase64url } from '@article21/model';

/** The place of a record in the order of pages: its first day (`OPEN_START` where open), then its id. */
export interface PageKey {
  from: Day;
  id: string;
}

const LONGEST = 256;

/** A key as text that may stand in a URL. */
export function printCursor(key: PageKey): string {
  const bytes = new TextEncoder().encode(JSON.stringify([key.from, key.id]));
  return toBase64url(bytes);
}

/** Reads what `printCursor` wrote. Throws `invalid cursor` on anything else. */
export function readCursor(text: string): PageKey {
  const key = text.length > LONGEST ? null : decode(text);
  // A cursor has one spelling only, so that equal pages have equal URLs.
  if (key === null || printCursor(key) !== text) throw new Error('invalid cursor');
  return key;
}

function decode(text: string): PageKey | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(fromBase64url(text)));
  } catch {
    return null;
  }
  if (!Array.isArray(value) || value.length !== 2) return null;
  const [from, id] = value as [unknown, unknown];
  const isDay = typeof from === 'number' && Number.isInteger(from) && from >= OPEN_START && from < 2 ** 31;
  return isDay && typeof id === 'string' && isId(id) ? { from, id } : null;
}

/** Below zero where the first stands before the other. */
export function compareKeys(a: PageKey, b: PageKey): number {
  return a.from - b.from || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** So many are read at once where all are wanted: each page looks through the whole file. */
const LONGEST_PAGE = 5_000;

/** Throws unless a page's length is a whole number from 1 to 5,000. */
export function checkLimit(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > LONGEST_PAGE)
    throw new Error(`invalid limit: ${limit} (a whole number from 1 to ${LONGEST_PAGE})`);
}
