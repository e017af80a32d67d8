import { type Estimate, isUnnumbered } from './estimate.ts';
import { type Correction, correctionOf } from './notation-hints.ts';

/** The largest quantity one record may state; sums of ten million such records are still exact integers. */
export const LARGEST_QUANTITY = 100_000_000;

/** Why a text is not a quantity, as a stable word and a sentence that says how to mend it. */
export interface NotationProblem {
  reason: 'unreadable' | 'inverted' | 'too_large' | 'decimals';
  hint: string;
  /** What the text was probably meant to say, where that can be told; the hint names it. */
  meant?: Correction;
}

export type Parsed<T> = { ok: true; value: T } | ({ ok: false } & NotationProblem);

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const NUMBERED = new RegExp(`^(~?)(${NUMBER})(?:(\\+)|-(${NUMBER}))?$`);
/** One report without a number; several stand after `&`, so that `200?` is not read as two hundred of them. */
const ONE_REPORT = '?';
const REPORTS = /^([1-9]\d{0,6})?\?$/;
const HINT =
  'write 12, ~10 (about), 30-40, 2+ (at least), 0-20 (at most), ? (a report without a number) or & 3? (three of them)';

/**
 * Reads a quantity in the notation of the codebook: `12`, `~10`, `30-40`, `~30-40`, `2+`, `~2+`, `?`, with reports
 * without a number beside the number `10 & ?`, `10 & 3?`, or alone `& 3?`. Typographic twins (`≈`, `–`, `≥ 2`) are read
 * too, as is `50.0` for 50. `decimals` is how many digits may follow the point: 0 for people and days, 2 for money;
 * `largest` is what it may be at most. Of what cannot be read, the hint names the notation that was probably meant.
 */
export function parseQuantity(text: string, decimals = 0, largest = LARGEST_QUANTITY): Parsed<Estimate> {
  const read = readQuantity(text, decimals, largest);
  if (read.ok || read.reason === 'inverted' || read.reason === 'too_large') return read;
  const meant = correctionOf(text);
  if (meant === null || !readQuantity(meant.notation, decimals, largest).ok) return read;
  return { ...read, hint: `write ${meant.notation} (${meant.note})`, meant };
}

function readQuantity(text: string, decimals: number, largest: number): Parsed<Estimate> {
  const [head = '', tail, ...rest] = normalise(text).split('&');
  if (rest.length > 0 || (tail !== undefined && !REPORTS.test(tail))) return unreadable;
  const unnumbered = tail === undefined ? 0 : Number(REPORTS.exec(tail)?.[1] ?? 1);
  if (head === '' && unnumbered > 0) return ok(bare(unnumbered));
  if (head === ONE_REPORT) return tail === undefined ? ok(bare(1)) : unreadable;
  const match = NUMBERED.exec(head);
  if (!match) return unreadable;
  const [, about, lowText = '', open, highText] = match;
  const low = Number(lowText);
  const high = open ? null : Number(highText ?? lowText);
  const problem = boundsProblem([lowText, highText ?? ''], { low, high }, decimals, largest);
  if (problem) return { ok: false, ...problem };
  const estimate = { low, high, approximate: about === '~', unnumbered };
  // An estimate cannot say that one report says zero and others say nothing; in two records it can be said.
  return isUnnumbered(estimate) && !estimate.approximate
    ? { ok: false, reason: 'unreadable', hint: ZERO_AND_UNKNOWN }
    : ok(estimate);
}

const ZERO_AND_UNKNOWN = 'write ? or & 3? for the reports without a number, and 0 in a record of its own';

/** Writes an estimate in the notation; `parseQuantity` reads it back to an equal estimate. */
export function printQuantity(estimate: Estimate): string {
  const { low, high, approximate, unnumbered } = estimate;
  const reports = unnumbered === 1 ? ONE_REPORT : `${unnumbered}?`;
  if (isUnnumbered(estimate)) return unnumbered === 1 ? ONE_REPORT : `& ${reports}`;
  const top = high === null ? '+' : high === low ? '' : `-${high}`;
  const number = `${approximate ? '~' : ''}${low}${top}`;
  return unnumbered > 0 ? `${number} & ${reports}` : number;
}

const unreadable: Parsed<Estimate> = { ok: false, reason: 'unreadable', hint: HINT };

function ok(value: Estimate): Parsed<Estimate> {
  return { ok: true, value };
}

function bare(unnumbered: number): Estimate {
  return { low: 0, high: 0, approximate: false, unnumbered };
}

function normalise(text: string): string {
  const plain = text
    .trim()
    .replace(/≈/g, '~')
    .replace(/[‐-―−]/g, '-');
  const atLeast = plain.replace(/^(~?)\s*(?:≥|>=)\s*(\S+)/, '$1$2+');
  // White space may stand around the signs, never between two digits: "1 000" is a question, not a number.
  return atLeast.replace(/\s*([~\-+&?])\s*/g, '$1');
}

function boundsProblem(
  texts: string[],
  { low, high }: Pick<Estimate, 'low' | 'high'>,
  decimals: number,
  largest: number,
): NotationProblem | null {
  // Spreadsheets and statistics programs write whole numbers as 50.0. Three digits may be thousands.
  const isWhole = (fraction: string) => /^0{0,2}$/.test(fraction);
  const fractions = texts.map((text) => text.split('.')[1] ?? '');
  if (fractions.some((fraction) => fraction.length > decimals && !isWhole(fraction)))
    return {
      reason: 'decimals',
      hint: decimals === 0 ? 'write a whole number' : `write at most ${decimals} digits after the point`,
    };
  if (Math.max(low, high ?? 0) > largest)
    return { reason: 'too_large', hint: `a quantity is at most ${largest}` };
  if (high !== null && high < low)
    return { reason: 'inverted', hint: `write the smaller number first: ${high}-${low}` };
  return null;
}
