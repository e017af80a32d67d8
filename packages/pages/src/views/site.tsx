import type { Words } from '@article21/messages';
import type { ChartQuery, Language, PlaceTree, Theme } from '@article21/model';
import { type ComponentType, createContext, type MouseEvent, type ReactNode, use } from 'react';
import type { Change, View } from '../address/index.ts';

/**
 * What every part of a page knows of the site that it stands in: what its address says, in which words, and how to write
 * addresses. A server and a browser give the same for the same address, so that the page of one is that of the other.
 */
export interface Site {
  view: View;
  words: Words;
  lang: Language;
  /** The language of the dataset's own texts. */
  ownLanguage: string;
  /** Null until the places have come. */
  places: PlaceTree | null;
  /** Null where only the reader's system knows it. */
  knownTheme: Theme | null;
  /** Null where no program runs: then links lead to the page in other colours. */
  changeTheme: ((to: Theme) => void) | null;
  /** Whether pages in other colours have addresses of their own. */
  hasThemes: boolean;
  /** The address of another view; what is not given stays as it is. */
  href(change: Change): string;
  /** What a browser goes to for an address of this site. */
  located(address: string): string;
  /** The same for readers elsewhere; null where nobody knows where the site is. */
  absolute(address: string): string | null;
  /** Whether a program runs that answers what a reader presses. Where none does, only links are offered. */
  isLive: boolean;
  /** Goes to another view. */
  go(change: Change): void;
  /** Asks something else on this page. */
  choose(change: Partial<ChartQuery>): void;
  /** Goes to an address of this site without loading the page anew. */
  follow(address: string, event: MouseEvent<HTMLAnchorElement>): void;
  /** Where the API is described; null where there is none. */
  apiPage: string | null;
  /** Puts a text on the clipboard, and says whether it could. */
  copyText(text: string): Promise<boolean>;
  /** A link to a file that the API answers; nothing where nobody answers it. */
  File: ComponentType<FileProps>;
}

export interface FileProps {
  /** An address of the API, from the root of this site or absolute. */
  href: string;
  className?: string;
  /** Whether it is kept and not shown. */
  download?: boolean;
  children: ReactNode;
}

export const SiteContext = createContext<Site | null>(null);

/** Throws outside of a `SiteContext`. */
export function useSite(): Site {
  const site = use(SiteContext);
  if (!site) throw new Error('useSite is called outside of a SiteContext');
  return site;
}
