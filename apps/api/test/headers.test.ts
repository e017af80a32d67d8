import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisions, headersOf, policies } from '../src/headers.ts';
import { appOf, BASE_URL, publishMade, storeIn, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const { hono, close } = appOf(store, { files: madeFiles });

let published = '';
let piece = '';

beforeAll(async () => {
  await store.editions.keepStatement('signed', null);
  piece = await store.editions.keepPiece(Buffer.from('a piece'));
  published = await publishMade(store, folder.path);
});
afterAll(async () => {
  await close();
  await folder.remove();
});

/** What is looked at: every header, but what tells one content from another of its kind. */
function lasting(headers: Headers): Record<string, string> {
  const all = [...headers].filter(
    ([name]) => !['etag', 'content-length', 'content-disposition'].includes(name),
  );
  return Object.fromEntries(
    all.map(([name, value]) => [name, value.replace(/sha256-[\w+/=]+/g, 'sha256-…')]),
  );
}

/** Where a route is asked with what the made dataset has. */
function addressOf(route: string): string {
  const ids: Record<string, string> = {
    '/assets/*': '/assets/index-1a2b.js',
    '/:file': '/favicon.svg',
    '/editions/pieces/:hash': `/editions/pieces/${piece}`,
    '/oembed': `/oembed?url=${encodeURIComponent(`${BASE_URL}/?measure=detentions`)}`,
  };
  if (route.startsWith('/snapshots/')) return route.replace(':id', published);
  const [, room = ''] = /\/(records|sources|snapshots)\/:id/.exec(route) ?? [];
  const id = { records: 'd-0', sources: 'statement', snapshots: 'current' }[room] ?? '';
  return ids[route] ?? route.replace(':id', id);
}

const committed = fileURLToPath(new URL('headers.json', import.meta.url));

describe('the headers of a route', () => {
  it('are decided for every route, and for none that there is not', () => {
    const served = hono.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path);
    expect([...new Set(served)].sort()).toEqual(Object.keys(decisions).sort());
  });

  it('are all of them written down: whoever changes one looks at the difference', async () => {
    const sent: Record<string, Record<string, string>> = {};
    for (const route of Object.keys(decisions).sort()) {
      const { status, headers } = await hono.request(addressOf(route));
      expect([route, status]).toEqual([route, 200]);
      sent[route] = lasting(headers);
    }
    await expect(`${JSON.stringify(sent, null, 2)}\n`).toMatchFileSnapshot(committed);
    expect(Object.keys(JSON.parse(await readFile(committed, 'utf8')))).toEqual(Object.keys(decisions).sort());
  });

  it('let only embeds and pictures be framed, and nothing be sniffed', async () => {
    for (const route of Object.keys(decisions)) {
      const { headers } = await hono.request(addressOf(route));
      const framed = ['/embed', '/chart.svg', '/chart.png'].includes(route);
      const policy = headers.get('content-security-policy');
      expect([
        route,
        policy?.includes('frame-ancestors *'),
        policy?.includes("frame-ancestors 'none'"),
      ]).toEqual([route, framed, !framed]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it('let no script run that is not a file of ours', async () => {
    for (const route of Object.keys(decisions)) {
      const policy = (await hono.request(addressOf(route))).headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none';/);
      expect([...policy.matchAll(/script-src ([^;]*)/g)].map(([, sources]) => sources)).toEqual(
        ['dashboard', 'embed'].includes(decisions[route] ?? '') ? ["'self'"] : [],
      );
    }
  });

  it('cannot be had for a route that nobody decided about', () => {
    expect(() => headersOf('/api/v1/new')).toThrow(/no headers decided for route: \/api\/v1\/new \(known: /);
    expect(() => headersOf('__proto__')).toThrow('no headers decided');
  });

  it('shut a picture that is opened by itself in a sandbox without scripts', () => {
    const policy = policies.image['Content-Security-Policy'];
    expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *; sandbox");
  });
});
