import { chartIds } from '@article21/charts';
import { allowedKeys, type Endpoint } from '@article21/contract';
import { type ChartQuery, parseQuery } from '@article21/model';
import { refuseIssues } from './refusal.ts';
import type { Served } from './served.ts';

/** Reads the chart's vocabulary, as far as an endpoint takes it. Refuses a query with any issue. */
export function readQuery({ query }: Endpoint, search: URLSearchParams, served: Served): ChartQuery {
  const { params, issues } = allowedKeys(search, Object.keys(query.shape));
  const parsed = parseQuery(params, knownTo(served));
  refuseIssues([...issues, ...parsed.issues]);
  return parsed.query;
}

/** What a query may name: the places of the snapshot, and the charts that exist. */
export function knownTo({ placeIds }: Served): { places: readonly string[]; charts: readonly string[] } {
  return { places: placeIds, charts: chartIds };
}
