import type { Counts, MeasureId } from '@article21/model';
import { type Naming, rowId } from './rows.ts';

/** A number that is shown instead of a chart. */
export interface BigNumber {
  measure: MeasureId;
  /** The number in signs; where no source states one, how many reports there are. */
  number: string;
  /** Whether that is words, which have no room in the largest letters. */
  isWords: boolean;
  /** The reports without a number that come on top of it. */
  beside: string | null;
  /** What it is of: where, and what is counted. */
  name: string;
}

/** So many numbers are read at once; of more, lengths say more. */
const MOST = 2;

/** One or two numbers by city, which on a whole slide are no chart; null where there are more, or others beside them. */
export function bigNumbersOf(
  chart: string,
  { rows, undated }: Pick<Counts, 'rows' | 'undated'>,
  { words, places, query }: Naming,
): BigNumber[] | null {
  if (chart !== 'bar' || rows.length === 0 || rows.length > MOST || undated.length > 0) return null;
  return rows.map((row) => {
    const { measure, unnumbered } = row;
    const id = rowId(row);
    const signs = words.signs(row);
    const reports = unnumbered > 0 ? words.reports(unnumbered, measure) : null;
    const where = id === undefined ? [] : [words.rowName(id, places, query.by)];
    return {
      measure,
      number: signs || (reports ?? ''),
      isWords: signs === '',
      beside: signs && reports ? `+ ${reports}` : null,
      name: [...where, words.measure(measure).label].join(' · '),
    };
  });
}
