import type { LoadedSnapshot } from '@article21/answers';
import { languages } from '@article21/model';
import { html, raw } from 'hono/html';
import { type PageRoute, pageAddress } from '../address/index.ts';
import type { Addresses } from '../page/addresses.ts';

/** What search engines may read: everything, and where the pages are. Null where nobody knows where the site is. */
export function robotsOf(addresses: Addresses): string | null {
  const sitemap = addresses.absolute('/sitemap.xml');
  return sitemap === null ? null : `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}

/**
 * The pages of a snapshot in all languages, as sitemaps.org has it: each measure, each document. Records are not listed:
 * a million of them are no table of contents.
 */
export async function sitemapOf(
  { snapshot, vocabulary }: LoadedSnapshot,
  addresses: Addresses,
): Promise<string> {
  const { meta, sources } = snapshot.catalogue;
  const routes: PageRoute[] = [
    ...(['charts', 'sources', 'methods', 'data'] as const).map((page) => ({ page })),
    ...sources.map(({ id }) => ({ page: 'source' as const, id })),
  ];
  const pages = [
    ...routes.map((route) => ({ route, query: {} })),
    ...vocabulary.measureIds.map((id) => ({ route: { page: 'charts' } as const, query: { measure: [id] } })),
  ];
  const entries = pages.map(({ route, query }) => {
    const inLanguage = (lang: (typeof languages)[number] | null) =>
      addresses.absolute(pageAddress(route, { ...query, lang })) ?? '';
    const alternates = languages.map(
      (lang) => html`<xhtml:link rel="alternate" hreflang="${lang}" href="${inLanguage(lang)}"/>`,
    );
    return html`<url><loc>${inLanguage(null)}</loc><lastmod>${meta.created}</lastmod>${alternates}</url>
`;
  });
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  return String(
    await html`${raw(head)}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries}</urlset>
`,
  );
}
