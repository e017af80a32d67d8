import { chartIds } from '@article21/charts';
import { type Endpoint, parseEndpointQuery } from '@article21/contract';
import { chartKeys, type Known, parseKeys, type QueryIssue, type ValuesOf } from '@article21/model';
import { HttpProblem, refuseIssues } from './http-problem.ts';
import type { LoadedSnapshot } from './loaded-snapshot.ts';

/** Parses the query of an endpoint. Throws an `HttpProblem` on any issue. */
export function readQuery<E extends Pick<Endpoint, 'query'>>(
  endpoint: E,
  search: URLSearchParams,
  loaded: Pick<LoadedSnapshot, 'placeIds' | 'cube' | 'vocabulary'>,
): ValuesOf<E['query']> {
  const { query, issues } = parseEndpointQuery<E['query']>(endpoint, search, knownTo(loaded));
  refuseIssues(issues);
  return query;
}

/** Parses the parts of a path. Throws an `HttpProblem` on one that no resource can have. */
export function readParams(
  { params: keys }: Pick<Endpoint, 'params'>,
  stated: Readonly<Record<string, string>>,
  path: string,
): Record<string, string> {
  for (const [name, key] of Object.entries(keys))
    if ('issue' in key.read(stated[name] ?? '', {}))
      throw new HttpProblem('not-found', `there is nothing at ${path.slice(0, 200)}`);
  return { ...stated };
}

/** The ids that a query may name: the places of the snapshot, chart types, measures, attributes. */
export function knownTo({
  placeIds,
  cube,
  vocabulary,
}: Pick<LoadedSnapshot, 'placeIds' | 'cube' | 'vocabulary'>): Required<Known> {
  return { places: placeIds, charts: chartIds, measures: cube.present, vocabulary };
}

/**
 * The snapshot that a query names; null when it names none. It is read before the rest, because what else is known
 * (the places, above all) is what that snapshot knows.
 */
export function snapshotOf(search: URLSearchParams): { pinned: string | null; issues: QueryIssue[] } {
  const named = search.getAll('snapshot').map((id): [string, string] => ['snapshot', id]);
  const { query, issues } = parseKeys({ snapshot: chartKeys.snapshot }, new URLSearchParams(named));
  return { pinned: query.snapshot, issues };
}
