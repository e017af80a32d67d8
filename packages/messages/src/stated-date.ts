import { type Period, parseBucket } from '@article21/model';
import type { DateTexts } from './date.ts';
import { fill } from './fill.ts';

/** A date in EDTF level 1, read as far as words need it. */
interface Stated extends Period {
  about: boolean;
  uncertain: boolean;
}

/**
 * A date as its source states it, from EDTF as it was typed: `../2012-04-28` is "on or before 28 April 2012",
 * `2012-05-31~` is "31 May 2012, about". What is no such date any more, such as the season of an old snapshot, stays as
 * it was typed.
 */
export function createStatedDate(
  texts: DateTexts,
  dated: (period: Period) => string,
): (edtf: string) => string {
  return (edtf) => {
    const stated = readStated(edtf);
    if (!stated) return edtf;
    const date = dated(stated);
    const about = stated.about ? fill(texts.about, { date }) : date;
    return stated.uncertain ? fill(texts.uncertain, { date: about }) : about;
  };
}

function readStated(edtf: string): Stated | null {
  const [first = '', last = first, ...rest] = edtf.split('/');
  const [from, to] = [readEnd(first), readEnd(last)];
  if (!from || !to || rest.length > 0) return null;
  return {
    from: from.from,
    to: to.to,
    about: from.about || to.about,
    uncertain: from.uncertain || to.uncertain,
  };
}

/** One end of an interval; two dots, or nothing, where it is open. */
function readEnd(text: string): Stated | null {
  if (text === '..' || text === '') return { from: null, to: null, about: false, uncertain: false };
  const [, digits = '', sign = ''] = /^([\dX-]+)([~?%]?)$/.exec(text) ?? [];
  const period = readDigits(digits);
  return period && { ...period, about: /[~%]/.test(sign), uncertain: /[?%]/.test(sign) };
}

/** A day, month or year; the digits that are not known are `X`, from the right: `2012-04-XX`, `201X`. */
function readDigits(digits: string): Period | null {
  const known = digits.replace(/(?:-XX)+$/, '');
  if (!known.endsWith('X')) return parseBucket(known);
  const first = parseBucket(known.replaceAll('X', '0'));
  const last = parseBucket(known.replaceAll('X', '9'));
  return first && last && { from: first.from, to: last.to };
}
