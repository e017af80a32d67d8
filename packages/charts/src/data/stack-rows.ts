import { type Count, sum } from '@article21/model';
import { estimateOf, type Naming, othersOf, type Row } from './rows.ts';

/** Parts of a stack; more colours are not told apart. Of more places the largest five have a part of their own. */
export const MOST_PARTS = 6;
const OWN = MOST_PARTS - 1;

/** Of a whole, what these have at least where they are drawn apart: less is a sliver under a block of all others. */
const LEAST_SHARE = 0.2;

/**
 * The parts of a stack, the same in every column: the largest places, and where there are more than six, all others as one;
 * all places as one where even the largest are too small to be seen. `others` are the places in that part.
 */
export function stackRows(
  rows: readonly Row[],
  plot: Pick<Naming, 'query' | 'words'>,
): { parts: Row[]; others: readonly Row[] } {
  if (rows.length <= MOST_PARTS) return { parts: [...rows], others: [] };
  const [own, others] = [rows.slice(0, OWN), rows.slice(OWN)];
  if (leastOf(own) < LEAST_SHARE * leastOf(rows)) {
    const all = together(rows, plot.words.plural(othersOf(plot).all, rows.length));
    return { parts: all ? [{ ...all, isRest: true }] : [], others: rows };
  }
  const rest = together(others, plot.words.plural(othersOf(plot).together, others.length));
  return { parts: [...own, ...(rest ? [{ ...rest, isRest: true }] : [])], others };
}

/** Why a stack has no parts, where it has none; measures that are alike share one sentence. */
export function stackNotes(
  groups: readonly { rows: readonly Row[] }[],
  plot: Pick<Naming, 'query' | 'words'>,
): string[] {
  const whole = groups.filter(({ rows }) => {
    const { parts } = stackRows(rows, plot);
    return parts.length === 1 && parts[0]?.isRest === true;
  });
  const most = Math.max(0, ...whole.map(({ rows }) => rows.length));
  return most === 0 ? [] : [plot.words.plural(othersOf(plot).undivided, most)];
}

/** What sources state of rows at least. */
export function leastOf(rows: readonly Row[]): number {
  return rows.reduce((least, { estimate }) => least + estimate.low, 0);
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
