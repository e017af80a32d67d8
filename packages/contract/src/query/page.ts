import { type ChartQuery, firstIssues, type Known, parseQuery, type QueryIssue } from '@article21/model';

/**
 * The keys of a page's address that change nothing of what is counted, beside the vocabulary of the model:
 * `open` measures whose records are shown, `at` one place of them, `bucket` one step of the time axis, `beside` what
 * the chart could not place, `sign` what their numbers do not say, `record` the record that a reader came from or was sent to, `q` what was searched for, `skip` how much of what was found is on the pages before, `show` the presentation that
 * is being made or shown, `slide` which of its views.
 */
export const pageKeys = [
  'open',
  'at',
  'bucket',
  'beside',
  'sign',
  'record',
  'row',
  'q',
  'skip',
  'show',
  'slide',
] as const;

/** The keys whose values are lists: one unknown value in them does not take the others with it. */
const lists = ['measure', 'place', 'phase'] as const;

/**
 * Reads the query of a page's address. What is not understood is an issue and left out, of a list the one value alone:
 * a reader can see what is missing, and a program cannot. The page's own keys are passed over.
 */
export function parsePageQuery(
  params: URLSearchParams,
  known: Known = {},
): { query: ChartQuery; issues: QueryIssue[] } {
  const shared = new URLSearchParams();
  for (const [key, value] of params)
    if (!(pageKeys as readonly string[]).includes(key)) shared.append(key, value);
  const listIssues = lists.flatMap((key) => withoutUnknown(shared, key, known));
  const { query, issues } = parseQuery(shared, known);
  return { query, issues: firstIssues([...listIssues, ...issues]) };
}

/** Takes the unknown values out of a list in `params`, and answers an issue for each. */
function withoutUnknown(params: URLSearchParams, key: (typeof lists)[number], known: Known): QueryIssue[] {
  const [text, ...more] = params.getAll(key);
  if (text === undefined || more.length > 0) return [];
  const values = [...new Set(text.split(',').filter(Boolean))];
  const read = values.map((value) => ({
    value,
    issues: parseQuery(new URLSearchParams([[key, value]]), known).issues,
  }));
  const kept = read.filter(({ issues }) => issues.length === 0).map(({ value }) => value);
  if (kept.length === values.length) return [];
  if (kept.length === 0) params.delete(key);
  else params.set(key, kept.join(','));
  return read.flatMap(({ issues }) => issues);
}
