/// <reference path="./edtf-module.d.ts" />
import edtf from 'edtf';
import { dayOf, parseDay } from './day.ts';
import type { Period } from './period.ts';

/** A date as a source gives it: the days it may mean, and whether the source called it approximate or uncertain. */
export interface StatedDate extends Period {
  approximate: boolean;
}

const MS_PER_DAY = 86_400_000;
/** Years that a `Date` holds and a monitor may mean. */
const FIRST = dayOf(1, 1, 1);
const LAST = dayOf(9999, 12, 31);

/**
 * Reads a date in EDTF level 1 (ISO 8601-2): `2012-04-28`, `2012-08`, `2012`, `2012-05-31~`, `2013-04/2013-06`,
 * `../2012-05-31`, `2012-04-28/..`. Null when the text is not such a date, is finer than a day, names a day that does
 * not exist (`2012-02-31`, `2023-02-29`), is a season, which is other months elsewhere (`2024-21`), or ends before
 * it begins.
 */
export function readEdtf(text: string): StatedDate | null {
  const [first = '', last = first, ...more] = text.split('/');
  const [lower, upper] = [readEnd(first), readEnd(last)];
  if (more.length > 0 || !lower || !upper) return null;
  const { from } = lower;
  const { to } = upper;
  // Open on both sides is no date at all.
  if (from === null && to === null) return null;
  const ordered = from === null || to === null || from <= to;
  const inRange = (from ?? FIRST) >= FIRST && (to ?? LAST) <= LAST;
  return ordered && inRange ? { from, to, approximate: /[~?%]/.test(text) } : null;
}

/** The days that a date, or one end of an interval, may mean; open where nothing or `..` stands. */
function readEnd(text: string): Period | null {
  if (text === '' || text === '..') return { from: null, to: null };
  // Times are finer than a day, and years of more than four digits are no date of an assembly.
  if (/[TY]/.test(text)) return null;
  // The library takes 29 February of any year, and counts on into March.
  const [written] = /^\d{4}-\d{2}-\d{2}/.exec(text) ?? [];
  const day = written === undefined ? undefined : parseDay(written);
  if (day === null) return null;
  // Most dates are a day. The library makes its grammar anew for each that it is asked about.
  if (day !== undefined && written === text) return { from: day, to: day };
  try {
    const { min, max } = edtf(text, { level: 1, types: ['Date', 'Year'] });
    return { from: toDay(min), to: toDay(max) };
  } catch {
    // The library has no other way of saying that a text is not EDTF.
    return null;
  }
}

function toDay(ms: number): number {
  return Math.floor(ms / MS_PER_DAY);
}
