import { arrestDays } from './arrest-days.ts';
import { detentions } from './detentions.ts';
import { fines } from './fines.ts';
import type { Measure } from './measure.ts';
import { otherRestrictions } from './other-restrictions.ts';
import { peopleArrested } from './people-arrested.ts';
import { peopleFined } from './people-fined.ts';
import { records } from './records.ts';
import { rejectedApplications } from './rejected-applications.ts';
import { warnings } from './warnings.ts';

/** Every measure, in the order in which charts and tables show them. */
export const measures = [
  rejectedApplications,
  detentions,
  fines,
  arrestDays,
  peopleFined,
  peopleArrested,
  warnings,
  otherRestrictions,
  records,
] as const;

export type MeasureId = (typeof measures)[number]['id'];

export const measureIds = measures.map((measure) => measure.id) as [MeasureId, ...MeasureId[]];

/** What a query that names no measure asks for, as far as the dataset has records of it. */
export const defaultMeasures: readonly MeasureId[] = [
  'rejected_applications',
  'detentions',
  'fines',
  'arrest_days',
];

/**
 * What a query that names no measure asks for in a dataset that has records of the measures `present`: those of the
 * usual ones, all that there are where it has none of these, and the usual ones where there is no record at all.
 */
export function openingMeasures(present: readonly MeasureId[]): readonly MeasureId[] {
  const usual = defaultMeasures.filter((id) => present.includes(id));
  if (usual.length === defaultMeasures.length || present.length === 0) return defaultMeasures;
  return usual.length > 0 ? usual : present;
}

/** The measure of an id. Throws on an unknown one: ids from outside are checked by the query's schema. */
export function measure(id: MeasureId): Measure<MeasureId> {
  const found = measures.find((it) => it.id === id);
  if (!found) throw new Error(`unknown measure: ${id} (known: ${measureIds.join(', ')})`);
  return found;
}
