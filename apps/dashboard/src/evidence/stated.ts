import type { Words } from '@article21/messages';
import {
  type Estimate,
  type MeasureId,
  measures,
  printMoney,
  type RestrictionRecord,
} from '@article21/model';
import { drawnPeriod } from './record-query.ts';

/** The date of a record as its source gives it, in words; null when it gives none. */
export function dateStated({ date }: RestrictionRecord, words: Words): string | null {
  return date === null ? null : words.statedDate(date);
}

/** Why a record is counted where it is, when its source does not date it to the day; null when it does. */
export function dateCharted(record: RestrictionRecord, words: Words): string | null {
  const { evidence } = words.ui;
  const period = words.period(drawnPeriod(record));
  const reasons = { day: null, assembly: evidence.byAssembly, interval: evidence.byInterval };
  const reason = reasons[record.charted.by];
  const approximate = record.charted.approximate ? evidence.approximateDate : null;
  const parts = [reason === null ? null : `${period}: ${reason}`, approximate].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? null : parts.join('; ');
}

/** The words of the sources that give the quantity of a record, quoted; each once. */
export function wordsStated({ evidence }: Pick<RestrictionRecord, 'evidence'>): string[] {
  return [...new Set(evidence.flatMap(({ stated }) => (stated ? [`“${stated}”`] : [])))];
}

/** How a coder wrote the quantities of a record; empty where none applies. */
export function notations({ count, amount, days }: RestrictionRecord): string[] {
  return [count?.notation, amount?.notation, days?.notation].filter((text): text is string => Boolean(text));
}

/** The quantities of a record in words, each as it was coded; amounts also in euros when stated in something else. */
export function quantities(record: RestrictionRecord, words: Words): string[] {
  const { count, amount, days } = record;
  return [
    count && inWords('count', count, count.notation),
    amount && money(amount),
    days && inWords('days', days, days.notation),
  ].filter((text): text is string => text !== null && text !== '');

  function inWords(quantity: 'count' | 'amount' | 'days', estimate: Estimate, notation: string): string {
    const id = measureOf(record, quantity);
    if (id) return words.count(estimate, id);
    return estimate.unnumbered > 0 ? words.ui.evidence.quantityNotStated : notation;
  }

  function money(stated: NonNullable<RestrictionRecord['amount']>): string {
    const exchanged = words.exchanged(stated);
    if (exchanged !== null)
      return `${printMoney({ estimate: stated, currency: stated.currency })} (${exchanged})`;
    const { cents, notation } = stated;
    const euros = { ...cents, low: cents.low / 100, high: cents.high === null ? null : cents.high / 100 };
    return inWords('amount', euros, notation);
  }
}

function measureOf(
  { kind }: RestrictionRecord,
  quantity: 'count' | 'amount' | 'days',
): MeasureId | undefined {
  return measures.find((it) => it.kind === kind && it.quantity === quantity)?.id;
}
