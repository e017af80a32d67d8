import { allowedKeys } from '@article21/contract';
import { parseQuery, type QueryIssue } from '@article21/model';

/**
 * The snapshot that a query names; null when it names none. It is read before the rest, because what else is known
 * (the places, above all) is what that snapshot knows.
 */
export function snapshotOf(search: URLSearchParams): { pinned: string | null; issues: QueryIssue[] } {
  const { query, issues } = parseQuery(allowedKeys(search, ['snapshot']).params);
  return { pinned: query.snapshot, issues };
}
