import type { Finding, Words } from '@article21/messages';
import type { ChartQuery, Counts, Period } from '@article21/model';
import type { LoadedSnapshot } from './loaded-snapshot.ts';

/** The sentences of a query, one finding per measure. Every page, picture and file uses these. */
export function findingsOf(
  query: ChartQuery,
  counts: Omit<Counts, 'rows'>,
  { tree, vocabulary }: LoadedSnapshot,
  words: Words,
): Finding[] {
  return words.of(vocabulary).findings(query, counts, tree);
}

/**
 * The days that the numbers of a query are from, as its headlines say them: what was asked for, open where an end was
 * not; where no end was, from the first to the last day of all that is counted, open where a source leaves it open.
 */
export function countedPeriod({ from, to }: Period, { totals }: Pick<Counts, 'totals'>): Period {
  if (from !== null || to !== null) return { from, to };
  const parts = totals.flatMap(({ dated, open }) => [dated ?? [], open ?? []].flat());
  const end = (ends: (number | null)[], pick: (...days: number[]) => number) => {
    const known = ends.filter((it) => it !== null);
    return known.length === 0 || known.length < ends.length ? null : pick(...known);
  };
  return {
    from: end(
      parts.map((it) => it.from),
      Math.min,
    ),
    to: end(
      parts.map((it) => it.to),
      Math.max,
    ),
  };
}
