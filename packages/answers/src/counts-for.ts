import { possibleDays, rollUp } from '@article21/cube';
import type { ChartQuery, Counts } from '@article21/model';
import type { Served } from './served.ts';

/** The counts of a query as charts need them: also where nothing may be called zero, if anybody watched. */
export function countsFor(query: ChartQuery, { cube, snapshot }: Served): Counts {
  const { coverage } = snapshot.catalogue;
  const possible = coverage.length === 0 ? null : possibleDays(cube, query, coverage);
  return { ...rollUp(cube, query), possible };
}
