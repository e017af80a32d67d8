import { type Period, type PlaceTree, parseDay, type RestrictionRecord } from '@article21/model';
import type { Words } from '../words.ts';
import { quantitiesOf } from './quantities.ts';

/** What happened, as a heading: "Detention". */
export function recordTitle({ kind }: Pick<RestrictionRecord, 'kind'>, words: Words): string {
  const text = words.kind(kind);
  return text.charAt(0).toLocaleUpperCase(words.language) + text.slice(1);
}

/** Where and when as stated: "Almaty · 28 April 2012". */
export function placeAndDate(
  record: Pick<RestrictionRecord, 'place' | 'date' | 'charted'>,
  words: Words,
  places: PlaceTree | null,
): string {
  return `${words.rowName(record.place, places)} · ${words.when(record)}`;
}

/** The date of a record as its source gives it, in words; null when it gives none. */
export function dateStated({ date }: Pick<RestrictionRecord, 'date'>, words: Words): string | null {
  return date === null ? null : words.statedDate(date);
}

/** Why a record is counted where it is, when its source does not date it to the day; null when it does. */
export function dateCharted(
  record: Pick<RestrictionRecord, 'date' | 'charted'>,
  words: Words,
): string | null {
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

/** The days on which a record is counted, and why on these: "28 April 2012: the source dates it to the day". */
export function dateCounted(record: Pick<RestrictionRecord, 'charted'>, words: Words): string {
  return `${words.period(drawnPeriod(record))}: ${whyCounted(record.charted, words)}`;
}

/** Why a record is counted on its days: "the source dates it to the day". */
export function whyCounted(
  { by, approximate }: Pick<RestrictionRecord['charted'], 'by' | 'approximate'>,
  { ui: { evidence, tools } }: Words,
): string {
  const reasons = { day: tools.byDay, assembly: evidence.byAssembly, interval: evidence.byInterval };
  if (!approximate) return reasons[by];
  // Who says "about" a day does not date anything to it.
  return by === 'day' ? evidence.approximateDate : `${reasons[by]}; ${evidence.approximateDate}`;
}

/** The words of the sources that give the quantity of a record, quoted; each once. */
export function wordsStated(
  { evidence }: Pick<RestrictionRecord, 'evidence'>,
  { quote }: Pick<Words, 'quote'>,
): string[] {
  return [...new Set(evidence.flatMap((it) => (it.kind !== 'link' && it.stated ? [quote(it.stated)] : [])))];
}

/** The quantities of a record in words, each as it was coded. */
export function quantities(
  record: Pick<RestrictionRecord, 'kind' | 'count' | 'amount' | 'days'>,
  words: Words,
): string[] {
  return quantitiesOf(record, words).map(({ text }) => text);
}

/** The days on which a chart draws a record: its assembly's where no source states a day. */
export function drawnPeriod(record: Pick<RestrictionRecord, 'charted'>): Period {
  const day = dayOrNull(record.charted.day);
  return day === null ? possiblePeriod(record) : { from: day, to: day };
}

/** The days that a record's sources leave possible. */
export function possiblePeriod({ charted }: Pick<RestrictionRecord, 'charted'>): Period {
  return { from: dayOrNull(charted.from), to: dayOrNull(charted.to) };
}

function dayOrNull(text: string | null): number | null {
  return text === null ? null : parseDay(text);
}
