import type { Words } from '@article21/messages';
import type { ChartQuery, PlaceTree, QueryIssue } from '@article21/model';
import { hrefFrom, type PageState, type Route } from '../address/index.ts';
import type { FileProps, Site } from '../views/site.tsx';
import type { Addresses } from './addresses.ts';

interface SiteParts {
  route: Route;
  query: ChartQuery;
  issues: readonly QueryIssue[];
  state: PageState;
  words: Words;
  addresses: Addresses;
  /** Null where there are no data. */
  places: PlaceTree | null;
  /** The language of the dataset's own texts. */
  ownLanguage: string;
}

/** What the parts of a page know where a server writes it. `found` hears of every file that the page leads to. */
export function siteOf(
  { route, query, issues, state, words, addresses, places, ownLanguage }: SiteParts,
  found: (address: string, file: string) => void = () => {},
): Site {
  const view = { route, query, issues: [...issues], ...state };
  return {
    view,
    words,
    lang: words.language,
    ownLanguage,
    places,
    knownTheme: query.theme,
    changeTheme: null,
    hasThemes: !addresses.isMirror,
    href: hrefFrom(view),
    located: addresses.page,
    absolute: addresses.absolute,
    isLive: false,
    go: () => {},
    choose: () => {},
    follow: () => {},
    apiPage: addresses.file('/api'),
    copyText: async () => false,
    File: ({ href, ...props }: FileProps) => {
      const file = addresses.file(href);
      if (file === null) return null;
      found(href, file);
      return <a {...props} href={file} />;
    },
  };
}
