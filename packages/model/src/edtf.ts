/// <reference path="./edtf-module.d.ts" />
import edtf from 'edtf';
import { dayOf } from './day.ts';
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
 * `../2012-05-31`, `2012-04-28/..`. Null when the text is not such a date, is finer than a day, names no real day
 * (`2012-02-31`) or ends before it begins.
 */
export function readEdtf(text: string): StatedDate | null {
  // Times are finer than a day, and years of more than four digits are no date of an assembly.
  if (/[TY]/.test(text)) return null;
  let date: ReturnType<typeof edtf>;
  try {
    date = edtf(text, { level: 1, types: ['Date', 'Year', 'Season', 'Interval'] });
  } catch {
    // The library has no other way of saying that a text is not EDTF.
    return null;
  }
  const from = toDay(date.min);
  const to = toDay(date.max);
  const ordered = from === null || to === null || from <= to;
  const inRange = (from ?? FIRST) >= FIRST && (to ?? LAST) <= LAST;
  return ordered && inRange ? { from, to, approximate: /[~?%]/.test(text) } : null;
}

function toDay(ms: number): number | null {
  return Number.isFinite(ms) ? Math.floor(ms / MS_PER_DAY) : null;
}
