import type { Words } from '@article21/messages';
import { quantitiesOf } from '@article21/messages/dataset';
import type { RestrictionRecord } from '@article21/model';
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
  // What the source itself says is not said twice.
  const why = period === dateStated(record, words) ? reason : `${period}: ${reason}`;
  const parts = [reason === null ? null : why, approximate].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

/** The words of the sources that give the quantity of a record, quoted; each once. */
export function wordsStated({ evidence }: Pick<RestrictionRecord, 'evidence'>): string[] {
  return [...new Set(evidence.flatMap(({ stated }) => (stated ? [`“${stated}”`] : [])))];
}

/** The quantities of a record in words, each as it was coded. */
export function quantities(record: RestrictionRecord, words: Words): string[] {
  return quantitiesOf(record, words).map(({ said }) => said);
}
