import type { Words } from '@article21/messages';
import { placeAndDate, recordTitle } from '@article21/messages/dataset';
import {
  type Estimate,
  isWithheld,
  type Measure,
  type MeasureId,
  measure as measureOf,
  type PlaceTree,
  type RestrictionRecord,
} from '@article21/model';
import { fold } from '../filters/search-places.ts';

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

/** What a record states at least; -1 where no number is stated. */
function sizeOf(record: RestrictionRecord, measures: readonly Measure[]): number {
  const stated = measures.find(({ kind }) => kind === null || kind === record.kind);
  if (!stated || stated.quantity === 'records') return -1;
  const { count, amount, days } = record;
  const estimate: Estimate | null = { count, amount: amount?.cents ?? null, days }[stated.quantity];
  return estimate && (estimate.low > 0 || estimate.unnumbered === 0) ? estimate.low : -1;
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
    const said = [recordTitle(record, words), placeAndDate(record, words, places), record.note];
    return [...said, ...record.evidence.flatMap(textsIn)].some((text) => fold(text ?? '').includes(wanted));
  });
}

function textsIn(evidence: RestrictionRecord['evidence'][number]): (string | null)[] {
  if (isWithheld(evidence)) return [];
  if (evidence.kind === 'link') return [evidence.url];
  if (evidence.kind === 'quotation') return [evidence.quote];
  return evidence.table?.rows.find(({ row }) => row === evidence.row)?.cells ?? [];
}
