import { type Words, words as wordsOf } from '@article21/messages';
import {
  type ChartQuery,
  createPlaceTree,
  emptyQuery,
  type Language,
  languages,
  type PlaceTree,
  type Theme,
} from '@article21/model';
import { type Change, hrefFrom, readView, type View } from '@article21/pages/address';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import { servedLanguage } from '../first/served-language.ts';
import { countsQuery, placesQuery, snapshotQuery } from '../queries.ts';
import { chartChoices, chosen, countedQuery } from '../url/charted.ts';
import { navigate, navigateWith, useAddress, useAddressNow } from '../url/location.ts';
import { useMedia } from './use-media.ts';

/** What every part of a page knows: what its address says, in which words and colours, and how to go elsewhere. */
export interface Page {
  view: View;
  words: Words;
  lang: Language;
  theme: Theme;
  /** Null until the places have come. */
  places: PlaceTree | null;
  placesError: Error | null;
  retryPlaces(): void;
  /** The address of another view; what is not given stays as it is. */
  href(change: Change): string;
  /** Goes there, as a step of the history. */
  go(change: Change): void;
  /** Changes what is asked on this page, and closes the evidence, which was that of another question. */
  choose(change: Partial<ChartQuery>): void;
}

const PageContext = createContext<Page | null>(null);

/** Throws outside of a `PageProvider`. */
export function usePage(): Page {
  const page = use(PageContext);
  if (!page) throw new Error('usePage is called outside of a PageProvider');
  return page;
}

/** A part of the page that is about another view than the address is. */
export function PageScope({ page, children }: { page: Page; children: ReactNode }) {
  return <PageContext value={page}>{children}</PageContext>;
}

export function PageProvider({ children }: { children: ReactNode }) {
  const page = usePageAt(useAddress());
  const { lang, theme, view } = page;
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  useEffect(() => {
    // Only a choice overrides the reader's system, which may change while the page is open.
    if (view.query.theme === null) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme, view.query.theme]);
  return <PageContext value={page}>{children}</PageContext>;
}

/** The choices of a page: they show what was chosen at once, while the rest waits for what it will show. */
export function ChoicesScope({ children }: { children: ReactNode }) {
  return <PageScope page={usePageAt(useAddressNow())}>{children}</PageScope>;
}

function usePageAt(address: string): Page {
  const client = useQueryClient();
  const snapshot = useMemo(() => readView(address).query.snapshot, [address]);
  const { data, error, refetch } = useQuery(placesQuery(snapshot));
  const { data: about } = useQuery(snapshotQuery(snapshot));
  const systemTheme: Theme = useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  const places = useMemo(() => (data ? createPlaceTree(data) : null), [data]);
  return useMemo(() => {
    const known = {
      ...(data ? { places: data.map(({ id }) => id) } : {}),
      ...(about ? { measures: about.measures } : {}),
    };
    const view = readView(address, { ...known, charts: chartChoices });
    const lang = view.query.lang ?? servedLanguage ?? browserLanguage();
    const href = hrefFrom(view);
    const fetchCounts = (query: ChartQuery) =>
      client.prefetchQuery(countsQuery(countedQuery(query), query.lang ?? lang));
    return {
      view,
      lang,
      words: wordsOf(lang),
      theme: view.query.theme ?? systemTheme,
      places,
      placesError: error,
      retryPlaces: () => void refetch(),
      href,
      go: (change) => navigate(href(change)),
      choose: (change) => {
        const query = chosen(view.query, change);
        navigateWith(href({ query }), fetchCounts(query));
      },
    };
  }, [address, client, data, about, places, error, refetch, systemTheme]);
}

/** The query without its filters: what stays the same wherever a reader goes. */
export function unfiltered({ lang, theme, snapshot }: ChartQuery): ChartQuery {
  return { ...emptyQuery, lang, theme, snapshot };
}

function browserLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.flatMap((tag) => languages.find((it) => it === tag) ?? [])[0] ?? 'en';
}
