import { type ChartQuery, parseQuery, printQuery, type QueryIssue } from '@article21/model';
import { type PageState, pageKeys, printPageState, readPageState } from './opened.ts';
import { printRoute, type Route, readRoute } from './routes.ts';

/** All that an address says. What it says and nobody understands is in `issues`, and is shown to the reader. */
export interface View extends PageState {
  route: Route;
  query: ChartQuery;
  issues: QueryIssue[];
}

/** What an address may name that only the data know. */
export interface Known {
  places?: readonly string[];
  charts?: readonly string[];
}

/** The keys whose values are lists: one unknown value in them does not take the others with it. */
const lists = ['measure', 'place', 'phase'] as const;

/** Reads an address such as `/?measure=detentions&open=detentions&at=almaty`. */
export function readView(address: string, known: Known = {}): View {
  const url = new URL(address, 'http://page.invalid');
  const shared = new URLSearchParams();
  for (const [key, value] of url.searchParams)
    if (!(pageKeys as readonly string[]).includes(key)) shared.append(key, value);
  const listIssues = lists.flatMap((key) => withoutUnknown(shared, key, known));
  const { query, issues } = parseQuery(shared, known);
  const page = readPageState(url.searchParams);
  return {
    route: readRoute(url.pathname),
    query,
    ...page.state,
    issues: [...listIssues, ...issues, ...page.issues],
  };
}

/** The address of a view; `readView` reads it back. */
export function printView(view: {
  route: Exclude<Route, { page: 'unknown' }>;
  query: ChartQuery;
  opened?: PageState['opened'];
  record?: string | null;
  show?: string | null;
  slide?: number | null;
}): string {
  const { opened = null, record = null, show = null, slide = null } = view;
  const own = printPageState({ opened, record, show, slide });
  const text = [printQuery(view.query), own].filter(Boolean).join('&');
  const path = printRoute(view.route);
  return text === '' ? path : `${path}?${text}`;
}

/** Takes the unknown values out of a list in `params`, and answers an issue for each. */
function withoutUnknown(params: URLSearchParams, key: (typeof lists)[number], known: Known): QueryIssue[] {
  const [text, ...more] = params.getAll(key);
  if (text === undefined || more.length > 0) return [];
  const values = [...new Set(text.split(',').filter(Boolean))];
  const issuesOf = (value: string) => parseQuery(new URLSearchParams([[key, value]]), known).issues;
  const kept = values.filter((value) => issuesOf(value).length === 0);
  if (kept.length === values.length) return [];
  if (kept.length === 0) params.delete(key);
  else params.set(key, kept.join(','));
  return values.flatMap(issuesOf);
}
