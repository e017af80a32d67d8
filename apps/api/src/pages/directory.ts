import { robotsOf, serverAddresses, sitemapOf } from '@article21/pages';
import type { Hono } from 'hono';
import type { Answer } from '../answer.ts';
import type { AskedSnapshots } from '../asked-snapshots.ts';
import { headersOf } from '../headers.ts';

interface Parts {
  snapshots: AskedSnapshots;
  answer: Answer;
  baseUrl: string;
}

/** Adds what search engines ask first: what they may read, and which pages there are. */
export function addDirectory(hono: Hono, { snapshots, answer, baseUrl }: Parts): void {
  const addresses = serverAddresses(baseUrl);
  hono.get('/robots.txt', (c) =>
    answer(c, {
      key: ['/robots.txt', baseUrl],
      mediaType: 'text/plain; charset=utf-8',
      immutable: false,
      headers: headersOf('/robots.txt'),
      body: async () => robotsOf(addresses) ?? '',
    }),
  );
  hono.get('/sitemap.xml', async (c) =>
    snapshots.for(c).use(await snapshots.for(c).current(), (loaded) =>
      answer(c, {
        key: [loaded.id, '/sitemap.xml', baseUrl],
        mediaType: 'application/xml; charset=utf-8',
        immutable: false,
        headers: headersOf('/sitemap.xml'),
        body: () => sitemapOf(loaded, addresses),
      }),
    ),
  );
}
