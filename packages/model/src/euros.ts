import type { Estimate } from './estimate.ts';

/** The most that one record may amount to, in euros. */
export const LARGEST_EUROS = 1_000_000_000;

/** Euros in whole cents, so that sums are exact whatever their order. */
export function toCents(euros: Estimate): Estimate {
  return mapEnds(euros, (amount) => Math.round(withoutNoise(amount * 100)));
}

/**
 * An amount in another currency as whole euro cents: its low end at the `lowest`, its high end at the `highest` rate of
 * its time, in euros for one unit. A rate is a mean of days or a fixing of one, not what the amount was worth to the
 * cent, so the result is approximate and has no more digits than its rate, and none behind whole euros (tenths under
 * EUR 10). What is under one cent is between nothing and one cent, so that no amount is said to be nothing.
 */
export function convertToCents(stated: Estimate, lowest: number, highest = lowest): Estimate {
  if (stated.low === 0 && stated.high === 0) return stated;
  return {
    ...stated,
    low: roundedCents(stated.low, lowest),
    high: stated.high === null ? null : Math.max(1, roundedCents(stated.high, highest)),
    approximate: true,
  };
}

/** Spreadsheets drop the zeros at the end of a number: 0.005 may well have been 0.00500. */
const LEAST_DIGITS = 3;

function roundedCents(amount: number, rate: number): number {
  const euros = withoutNoise(amount * rate);
  if (euros < 1) return euros < 0.01 ? 0 : Math.round(euros * 100);
  const digits = Math.max(LEAST_DIGITS, significantDigits(rate));
  const wholeDigits = Math.floor(Math.log10(euros)) + 1;
  const shown = Math.min(digits, wholeDigits + (euros < 10 ? 1 : 0));
  return Math.round(Number(euros.toPrecision(shown)) * 100);
}

function significantDigits(rate: number): number {
  return rate.toExponential().split('e')[0]?.replace('.', '').length ?? 1;
}

/** Fifteen significant digits hide binary noise such as 1.1 * 100 = 110.00000000000001. */
function withoutNoise(value: number): number {
  return Number(value.toPrecision(15));
}

function mapEnds(estimate: Estimate, change: (end: number) => number): Estimate {
  const { low, high } = estimate;
  return { ...estimate, low: change(low), high: high === null ? null : change(high) };
}
