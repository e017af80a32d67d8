import { parsePageQuery } from '@article21/contract/client';
import { type ChartQuery, printQuery, type QueryIssue } from '@article21/model';
import { type PageState, printPageState, readPageState } from './opened.ts';
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

/** Reads an address such as `/?measure=detentions&open=detentions&at=almaty`. */
export function readView(address: string, known: Known = {}): View {
  const url = new URL(address, 'http://page.invalid');
  const { query, issues } = parsePageQuery(url.searchParams, known);
  const page = readPageState(url.searchParams);
  return {
    route: readRoute(url.pathname),
    query,
    ...page.state,
    issues: [...issues, ...page.issues],
  };
}

const printings = new WeakMap<ChartQuery, string>();

/** Printed once: a page has a link for every row of its table, and most are of the same question. */
function printed(query: ChartQuery): string {
  const known = printings.get(query) ?? printQuery(query);
  printings.set(query, known);
  return known;
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
  const text = [printed(view.query), own].filter(Boolean).join('&');
  const path = printRoute(view.route);
  return text === '' ? path : `${path}?${text}`;
}
