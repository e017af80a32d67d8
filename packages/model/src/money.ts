import type { Estimate } from './estimate.ts';
import { type Parsed, parseQuantity, printQuantity } from './notation.ts';

/** An amount as its source states it, with the ISO 4217 code of its currency. */
export interface Money {
  estimate: Estimate;
  currency: string;
}

/** Reads `~170 EUR`, `EUR 170`, `32000 KZT`, `? EUR`, or `?` (an amount not stated, in no currency). */
export function parseMoney(text: string): Parsed<Money> {
  const match = /^\s*(?:([A-Za-z]{3})\s+)?(.*?)(?:\s+([A-Za-z]{3}))?\s*$/.exec(text);
  const [, before, quantity = '', after] = match ?? [];
  const currency = (before ?? after ?? '').toUpperCase();
  const parsed = parseQuantity(quantity, 2);
  if (!parsed.ok || (before && after)) return moneyHint(parsed);
  if (!currency && printQuantity(parsed.value) !== '?') return moneyHint(parsed);
  return { ok: true, value: { estimate: parsed.value, currency } };
}

/** Writes an amount; `parseMoney` reads it back. */
export function printMoney({ estimate, currency }: Money): string {
  const quantity = printQuantity(estimate);
  return currency ? `${quantity} ${currency}` : quantity;
}

/**
 * An estimate in whole cents of an euro, at `eur` euros for one unit of its currency. Cents are whole so that
 * sums are exact whatever their order. Both ends are rounded to the nearest cent: an amount that its source states
 * exactly stays one number.
 */
export function toCents(estimate: Estimate, eur: number): Estimate {
  // Twelve significant digits hide binary noise such as 1.1 * 100 = 110.00000000000001 before rounding.
  const cents = (amount: number) => Math.round(Number((amount * eur * 100).toPrecision(12)));
  return {
    ...estimate,
    low: cents(estimate.low),
    high: estimate.high === null ? null : cents(estimate.high),
  };
}

function moneyHint(parsed: Parsed<Estimate>): Parsed<Money> {
  const hint = 'write the amount and its currency: ~170 EUR, 32000 KZT, or ? when it is not stated';
  return parsed.ok || parsed.reason === 'unreadable'
    ? { ok: false, reason: 'unreadable', hint }
    : { ok: false, reason: parsed.reason, hint: parsed.hint };
}
