import { parsePageQuery, readShow } from '@article21/contract/client';
import { type ChartQuery, emptyQuery, type Known, printQuery, type QueryIssue } from '@article21/model';
import { noPageState, type PageState, printPageState, readPageState } from './opened.ts';
import { type KnownRoute, printRoute, type Route, readRoute } from './routes.ts';

/** All that an address says. What it says and nobody understands is in `issues`, and is shown to the reader. */
export interface View extends PageState {
  route: Route;
  query: ChartQuery;
  issues: QueryIssue[];
}

/** Reads an address such as `/?measure=detentions&open=detentions&at=almaty`. */
export function readView(address: string, known: Known = {}): View {
  const url = new URL(address, 'http://page.invalid');
  const { query, issues } = parsePageQuery(url.searchParams, known);
  const page = readPageState(url.searchParams, known);
  return {
    route: readRoute(url.pathname),
    query,
    ...page.state,
    issues: [...issues, ...page.issues],
  };
}

/** The address of a view; `readView` reads it back. */
export function printView({
  route,
  query,
  ...state
}: { route: KnownRoute; query: ChartQuery } & Partial<PageState>): string {
  const text = [queryText(query), printPageState({ ...noPageState, ...state })].filter(Boolean).join('&');
  const path = printRoute(route);
  return text === '' ? path : `${path}?${text}`;
}

/** Every row of a table has a link, and all of them ask the same. */
const printed = new WeakMap<ChartQuery, string>();

function queryText(query: ChartQuery): string {
  const text = printed.get(query) ?? printQuery(query);
  printed.set(query, text);
  return text;
}

/** The address of a page with a query and nothing else. */
export function pageAddress(route: KnownRoute, query: Partial<ChartQuery> = {}): string {
  return printView({ route, query: { ...emptyQuery, ...query } });
}

/** The query without its filters: what stays the same wherever a reader goes. */
export function unfiltered({ lang, theme, snapshot }: ChartQuery): ChartQuery {
  return { ...emptyQuery, lang, theme, snapshot };
}

/** What another view has that the present one has not. */
export interface Change extends Partial<PageState> {
  route?: KnownRoute;
  query?: Partial<ChartQuery>;
}

/** Prints the addresses of other views: route, query and presentation stay where a change does not name them. */
export function hrefFrom(view: View): (change: Change) => string {
  const here = view.route.page === 'unknown' ? ({ page: 'charts' } as const) : view.route;
  // What cannot be read need not be carried on: a long one would stand in every link of a page.
  const carried = 'fault' in readShow(view.show) ? null : view.show;
  return ({ route = here, query, show = carried, ...rest }) =>
    printView({ route, query: query ? { ...view.query, ...query } : view.query, show, ...rest });
}
