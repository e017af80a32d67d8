import { type Estimate, isUnnumbered } from './estimate.ts';
import { type NotationProblem, type Parsed, parseQuantity, printQuantity } from './notation.ts';
import { currencyIn, isInLegalUnits } from './notation-hints.ts';

/** An amount as its source states it, with the ISO 4217 code of its currency. */
export interface Money {
  estimate: Estimate;
  currency: string;
}

/** The largest number of units of a currency that one record may state: with its cents, a double holds it exactly. */
const LARGEST_STATED = 10_000_000_000_000;

/** Reads `~170 EUR`, `EUR 170`, `32000 KZT`, `? EUR`, or `?` (an amount not stated, in no currency). */
export function parseMoney(text: string): Parsed<Money> {
  const { quantity, currency } = partsOf(text);
  const parsed = quantity === null ? null : parseQuantity(quantity, 2, LARGEST_STATED);
  if (parsed?.ok && (currency !== '' || isUnstated(parsed.value)))
    return { ok: true, value: { estimate: parsed.value, currency } };
  const meant = currencyIn(text);
  if (meant)
    return refuse('unreadable', hintFor(parseQuantity(meant.quantity, 2, LARGEST_STATED), meant.currency));
  if (isInLegalUnits(text)) return refuse('unreadable', IN_MONEY);
  if (!parsed || parsed.ok) return refuse('unreadable', HINT);
  return refuse(parsed.reason, hintFor(parsed, currency));
}

/** An amount cut into its quantity and its currency, which is empty where none is named; null where two are. */
function partsOf(text: string): { quantity: string | null; currency: string } {
  const match = /^\s*(?:([A-Za-z]{3})\s+)?(.*?)(?:\s+([A-Za-z]{3}))?\s*$/.exec(text);
  const [, before, quantity = '', after] = match ?? [];
  const currency = (before ?? after ?? '').toUpperCase();
  return { quantity: before && after ? null : quantity, currency };
}

/** Reports without a number need no currency: nothing is converted. */
function isUnstated(estimate: Estimate): boolean {
  return isUnnumbered(estimate) && !estimate.approximate;
}

/** Writes an amount; `parseMoney` reads it back. */
export function printMoney({ estimate, currency }: Money): string {
  const quantity = printQuantity(estimate);
  return currency ? `${quantity} ${currency}` : quantity;
}

const HINT = 'write the amount and its currency: ~170 EUR, 32000 KZT, or ? when it is not stated';
const IN_MONEY =
  'write the sum in money and its currency, 46150 KZT, where the source states it; else ?, with its units in note';

/** The hint for an amount whose quantity was read like this: with its currency after the notation that it names. */
function hintFor(parsed: Parsed<Estimate>, currency: string): string {
  if (parsed.ok) return `write ${printQuantity(parsed.value)} ${currency}`;
  if (parsed.meant) return `write ${`${parsed.meant.notation} ${currency}`.trim()} (${parsed.meant.note})`;
  return parsed.reason === 'unreadable' ? HINT : parsed.hint;
}

function refuse(reason: NotationProblem['reason'], hint: string): Parsed<Money> {
  return { ok: false, reason, hint };
}
