import type { Finding, Words } from '@article21/messages';
import type { ChartQuery, Counts, Period } from '@article21/model';
import type { Served } from './served.ts';

/** The sentences of a query, one finding for each measure: every surface takes them from here. */
export function findingsOf(
  query: ChartQuery,
  counts: Omit<Counts, 'rows'>,
  { tree }: Served,
  { findings }: Words,
): Finding[] {
  return findings(query, counts, tree);
}

/**
 * The days that the numbers of a query are from: an end that was asked for; else the first and the last day of all that
 * is counted, open where a source leaves it open.
 */
export function countedPeriod({ from, to }: Period, { totals }: Pick<Counts, 'totals'>): Period {
  const parts = totals.flatMap(({ dated, open }) => [dated ?? [], open ?? []].flat());
  const end = (asked: number | null, ends: (number | null)[], pick: (...days: number[]) => number) => {
    const known = ends.filter((it) => it !== null);
    return asked ?? (known.length === 0 || known.length < ends.length ? null : pick(...known));
  };
  return {
    from: end(
      from,
      parts.map((it) => it.from),
      Math.min,
    ),
    to: end(
      to,
      parts.map((it) => it.to),
      Math.max,
    ),
  };
}
