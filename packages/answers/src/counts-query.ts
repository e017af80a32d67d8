import { charted } from '@article21/charts';
import type { Endpoint } from '@article21/contract';
import { groupCount } from '@article21/cube';
import type { ChartQuery } from '@article21/model';
import { readQuery } from './query.ts';
import { Refusal } from './refusal.ts';
import type { Request } from './route.ts';

/** A table of more rows than this is a file to publish, not an answer to wait for. */
export const MOST_GROUPS = 100_000;
/** A workbook is written in one go, and nobody else is answered in that half second. */
export const MOST_GROUPS_IN_WORKBOOK = 20_000;

/**
 * Reads a query for counts, without what changes no number. Refuses one whose answer would be too large, by
 * arithmetic alone: nothing is counted yet.
 */
export function readCountsQuery(endpoint: Endpoint, request: Request, most = MOST_GROUPS): ChartQuery {
  return countable(readQuery(endpoint, request.search, request.served), request, most);
}

/** The same for the chart that the query draws: grouped as that needs it. */
export function readChartedQuery(endpoint: Endpoint, request: Request): ChartQuery {
  return countable(charted(readQuery(endpoint, request.search, request.served)), request, MOST_GROUPS);
}

function countable(asked: ChartQuery, { served }: Request, most: number): ChartQuery {
  const query = { ...asked, chart: null, theme: null, title: null };
  const groups = groupCount(served.cube, query);
  if (groups <= most) return query;
  const stated = query.by.includes('period') ? `every=${query.every}` : `by=${query.by.join(',')}`;
  const hint = 'ask for a shorter period, a longer step, fewer places or fewer measures';
  const message = `the answer could have ${groups} groups; at most ${most} are given`;
  const key = query.by.includes('period') ? 'every' : 'by';
  throw new Refusal('too-much', `${message}: ${hint}`, [{ key, code: 'too_many', stated, message, hint }]);
}
