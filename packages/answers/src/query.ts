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

/** What a query may name, and what it asks for: the places of the snapshot, the charts that exist, what is counted. */
export function knownTo({ placeIds, cube }: Pick<Served, 'placeIds' | 'cube'>) {
  return { places: placeIds, charts: chartIds, measures: cube.present };
}
