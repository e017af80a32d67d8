/** So many faults of a query are told; who mends them and asks again is told the next. */
const MOST_ISSUES = 10;

/** The first of the issues: what is answered to a query must not be much longer than the query. */
export function firstIssues<T>(issues: readonly T[]): T[] {
  return issues.slice(0, MOST_ISSUES);
}

/** The values of a query by their keys, in one pass: a query may have a thousand keys. */
export function valuesByKey(params: URLSearchParams): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [key, value] of params) {
    const before = values.get(key);
    if (before) before.push(value);
    else values.set(key, [value]);
  }
  return values;
}
