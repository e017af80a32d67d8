import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { appOf, publishMade } from '../fixture.ts';
import { madeFiles } from '../made-files.ts';
import { publishedApp } from '../published-app.ts';

const { hono, store } = await publishedApp(publishMade, { files: madeFiles });

describe('the dashboard', () => {
  it.each([
    '/',
    '/data',
    '/methods',
    '/present',
    '/presentation?show=W10',
    '/sources',
    '/sources/statement',
    '/records/d-0',
    '/?measure=fines&by=place',
  ])('answers its page at %s, which is asked for anew each time', async (path) => {
    const response = await hono.request(path);
    expect(await response.text()).toContain('Article 21</title>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const again = await hono.request(path, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('has files that are named by their content kept for ever, and compressed', async () => {
    const plain = await hono.request('/assets/index-1a2b.js');
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, s-maxage=60, immutable');
    expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    const br = await hono.request('/assets/index-1a2b.js', { headers: { 'accept-encoding': 'br' } });
    const body = brotliDecompressSync(Buffer.from(await br.arrayBuffer()));
    expect(body.toString()).toBe(await plain.text());
  });

  it('is sent as it was compressed when it was built', async () => {
    const identity = Buffer.from('plain');
    const file = { mediaType: 'text/plain', hash: 'x', encoded: { identity, br: Buffer.from('twin') } };
    const app = appOf(store, { files: new Map([['robots.txt', file]]) });
    const ask = async (encoding: string) =>
      (await app.hono.request('/robots.txt', { headers: { 'accept-encoding': encoding } })).text();
    expect([await ask('br'), await ask('identity')]).toEqual(['twin', 'plain']);
    await app.close();
  });

  it('has its other files asked for anew each time', async () => {
    const response = await hono.request('/favicon.svg');
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
  });

  it.each([
    '/nope',
    '/index.html',
    '/records',
    '/records/a/b',
    '/assets/../index.html/x',
    '/assets/..%2findex.html',
    '/assets/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/assets/%252e%252e%252fserver.ts',
    '/assets/index-1a2b.js%00.html',
    '/assets/',
    '/..%5c..%5cserver.ts',
    '/__proto__',
    '/assets/constructor',
    '/.env',
  ])('has nothing at %s', async (path) => {
    const response = await hono.request(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  it('does not hide an address of the API that does not exist', async () => {
    expect((await hono.request('/api/v1/nope')).headers.get('content-type')).toBe('application/problem+json');
  });
});
