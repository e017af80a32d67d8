import {
  bucketStart,
  contains,
  type Day,
  type Estimate,
  exactly,
  hasAttributes,
  isQuoted,
  type Measure,
  measure,
  OPEN_START,
  overlaps,
  type Period,
  parseDay,
  type RestrictionRecord,
  type Step,
  type Vocabulary,
} from '@article21/model';
import type { RecordFilter } from '../../port.ts';
import type { PageKey } from '../cursor.ts';

/** Whether a record is one of a filter's, its cursor and limit aside. */
export function matches(record: RestrictionRecord, filter: RecordFilter, vocabulary: Vocabulary): boolean {
  const { measures, kinds, places, phases, basis, evidence, attribute } = filter;
  return (
    (measures === null || measures.some((id) => counted(record, measure(id, vocabulary)) !== null)) &&
    (kinds === null || kinds.includes(record.kind)) &&
    (places === null || places.includes(record.place)) &&
    (phases.length === 0 || phases.includes(record.phase ?? 'unstated')) &&
    record.basis === basis &&
    (evidence === null || isQuoted(record)) &&
    hasAttributes(record, attribute) &&
    matchesPeriod(charted(record), drawnOn(record), filter)
  );
}

/** What a record adds to a measure, in the whole numbers of cells; null when the measure does not count it. */
export function counted(record: RestrictionRecord, { kind, quantity, scale }: Measure): Estimate | null {
  if (kind !== null && record.kind !== kind) return null;
  if (quantity === 'records') return exactly(1);
  return quantity === 'amount' && scale === 100 ? (record.amount?.cents ?? null) : record[quantity];
}

/** The days that the sources of a record leave possible. */
export function charted({ charted }: RestrictionRecord): Period {
  return {
    from: charted.from === null ? null : parseDay(charted.from),
    to: charted.to === null ? null : parseDay(charted.to),
  };
}

/** The day of its assembly that a record is drawn on; null where its sources decide. */
export function drawnOn({ charted: { day } }: RestrictionRecord): Day | null {
  return day === null ? null : parseDay(day);
}

/** Where a record stands in the order of pages. */
export function pageKey(record: RestrictionRecord): PageKey {
  return { from: drawnOn(record) ?? charted(record).from ?? OPEN_START, id: record.id };
}

function matchesPeriod(
  possible: Period,
  day: Day | null,
  { from, to, bucket, undated }: RecordFilter,
): boolean {
  const period = { from, to };
  const within = contains(period, possible);
  if (undated === null) return within && (bucket === null || isIn(bucket));
  const oneBucket = day !== null ? isIn(period) : inOneBucket(possible, undated);
  return overlaps(possible, period) && !(within && oneBucket);

  function isIn(days: Period): boolean {
    return contains(days, day === null ? possible : { from: day, to: day });
  }
}

function inOneBucket({ from, to }: Period, step: Step): boolean {
  return from !== null && to !== null && bucketStart(from, step) === bucketStart(to, step);
}
