import { type Count, sum } from '@article21/model';
import { estimateOf, type Naming, othersOf, type Row } from './rows.ts';

/** Places of a stack that have a segment of their own; more colours are not told apart. */
const OWN = 5;

/**
 * The parts of a stack, the same in every column: the largest places, and where there are more than six, all others as one.
 * `others` are the places in that.
 */
export function stackRows(
  rows: readonly Row[],
  plot: Pick<Naming, 'query' | 'words'>,
): { parts: Row[]; others: readonly Row[] } {
  if (rows.length <= OWN + 1) return { parts: [...rows], others: [] };
  const others = rows.slice(OWN);
  const name = plot.words.plural(othersOf(plot).together, others.length);
  const rest = together(others, name);
  return { parts: [...rows.slice(0, OWN), ...(rest ? [{ ...rest, isRest: true }] : [])], others };
}

/** All places of a measure together, as the one row of which a stack's scale and labels are made. */
export function wholeOf({ rows }: { rows: readonly Row[] }): Row[] {
  const whole = together(rows, '');
  return whole ? [whole] : [];
}

/** Several places of one measure as one row; null where none has a dated count. */
function together(rows: readonly Row[], name: string): Row | null {
  const byPeriod = new Map<string, Count[]>();
  for (const count of rows.flatMap((row) => row.counts)) {
    const own = byPeriod.get(count.period ?? '');
    if (own) own.push(count);
    else byPeriod.set(count.period ?? '', [count]);
  }
  const [first] = rows;
  if (!first || byPeriod.size === 0) return null;
  const { measure } = first;
  const periods = [...byPeriod].sort(([a], [b]) => (a < b ? -1 : 1));
  const counts = periods.map(([period, own]): Count => ({ measure, period, ...total(own) }));
  const { records, assemblyDay: _, approximateDates: __, ...estimate } = total(counts);
  return { measure, place: undefined, name, estimate, records, counts };
}

function total(counts: readonly Count[]) {
  const estimate = sum(counts.map(estimateOf));
  if (!estimate) throw new Error('a sum of no counts');
  return {
    ...estimate,
    records: counts.reduce((n, it) => n + it.records, 0),
    assemblyDay: counts.reduce((n, it) => n + it.assemblyDay, 0),
    approximateDates: counts.reduce((n, it) => n + it.approximateDates, 0),
  };
}
