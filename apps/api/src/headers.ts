import { type Endpoint, type EndpointPolicy, endpoints } from '@article21/contract';
import { dashboardPolicy } from '@article21/pages/policy';

export type Headers = Readonly<Record<string, string>>;

/**
 * For how long a cache that many share keeps what is said of a named snapshot, and that it was retracted. A replica may answer with a
 * snapshot just before it hears of a retraction, and so may a cache that was emptied at once: no longer than this.
 */
export const SHARED_MAX_AGE = 's-maxage=60';

/** What each kind of answer lets a browser do with it. No policy fits all: data is for everybody, pages are not framed. */
export const policies = {
  /** JSON, and files to keep: read from any page, shown as nothing else. */
  data: {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  },
  /** Pictures: shown in any page. An SVG that is opened by itself runs nothing and is nobody's origin. */
  image: {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *; sandbox",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  },
  /**
   * A chart inside another page: framed by anybody, runs our own scripts, also in a sandbox without an origin. All that it
   * loads is this site's, which it says, because a page that is isolated from other origins takes no other frame.
   */
  embed: {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag',
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src-attr 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      'frame-ancestors *',
    ].join('; '),
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  },
  /** The page that documents the API: no scripts at all. Its style is named by its hash. */
  page: {
    'Content-Security-Policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  },
  /** The dashboard, which no page frames, and which previews embeds. */
  dashboard: {
    'Content-Security-Policy': [...dashboardPolicy, "frame-src 'self'", "frame-ancestors 'none'"].join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  },
  /** Scripts, styles, fonts, icons: loaded by pages, also by those in a sandbox without an origin. */
  asset: {
    'Access-Control-Allow-Origin': '*',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  },
} as const satisfies Record<string, Headers>;

export type Policy = keyof typeof policies;

/** The route of an endpoint, as Hono writes it: `/records/:id`. */
export function routeOf({ path }: Pick<Endpoint, 'path'>): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

const decidedByContract: [route: string, policy: EndpointPolicy][] = Object.values(endpoints).map((it) => [
  routeOf(it),
  it.policy,
]);

/** The decision for every route: of an endpoint it is a part of the contract. A route that is not here fails a test. */
export const decisions: Readonly<Record<string, Policy>> = {
  ...Object.fromEntries(decidedByContract),
  '/snapshots/:id/about.json': 'data',
  '/snapshots/:id/cells.bin': 'data',
  '/editions/current.minisig': 'data',
  '/editions/pieces/:hash': 'data',
  '/openapi.json': 'data',
  '/api/v1': 'data',
  '/api': 'page',
  '/': 'dashboard',
  '/data': 'dashboard',
  '/methods': 'dashboard',
  '/present': 'dashboard',
  '/presentation': 'dashboard',
  '/search': 'dashboard',
  '/sources': 'dashboard',
  '/sources/:id': 'dashboard',
  '/records/:id': 'dashboard',
  '/robots.txt': 'data',
  '/sitemap.xml': 'data',
  '/assets/*': 'asset',
  '/:file': 'asset',
};

/** The headers of a route. Throws on one that nobody decided about. */
export function headersOf(route: string): Headers {
  const policy = Object.hasOwn(decisions, route) ? decisions[route] : undefined;
  if (!policy)
    throw new Error(`no headers decided for route: ${route} (known: ${Object.keys(decisions).join(', ')})`);
  return policies[policy];
}
