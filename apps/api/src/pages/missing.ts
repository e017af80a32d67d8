import { HttpProblem } from '@article21/answers';
import type { Words } from '@article21/messages';
import { emptyQuery, type Language, languages } from '@article21/model';
import { createTemplate, serverAddresses, sitePath, writeFailure } from '@article21/pages';
import type { Context } from 'hono';
import type { StaticFile } from '../files/serve.ts';
import { policies } from '../headers.ts';
import type { ProblemWriter } from '../problems.ts';
import { pathWithin } from '../site.ts';
import { preferredLanguage } from './language.ts';

interface Parts {
  words(language: Language): Words;
  baseUrl: string;
  problems: Pick<ProblemWriter, 'refused'>;
  /** The built page of the dashboard, where it is served. */
  index: StaticFile | undefined;
}

/**
 * The answer at an address that nothing has: with a slash too many or too few, the way to the right one; else a page for
 * who followed a link, and a problem for who asked for data.
 */
export function createMissing(parts: Parts): (c: Context) => Response | Promise<Response> {
  const { index, problems, baseUrl } = parts;
  const page = index ? missingPage({ ...parts, index }) : null;
  return (c) => {
    const other = otherAddress(c, sitePath(baseUrl));
    if (other !== null) return redirect(other);
    return page && isForPeople(c)
      ? page(c)
      : problems.refused(new HttpProblem('not-found', reasonOfMissing(c, baseUrl)));
  };
}

/** `/methods?lang=ru` for `/methods/?lang=ru`, and `/kz/` for `/kz` of a site under a path; else null. */
function otherAddress(c: Context, site: string): string | null {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return null;
  const { pathname, search } = new URL(c.req.url);
  if (site !== '' && pathname === site) return `${site}/${search}`;
  const within = pathWithin(site, pathname);
  // What a page loads is at one address or at none.
  if (!within?.endsWith('/') || within.startsWith('/assets/')) return null;
  // Two slashes at the beginning would name another site.
  const path = within.replace(/^\/+|\/+$/g, '');
  return path === '' ? null : `${site}/${path}${search}`;
}

function reasonOfMissing(c: Context, baseUrl: string): string {
  const { pathname } = new URL(c.req.url);
  const nothing = `there is nothing at ${pathname.slice(0, 200)}`;
  return pathWithin(sitePath(baseUrl), pathname) === null
    ? `${nothing}: this site is at ${baseUrl}/, and what stands before it passes on the whole path`
    : nothing;
}

/** An address that never changes again; any page may follow it. */
function redirect(to: string): Response {
  return new Response(null, {
    status: 308,
    headers: { ...policies.data, Location: to, 'Cache-Control': 'public, max-age=0, must-revalidate' },
  });
}

/** Whether somebody looks for a page, and not a program for data. */
function isForPeople(c: Context): boolean {
  const { method, path } = c.req;
  const isPage = method === 'GET' && !path.startsWith('/api/') && !path.startsWith('/assets/');
  return isPage && (c.req.header('accept') ?? '').includes('text/html');
}

/** In the reader's language; the program tells the same when it takes over. */
function missingPage({ words, baseUrl, index }: Parts & { index: StaticFile }) {
  const template = createTemplate(index.encoded.identity.toString('utf8'));
  return async (c: Context): Promise<Response> => {
    const requestedLanguage = languages.find((it) => it === c.req.query('lang')) ?? null;
    const language = requestedLanguage ?? preferredLanguage(c.req.header('accept-language'));
    const html = await writeFailure(
      {
        status: 404,
        kind: 'not-found',
        issues: [],
        route: null,
        query: { ...emptyQuery, lang: requestedLanguage },
        words: words(language),
        addresses: serverAddresses(baseUrl),
      },
      template,
    );
    return new Response(html, {
      status: 404,
      headers: {
        ...policies.dashboard,
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        Vary: 'Accept, Accept-Language',
      },
    });
  };
}
