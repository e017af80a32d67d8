import { type ChartQuery, emptyQuery, printQuery } from '@article21/model';

/**
 * How a page writes addresses. All are given as addresses of the site, `/sources/a?lang=ru`: a server writes them as
 * they are, a mirror relative to where the page stands.
 */
export interface Addresses {
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
  return { page: within, file: within, absolute, absoluteFile: absolute };
}

/** The path that a site stands under, without a slash at its end: `/kz` of `https://example.org/kz`, else empty. */
export function sitePath(baseUrl: string): string {
  return new URL(baseUrl).pathname.replace(/\/$/, '');
}

/** A page that can be written for a reader; what is in a presentation only the reader knows. */
export type PageRoute =
  | { page: 'charts' | 'sources' | 'methods' | 'data' }
  | { page: 'source' | 'record'; id: string };

const paths = {
  charts: '/',
  sources: '/sources',
  methods: '/methods',
  data: '/data',
  presentation: '/presentation',
} as const;

/** The address of a page on the site. */
export function pageAddress(
  route: PageRoute | { page: 'presentation' },
  query: Partial<ChartQuery> = {},
): string {
  const text = printQuery({ ...emptyQuery, ...query });
  const path = 'id' in route ? `/${route.page}s/${encodeURIComponent(route.id)}` : paths[route.page];
  return text === '' ? path : `${path}?${text}`;
}
