/**
 * How a page writes addresses. All are given as addresses of the site, `/sources/a?lang=ru`: a server writes them as
 * they are, a mirror relative to where the page stands.
 */
export interface Addresses {
  /** Whether files answer in the place of a server: then a page has no colours but its reader's, and few files beside it. */
  isMirror: boolean;
  /** Of another page. */
  page(address: string): string;
  /** Of what is not a page: data, pictures. Null where nobody would answer it. */
  file(address: string): string | null;
  /** The same two for readers elsewhere: cards, search engines. Null also where nobody knows where the site is. */
  absolute(address: string): string | null;
  absoluteFile(address: string): string | null;
}

/** The addresses of a server. `baseUrl` has no slash at its end; nothing that a request says is in them. */
export function serverAddresses(baseUrl: string): Addresses {
  const path = sitePath(baseUrl);
  const within = (address: string) => `${path}${address}`;
  const absolute = (address: string) => `${baseUrl}${address}`;
  return { isMirror: false, page: within, file: within, absolute, absoluteFile: absolute };
}

/** The path that a site stands under, without a slash at its end: `/kz` of `https://example.org/kz`, else empty. */
export function sitePath(baseUrl: string): string {
  return new URL(baseUrl).pathname.replace(/\/$/, '');
}
