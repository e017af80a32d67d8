import type { Counts, Estimate, MeasureId } from '@article21/model';
import { type Naming, rowId } from './rows.ts';

/** A number that is shown instead of a chart. */
export interface BigNumber {
  kind: 'number';
  measure: MeasureId;
  /** The number in signs; where no source states one, how many reports there are. */
  number: string;
  /** Whether that is words, which have no room in the largest letters. */
  isWords: boolean;
  /** What stands under it: the reports without a number that come on top of it, where it is and what is counted. */
  under: readonly string[];
}

/** So many numbers are read at once; of more, lengths say more. */
const MOST = 2;

/**
 * One or two numbers by city, which on a whole slide are no chart, and no map where they are not two points; null where there are
 * more, or others beside them.
 */
export function bigNumbersOf(
  chart: string,
  { rows, undated }: Pick<Counts, 'rows' | 'undated'>,
  { words, places, query }: Naming,
): BigNumber[] | null {
  if (rows.length === 0 || rows.length > MOST || undated.length > 0) return null;
  const points = rows.filter(({ place }) => places.get(place ?? '')?.lat != null);
  if (chart !== 'bar' && !(chart === 'map' && points.length < 2)) return null;
  return rows.map((row) => {
    const id = rowId(row);
    const where = id === undefined ? [] : [words.rowName(id, places, query.by)];
    const name = [...where, words.measure(row.measure).label].join(' · ');
    return bigNumber(row.measure, row, name, words);
  });
}

export function bigNumber(
  measure: MeasureId,
  estimate: Estimate,
  name: string,
  words: Naming['words'],
): BigNumber {
  const signs = words.signs(estimate);
  const reports = estimate.unnumbered > 0 ? words.reports(estimate.unnumbered, measure) : null;
  return {
    kind: 'number',
    measure,
    number: signs || (reports ?? ''),
    isWords: signs === '',
    under: [...(signs && reports ? [`+ ${reports}`] : []), name],
  };
}
