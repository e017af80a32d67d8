import { knownTo, type LoadedSnapshot } from '@article21/answers';
import { resolveQuery } from '@article21/charts';
import {
  type ChartQuery,
  chartKeys,
  defaultMeasures,
  emptyOf,
  emptyQuery,
  type Language,
  languages,
  type Vocabulary,
} from '@article21/model';
import { type PageRoute, pageAddress } from '@article21/pages';

/** A page that stands in a folder of its own, in one language. */
export interface StaticPage {
  route: PageRoute;
  /** With its language. */
  query: Partial<ChartQuery> & { lang: Language };
  /** Empty at the root; else it ends with a slash. */
  folder: string;
  /** Whether its folder is where the site has it when nothing else is said. */
  isFirst: boolean;
}

/** Where the pages of a language stand, from the root of the mirror. */
export function languageFolder(language: Language): string {
  return language === 'en' ? '' : `${language}/`;
}

/** Every page that is written: the site's own, and the charts that are linked most, in every language. */
export function staticPages({ snapshot, vocabulary }: LoadedSnapshot): StaticPage[] {
  const routes: [PageRoute, string][] = [
    [{ page: 'sources' }, 'sources/'],
    [{ page: 'methods' }, 'methods/'],
    [{ page: 'data' }, 'data/'],
    [{ page: 'search' }, 'search/'],
    ...snapshot.catalogue.sources.map(({ id }): [PageRoute, string] => [
      { page: 'source', id },
      `sources/${encodeURIComponent(id)}/`,
    ]),
  ];
  return languages.flatMap((lang) => {
    const root = languageFolder(lang);
    const isFirst = root === '';
    return [
      ...viewsOf(vocabulary).map(([query, folder]) => ({
        route: { page: 'charts' } as const,
        query: { ...query, lang },
        folder: root + folder,
        isFirst: isFirst && folder === '',
      })),
      ...routes.map(([route, folder]) => ({ route, query: { lang }, folder: root + folder, isFirst })),
    ];
  });
}

/** All that a page asks, of a snapshot: also what it does not name. */
export function queryOf({ query }: StaticPage, loaded: LoadedSnapshot): ChartQuery {
  return { ...emptyOf(chartKeys, knownTo(loaded)), ...query };
}

/** The addresses under which a page is known on the site. */
export function addressesOf({ route, query }: StaticPage): string[] {
  // A chart that is chosen is named in the address, one that is drawn unasked is not.
  const queries = route.page === 'charts' ? [query, resolveQuery({ ...emptyQuery, ...query })] : [query];
  return queries.flatMap((it) => {
    const own = pageAddress(route, it);
    // Who names no language and has no scripts reads English.
    return query.lang === 'en' ? [own, pageAddress(route, { ...it, lang: null })] : [own];
  });
}

type View = [query: Partial<ChartQuery>, folder: string];

const overTime = { by: ['period'], chart: 'line' } as const;

/** The charts that have a folder of their own: by city and over time, of all main measures and of each. */
function viewsOf({ measureIds, declared }: Vocabulary): View[] {
  const main = [...defaultMeasures, ...declared.measures.map(({ id }) => id)];
  return [
    [{}, ''],
    [overTime, 'charts/over-time/'],
    ...measureIds.map((id): View => [{ measure: [id] }, `charts/${id}/`]),
    ...main.map((id): View => [{ measure: [id], ...overTime }, `charts/${id}/over-time/`]),
  ];
}
