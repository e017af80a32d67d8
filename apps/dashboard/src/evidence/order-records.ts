import { causesSign, type NumberSign, type Words } from '@article21/messages';
import { placeAndDate, recordTitle } from '@article21/messages/dataset';
import {
  type Estimate,
  fold,
  isWithheld,
  type Measure,
  type MeasureId,
  measure as measureOf,
  type PlaceTree,
  type RestrictionRecord,
} from '@article21/model';

/**
 * The largest first, by the lowest that a record states of the first of the measures that counts it; equals as they came,
 * those that state no number last. Money is compared in euros.
 */
export function largestFirst(
  records: readonly RestrictionRecord[],
  measures: readonly MeasureId[],
  { vocabulary }: Words,
): RestrictionRecord[] {
  const counting = measures.map((id) => measureOf(id, vocabulary));
  const sizes = new Map(records.map((record) => [record, sizeOf(record, counting)]));
  return [...records].sort((a, b) => (sizes.get(b) ?? -1) - (sizes.get(a) ?? -1));
}

/** The records that give a number of one of the measures this sign: those that make it "at least", say. */
export function withSign(
  records: readonly RestrictionRecord[],
  { measures, sign }: { measures: readonly MeasureId[]; sign: NumberSign },
  { vocabulary }: Words,
): RestrictionRecord[] {
  const counting = measures.map((id) => measureOf(id, vocabulary));
  return records.filter((record) => {
    const stated = statedBy(record, counting);
    return stated !== null && causesSign(stated, sign);
  });
}

/** What a record states at least; -1 where no number is stated. */
function sizeOf(record: RestrictionRecord, measures: readonly Measure[]): number {
  const stated = statedBy(record, measures);
  return stated && (stated.low > 0 || stated.unnumbered === 0) ? stated.low : -1;
}

/** What a record states of the first of the measures that counts it; null where it is one report and states nothing. */
function statedBy(record: RestrictionRecord, measures: readonly Measure[]): Estimate | null {
  const counted = measures.find(({ kind }) => kind === null || kind === record.kind);
  if (!counted || counted.quantity === 'records') return null;
  const { count, amount, days } = record;
  return { count, amount: amount?.cents ?? null, days }[counted.quantity];
}

/** The records that have what was typed in their title, place, date, note or words of their sources. Capitals and accents make no difference. */
export function matching(
  records: readonly RestrictionRecord[],
  typed: string,
  { words, places }: { words: Words; places: PlaceTree | null },
): readonly RestrictionRecord[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return records;
  return records.filter((record) => {
    const texts = [recordTitle(record, words), placeAndDate(record, words, places), record.note];
    return [...texts, ...record.evidence.flatMap(textsIn)].some((text) => fold(text ?? '').includes(wanted));
  });
}

function textsIn(evidence: RestrictionRecord['evidence'][number]): (string | null)[] {
  if (isWithheld(evidence)) return [];
  if (evidence.kind === 'link') return [evidence.url];
  if (evidence.kind === 'quotation') return [evidence.quote];
  return evidence.table?.rows.find(({ row }) => row === evidence.row)?.cells ?? [];
}
