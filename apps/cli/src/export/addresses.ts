import type { Addresses } from '@article21/pages';
import { mirrorAddress } from '@article21/static-site/address';

/** What the files of a mirror are called. */
export interface Known {
  /** Folders of pages, by their addresses on the site. */
  pages: ReadonlyMap<string, string>;
  /** Files, by the addresses at which the API answers them. */
  files: ReadonlyMap<string, string>;
  /** Where the mirror will stand, with a slash at its end; null where nobody said. */
  baseUrl: string | null;
}

/** The way from a folder of a mirror to its root: `../../`, or `./`. */
export function rootFrom(folder: string): string {
  return '../'.repeat(folder.split('/').length - 1) || './';
}

/** The addresses of a page that stands in `folder`: relative to it, but for cards and search engines. */
export function mirrorAddresses(
  folder: string,
  { pages, files, baseUrl }: Known,
  root = rootFrom(folder),
): Addresses {
  const within = (address: string) =>
    pages.get(address) ?? pages.get(withoutView(address)) ?? mirrorAddress(address);
  return {
    isMirror: true,
    page: (address) => root + within(address),
    file: (address) => {
      const file = files.get(address);
      return file === undefined ? null : root + file;
    },
    absolute: (address) => (baseUrl === null ? null : new URL(within(address), baseUrl).href),
    absoluteFile: (address) => {
      const file = files.get(address);
      return baseUrl === null || file === undefined ? null : new URL(file, baseUrl).href;
    },
  };
}

/**
 * The address of a page that says the same whatever view its reader comes from: with the language alone. That of a chart
 * is left as it is.
 */
function withoutView(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://mirror.invalid');
  const lang = searchParams.get('lang');
  if (pathname === '/' || lang === null) return address;
  return `${pathname}?lang=${lang}`;
}
