import type { Estimate } from './estimate.ts';

/** The largest quantity one record may state; sums of ten million such records are still exact integers. */
export const LARGEST_QUANTITY = 100_000_000;

/** Why a text is not a quantity, as a stable word and a sentence that says how to mend it. */
export interface NotationProblem {
  reason: 'unreadable' | 'inverted' | 'too_large' | 'decimals';
  hint: string;
}

export type Parsed<T> = { ok: true; value: T } | ({ ok: false } & NotationProblem);

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const NUMBERED = new RegExp(`^(~?)(${NUMBER})(?:(\\+)|-(${NUMBER}))?$`);
const UNNUMBERED = /^([1-9]\d{0,6})?\?$/;
const HINT = 'write 12, ~10 (about), 30-40, ~30-40, 2+ (at least) or ? (a report without a number)';

/**
 * Reads a quantity in the notation of the codebook: `12`, `~10`, `30-40`, `~30-40`, `2+`, `~2+`, `?`, and with
 * reports without a number beside the number `10 & ?`, `10 & 3?`. Typographic twins (`≈`, `–`, `≥ 2`) are read too.
 * `decimals` is how many digits may follow the point: 0 for people and days, 2 for money.
 */
export function parseQuantity(text: string, decimals = 0): Parsed<Estimate> {
  const [head = '', tail, ...rest] = normalise(text).split('&');
  if (rest.length > 0 || (tail !== undefined && !UNNUMBERED.test(tail))) return unreadable;
  const only = UNNUMBERED.exec(head);
  if (only) return tail === undefined ? ok(bare(Number(only[1] ?? 1))) : unreadable;
  const match = NUMBERED.exec(head);
  if (!match) return unreadable;
  const [, about, lowText = '', open, highText] = match;
  const low = Number(lowText);
  const high = open ? null : Number(highText ?? lowText);
  const problem = boundsProblem([lowText, highText ?? ''], low, high, decimals);
  if (problem) return { ok: false, ...problem };
  const unnumbered = tail === undefined ? 0 : Number(UNNUMBERED.exec(tail)?.[1] ?? 1);
  return ok({ low, high, approximate: about === '~', unnumbered });
}

/** Writes an estimate in the notation; `parseQuantity` reads it back to an equal estimate. */
export function printQuantity(estimate: Estimate): string {
  const { low, high, approximate, unnumbered } = estimate;
  const reports = unnumbered === 1 ? '?' : `${unnumbered}?`;
  if (unnumbered > 0 && low === 0 && high === 0 && !approximate) return reports;
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
  low: number,
  high: number | null,
  decimals: number,
): NotationProblem | null {
  if (texts.some((text) => (text.split('.')[1]?.length ?? 0) > decimals))
    return {
      reason: 'decimals',
      hint: decimals === 0 ? 'write a whole number' : `write at most ${decimals} digits after the point`,
    };
  if (Math.max(low, high ?? 0) > LARGEST_QUANTITY)
    return { reason: 'too_large', hint: `a quantity is at most ${LARGEST_QUANTITY}` };
  if (high !== null && high < low)
    return { reason: 'inverted', hint: `write the smaller number first: ${high}-${low}` };
  return null;
}
