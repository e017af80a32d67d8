import {
  type Keys,
  type Known,
  parseKeys,
  type QueryIssue,
  queryKeys,
  type ValuesOf,
} from '@article21/model';

/**
 * Reads the query of an endpoint that has these keys; as `parseQuery` of the model, every fault is an issue. Those of
 * unknown keys stand first, then those of the chart's vocabulary, then those of the endpoint's own keys.
 */
export function parseEndpointQuery<K extends Keys>(
  { query: keys }: { query: K },
  params: URLSearchParams,
  known: Known = {},
): { query: ValuesOf<K>; issues: QueryIssue[] } {
  const { query, issues } = parseKeys(keys, params, known);
  const own = Object.keys(keys).filter((name) => !(queryKeys as readonly string[]).includes(name));
  const rank = ({ key, code }: QueryIssue) => (code === 'unknown_key' ? -2 : own.indexOf(key));
  return { query, issues: issues.sort((a, b) => rank(a) - rank(b)) };
}
