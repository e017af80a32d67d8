import type { Amount, Estimate, MeasureId, RestrictionRecord } from '@article21/model';
import type { Words } from '../words.ts';

/** A quantity of a record in words, and as its coder wrote it. */
export interface CodedQuantity {
  text: string;
  notation: string;
}

type Quantified = Pick<RestrictionRecord, 'kind' | 'count' | 'amount' | 'days'>;
type Quantity = Exclude<keyof Quantified, 'kind'>;

/** The quantities that a record has: people, money, days. Amounts also in euros when stated in something else. */
export function quantitiesOf(record: Quantified, words: Words): CodedQuantity[] {
  const { kind, count, amount, days } = record;
  return [
    ...(count ? [{ text: inWords(kind, 'count', count, words), notation: count.notation }] : []),
    ...(amount ? [{ text: moneyInWords(kind, amount, words), notation: amount.notation }] : []),
    ...(days ? [{ text: inWords(kind, 'days', days, words), notation: days.notation }] : []),
  ];
}

/** With the noun of the measure that counts it; in signs alone where none does. */
function inWords(
  kind: RestrictionRecord['kind'],
  quantity: Quantity,
  estimate: Estimate,
  words: Words,
): string {
  const id = measureOf(kind, quantity, words);
  if (id) return words.count(estimate, id);
  return words.signs(estimate) || words.ui.evidence.quantityNotStated;
}

function moneyInWords(kind: RestrictionRecord['kind'], stated: Amount, words: Words): string {
  const exchanged = words.exchanged(stated);
  if (exchanged !== null) return `${words.signs(stated)} ${stated.currency} (${exchanged})`;
  const { cents } = stated;
  const euros = { ...cents, low: cents.low / 100, high: cents.high === null ? null : cents.high / 100 };
  return inWords(kind, 'amount', euros, words);
}

function measureOf(
  kind: RestrictionRecord['kind'],
  quantity: Quantity,
  { vocabulary }: Words,
): MeasureId | undefined {
  return vocabulary.measures.find((it) => it.kind === kind && it.quantity === quantity)?.id;
}
