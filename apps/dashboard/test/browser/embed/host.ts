import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { test as base, expect } from '../page.ts';

/** Somebody else's site, on an origin of its own. */
export interface Host {
  /** Without a slash at its end. */
  origin: string;
  /** Puts a page on it, and answers its address; one that is isolated shows only what agrees to be shown there. */
  put(path: string, html: string, isolated?: boolean): string;
}

const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const embedScript = fileURLToPath(new URL('../../../dist/embed.js', import.meta.url));

/** Tests with a site of somebody else's, which may also act as one of ours: it has an `/embed.js` too. */
export const test = base.extend<{ host: Host }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern
  host: async ({}, use) => {
    const pages = new Map<string, { html: string; headers: object }>();
    const script = await readFile(embedScript);
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      // A page without an icon: a browser with a window asks for one, one without a window does not.
      if (pathname === '/favicon.ico') {
        response.writeHead(204).end();
        return;
      }
      const page = pages.get(pathname);
      const type = pathname === '/embed.js' ? 'text/javascript' : 'text/html; charset=utf-8';
      response.writeHead(page === undefined && pathname !== '/embed.js' ? 404 : 200, {
        'Content-Type': type,
        ...page?.headers,
      });
      response.end(pathname === '/embed.js' ? script : (page?.html ?? ''));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('a listening server has no port');
    const origin = `http://127.0.0.1:${address.port}`;
    const put: Host['put'] = (path, html, isolated = false) => {
      pages.set(path, { html, headers: isolated ? isolation : {} });
      return origin + path;
    };
    await use({ origin, put });
    server.closeAllConnections();
    server.close();
  },
  neighbours: async ({ host }, use) => use([host.origin]),
});

/** An article around what is embedded in it. */
export function article(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>An article</title>
<style>body { margin: 0 auto; padding: 16px; max-width: 1000px; font: 18px/1.5 Georgia, serif } figure { margin: 0 }
img { max-width: 100%; height: auto }</style>
<h1>An article</h1><p>Somebody else’s words.</p>${body}<p>More words.</p></html>`;
}

/** What the share dialog gives: a frame that may run scripts and open links, and nothing else. */
export function iframe(src: string, more = 'height="480"'): string {
  return (
    `<iframe src="${src.replaceAll('&', '&amp;')}" title="A chart" width="100%" ${more} loading="lazy" ` +
    'referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" style="border:0"></iframe>'
  );
}

/** Whether nothing on the page or in its frames reaches out of it at the side. */
export async function fits(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    const wide = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([frame.url(), wide]).toEqual([frame.url(), Math.min(wide, 0)]);
  }
}

export { expect };
