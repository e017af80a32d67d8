import { possibleDays, rollUp, sourcesOf } from '@article21/cube';
import type { ChartQuery, Counts } from '@article21/model';
import type { LoadedSnapshot } from './loaded-snapshot.ts';

/** The counts of a query as charts need them: with their sources, and the days on which coverage makes a missing count zero. */
export function countsFor(query: ChartQuery, { cube, snapshot }: LoadedSnapshot): Counts {
  const { coverage } = snapshot.catalogue;
  const possible = coverage.length === 0 ? null : possibleDays(cube, query, coverage);
  const counts = rollUp(cube, query);
  return { ...counts, sources: sourcesOf(cube, query, counts), possible };
}
