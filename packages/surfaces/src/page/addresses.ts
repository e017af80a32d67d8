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
  /** For readers elsewhere: cards, search engines. Null where nobody knows where the site is. */
  absolute(address: string): string | null;
}

/** The addresses of a server. `baseUrl` has no slash at its end; nothing that a request says is in them. */
export function serverAddresses(baseUrl: string): Addresses {
  const same = (address: string) => address;
  return { page: same, file: same, absolute: (address) => `${baseUrl}${address}` };
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
