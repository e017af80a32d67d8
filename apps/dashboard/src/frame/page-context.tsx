import { chartIds } from '@article21/charts';
import type { SnapshotAnswer } from '@article21/contract/client';
import { words as wordsOf } from '@article21/messages';
import { createPlaceTree, createVocabulary, type Known, type Place, type Theme } from '@article21/model';
import { hrefFrom, readView, withChoice } from '@article21/pages/address';
import { PAGE_DATA, type Site, SiteContext } from '@article21/pages/views';
import { useQuery } from '@tanstack/react-query';
import { createContext, type MouseEvent, type ReactNode, use, useEffect, useMemo } from 'react';
import { placesQuery, snapshotQuery } from '../queries.ts';
import { navigate, useAddress } from '../url/location.ts';
import { absolute, located, mirror } from '../url/mirror.ts';
import { sitePath } from '../url/site-path.ts';
import { copyText } from './clipboard.ts';
import { FileLink } from './file-link.tsx';
import { languageOf } from './reader-language.ts';
import { useHydrated } from './use-hydrated.ts';
import { useMedia } from './use-media.ts';

/** What every part of a page knows, and what a program can do beyond what a server can. */
export interface Page extends Site {
  theme: Theme;
  placesError: Error | null;
  retryPlaces(): void;
}

/** What is the same on every page of a site, as the program knows it. */
const inBrowser = {
  hasThemes: mirror === null,
  located,
  absolute,
  follow,
  apiPage: mirror ? null : `${sitePath}/api`,
  copyText,
  File: FileLink,
};

/**
 * The same while the program takes in what the server wrote. A mirror wrote other addresses: those of the program then
 * differ from what was hydrated, and are put in their place.
 */
const asServed = mirror ? { ...inBrowser, located: () => '', absolute: () => null } : inBrowser;

const PageContext = createContext<Page | null>(null);

/** Throws outside of a `PageProvider`. */
export function usePage(): Page {
  const page = use(PageContext);
  if (!page) throw new Error('usePage is called outside of a PageProvider');
  return page;
}

/** A part of the page that is about another view than the address is. */
export function PageScope({ page, children }: { page: Page; children: ReactNode }) {
  return (
    <PageContext value={page}>
      <SiteContext value={page}>{children}</SiteContext>
    </PageContext>
  );
}

export function PageProvider({ children }: { children: ReactNode }) {
  const page = usePageAt(useAddress());
  const { lang, theme, view } = page;
  useEffect(() => document.getElementById(PAGE_DATA)?.remove(), []);
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  useEffect(() => {
    // Only a choice overrides the reader's system, which may change while the page is open.
    if (view.query.theme === null) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme, view.query.theme]);
  return <PageScope page={page}>{children}</PageScope>;
}

function usePageAt(address: string): Page {
  const snapshot = useMemo(() => readView(address).query.snapshot, [address]);
  const { data, error, refetch } = useQuery(placesQuery(snapshot));
  const { data: about } = useQuery(snapshotQuery(snapshot));
  const systemTheme: Theme = useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  const isHydrated = useHydrated();
  const places = useMemo(() => (data ? createPlaceTree(data) : null), [data]);
  const vocabulary = useMemo(() => createVocabulary(about?.declared), [about]);
  return useMemo(() => {
    const view = readView(address, knownTo(data, about));
    const lang = languageOf(view.query);
    const href = hrefFrom(view);
    return {
      ...(isHydrated ? inBrowser : asServed),
      view,
      lang,
      words: wordsOf(lang).of(vocabulary),
      ownLanguage: about?.dataset.language ?? lang,
      theme: view.query.theme ?? systemTheme,
      knownTheme: view.query.theme ?? (isHydrated ? systemTheme : null),
      changeTheme: isHydrated
        ? (theme) => navigate(href({ query: { theme }, opened: view.opened, record: view.record }))
        : null,
      places,
      placesError: error,
      retryPlaces: () => void refetch(),
      href,
      isLive: isHydrated,
      // As a step of the history.
      go: (change) => navigate(href(change)),
      // The evidence closes, which was that of another question.
      choose: (change) => navigate(href({ query: withChoice(view.query, change) })),
    };
  }, [address, data, about, vocabulary, places, error, refetch, systemTheme, isHydrated]);
}

/** What an address may name, as far as it is known. */
export function knownTo(
  places?: readonly Pick<Place, 'id'>[],
  about?: Pick<SnapshotAnswer, 'measures' | 'declared'>,
): Known {
  return {
    charts: chartIds,
    ...(places ? { places: places.map(({ id }) => id) } : {}),
    ...(about ? { measures: about.measures, vocabulary: createVocabulary(about.declared) } : {}),
  };
}

/** Leaves to the browser what is to be opened elsewhere. */
function follow(address: string, event: MouseEvent<HTMLAnchorElement>): void {
  const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || elsewhere) return;
  event.preventDefault();
  navigate(address);
}
