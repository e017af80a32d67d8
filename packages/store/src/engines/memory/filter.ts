import {
  bucketStart,
  contains,
  type Estimate,
  measure,
  OPEN_START,
  overlaps,
  type Period,
  parseDay,
  type RestrictionRecord,
  type Step,
} from '@article21/model';
import type { RecordFilter } from '../../port.ts';
import type { PageKey } from '../cursor.ts';

/** Whether a record is one of a filter's, its cursor and limit aside. */
export function matches(record: RestrictionRecord, filter: RecordFilter): boolean {
  const { measures, kinds, places, phases, basis } = filter;
  return (
    (measures === null || measures.some((id) => counted(record, id) !== null)) &&
    (kinds === null || kinds.includes(record.kind)) &&
    (places === null || places.includes(record.place)) &&
    (phases.length === 0 || phases.includes(record.phase ?? 'unstated')) &&
    record.basis === basis &&
    liesRight(charted(record), { from: filter.from, to: filter.to }, filter.undated)
  );
}

/** What a record adds to a measure, in the whole numbers of cells; null when the measure does not count it. */
export function counted(record: RestrictionRecord, id: Parameters<typeof measure>[0]): Estimate | null {
  const { kind, quantity, scale } = measure(id);
  if (record.kind !== kind) return null;
  return quantity === 'amount' && scale === 100 ? (record.amount?.cents ?? null) : record[quantity];
}

/** The days a record is charted on. */
export function charted({ charted }: RestrictionRecord): Period {
  return {
    from: charted.from === null ? null : parseDay(charted.from),
    to: charted.to === null ? null : parseDay(charted.to),
  };
}

/** Where a record stands in the order of pages. */
export function pageKey(record: RestrictionRecord): PageKey {
  return { from: charted(record).from ?? OPEN_START, id: record.id };
}

function liesRight(period: Period, asked: Period, undated: Step | null): boolean {
  if (undated === null) return contains(asked, period);
  const oneBucket =
    period.from !== null &&
    period.to !== null &&
    bucketStart(period.from, undated) === bucketStart(period.to, undated);
  return overlaps(period, asked) && !(oneBucket && contains(asked, period));
}
