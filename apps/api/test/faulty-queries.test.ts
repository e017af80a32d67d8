import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { endpoints, problemSchema } from '@article21/contract';
import { describe, expect, it } from 'vitest';
import { publishMade } from './fixture.ts';
import { madeFiles } from './made-files.ts';
import { publishedApp } from './published-app.ts';

const { hono } = await publishedApp(publishMade, { files: madeFiles });

const names = Array.from({ length: 1_300 }, (_, i) => `_${i.toString(36)}`);
/** Queries of 4 KB of which nothing can be read. */
const queries: [about: string, query: string][] = [
  ['keys that are none', names.join('&')],
  ['values that are none', `place=${names.join(',')}`],
  ['a key that is repeated', 'place=x&'.repeat(500)],
  ['long keys', Array.from({ length: 40 }, (_, i) => `${i}${'k'.repeat(90)}`).join('&')],
  ['long values', Array.from({ length: 19 }, (_, i) => `${i}=${'v'.repeat(200)}`).join('&')],
  ['views that are none', `show=${names.join('~')}`],
];
const fit = (query: string, path: string) => query.slice(0, 4_000 - path.length);
const paths = [
  ...Object.values(endpoints).map(({ path }) => path.replace('records/{id}', 'records/d-0')),
  '/nope',
].map((path) => path.replace('snapshots/{id}', 'snapshots/current').replace('{id}', 'statement'));
const pages = ['/', '/data', '/sources', '/methods', '/records/d-0', '/embed'];

describe.each(queries)('4 KB of %s', (_, query) => {
  it('are answered with a few of its faults, wherever they are sent', async () => {
    for (const path of paths.filter((it) => it !== '/embed')) {
      const response = await hono.request(`${path}?${fit(query, path)}`);
      expect([path, [400, 404].includes(response.status)]).toEqual([path, true]);
      const text = await response.text();
      expect([path, text.length < 12_000]).toEqual([path, true]);
      expect(problemSchema.parse(JSON.parse(text)).issues.length).toBeLessThanOrEqual(10);
    }
  });

  it('make a page hardly longer', async () => {
    for (const path of pages) {
      const size = async (asked: string) => (await (await hono.request(path + asked)).text()).length;
      const more = (await size(`?${fit(query, path)}`)) - (await size(''));
      expect([path, more < 20_000 ? 'little' : more]).toEqual([path, 'little']);
    }
  });
});

it('says how many faults it does not tell', async () => {
  const response = await hono.request(`/api/v1/counts?${fit(names.join('&'), '')}`);
  const { detail } = problemSchema.parse(await response.json());
  expect(detail).toMatch(/; and 9\d\d more faults$/);
});

describe('a problem', () => {
  const query = fit(names.join('=x&'), '');
  const ask = (encoding: string, asked = query, method = 'GET') =>
    hono.request(`/api/v1/counts?${asked}`, { method, headers: { 'accept-encoding': encoding } });

  it('is compressed as everything else is', async () => {
    const text = await (await ask('identity')).text();
    const brotli = await ask('gzip, br');
    const gzip = await ask('gzip');
    const bytes = async (it: Response) => Buffer.from(await it.arrayBuffer());
    expect([brotli, gzip].map(({ headers }) => headers.get('content-encoding'))).toEqual(['br', 'gzip']);
    expect([brotli, gzip].map(({ headers }) => headers.get('vary'))).toEqual([
      'Accept-Encoding',
      'Accept-Encoding',
    ]);
    const packed = await bytes(brotli);
    expect(packed.length).toBeLessThan(1_000);
    expect([brotliDecompressSync(packed).toString(), gunzipSync(await bytes(gzip)).toString()]).toEqual([
      text,
      text,
    ]);
  });

  it('is as it is where it is short, and has no body for HEAD', async () => {
    const short = await ask('br', 'place=x');
    expect([short.status, short.headers.get('content-encoding')]).toEqual([400, null]);
    const head = await ask('br', query, 'HEAD');
    expect([head.status, await head.text()]).toEqual([400, '']);
  });

  it('is compressed where it is a page, too', async () => {
    const response = await hono.request(`/embed?${query}`, { headers: { 'accept-encoding': 'br' } });
    expect([response.status, response.headers.get('content-encoding')]).toEqual([400, 'br']);
    const html = brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(html).toContain('</html>');
  });
});
