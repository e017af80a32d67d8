import { declaredIdSchema } from '../id.ts';
import { arrestDays } from './arrest-days.ts';
import { detentions } from './detentions.ts';
import { fines } from './fines.ts';
import { measureColours } from './measure.ts';
import { otherRestrictions } from './other-restrictions.ts';
import { peopleArrested } from './people-arrested.ts';
import { peopleFined } from './people-fined.ts';
import { records } from './records.ts';
import { rejectedApplications } from './rejected-applications.ts';
import { warnings } from './warnings.ts';

/** The measures of every dataset, in the order in which charts and tables show them. A dataset may declare others. */
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

/** The id of a measure of every dataset, of which each language has the words. */
export type UsualMeasureId = (typeof measures)[number]['id'];

/** The id of any measure: which of them there are, the vocabulary of a snapshot says. */
export type MeasureId = string;

/** The id of a measure, of every dataset or of one alone. */
export const measureIdSchema = declaredIdSchema.meta({
  description: `One of ${measures.map(({ id }) => id).join(', ')}, or a measure that the dataset declares.`,
});

export const measureIds: readonly MeasureId[] = measures.map((measure) => measure.id);

/** The colours that no measure of every dataset has. */
export const freeColours = measureColours.filter((name) => !measures.some(({ colour }) => colour === name));

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
