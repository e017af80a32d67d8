import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { endpoints } from '@article21/contract';
import { describe, expect, it } from 'vitest';
import { addressOf, appOf, publishMade } from './fixture.ts';
import { publishedApp } from './published-app.ts';

const { hono, store, id } = await publishedApp(publishMade);

const fill = addressOf;
const all = Object.values(endpoints).map(({ path }) => fill(path));
const cached = [...all.filter((path) => !path.endsWith('z')), '/openapi.json', '/api'];
const pinnable = cached.filter(
  (path) => /^\/(api\/v1|chart)/.test(path) && !path.startsWith('/api/v1/snapshots'),
);

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  hono.request(path, { method, headers });
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

const packed = [
  '/api/v1/counts.xlsx',
  '/api/v1/records.xlsx',
  '/api/v1/records.parquet',
  '/api/v1/dataset.zip',
  '/chart.png',
  '/chart.pdf',
  '/chart.pptx',
];

describe.each(packed)('%s', (path) => {
  it('is packed already, and comes as it is', async () => {
    const plain = await get(path);
    const asked = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
    expect(asked.headers.get('content-encoding')).toBeNull();
    expect((await bytes(asked)).equals(await bytes(plain))).toBe(true);
    expect(asked.headers.get('etag')).toBe(plain.headers.get('etag'));
  });
});

describe.each(cached.filter((path) => !packed.includes(path)))('%s', (path) => {
  it('is the same bytes in every encoding, each with its own tag', async () => {
    const plain = await get(path);
    const text = await bytes(plain);
    expect(plain.headers.get('content-encoding')).toBeNull();
    const br = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(await bytes(br)).equals(text)).toBe(true);
    const gzip = await get(path, { 'accept-encoding': 'gzip;q=1, br;q=0' });
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await bytes(gzip)).equals(text)).toBe(true);
    const tags = [plain, br, gzip].map(({ headers }) => headers.get('etag'));
    expect(new Set(tags).size).toBe(3);
    for (const { headers } of [plain, br, gzip]) expect(headers.get('vary')).toBe('Accept-Encoding');
    expect((await get(path, { 'if-none-match': tags[1] ?? '' })).status).toBe(200);
  });
});

describe.each(cached)('%s', (path) => {
  it('is revalidated with a strong ETag, and nothing is sent again', async () => {
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(path, { 'if-none-match': tag });
      expect([tag, again.status, (await bytes(again)).length]).toEqual([tag, 304, 0]);
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.get('vary')).toBe('Accept-Encoding');
      expect(again.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  it('has for HEAD the headers of GET and no body', async () => {
    const full = await get(path);
    const head = await get(path, {}, 'HEAD');
    expect(head.status).toBe(200);
    expect((await bytes(head)).length).toBe(0);
    expect([...head.headers]).toEqual([...full.headers]);
    expect(head.headers.get('content-length')).toBe(String((await bytes(full)).length));
  });

  it('may be read by any page, ETag included', async () => {
    const { headers } = await get(path, { origin: 'https://other.example' });
    const open = path === '/api' ? null : '*';
    expect(headers.get('access-control-allow-origin')).toBe(open);
    expect(headers.get('access-control-expose-headers')).toBe(open && 'ETag');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  });
});

describe('what is not there', () => {
  it.each([
    '/api/v1/records/nobody',
    '/api/v1/sources/nobody',
    '/api/v1/records?cursor=abc',
    '/api/v1/sources/nobody/rows?row=1',
    '/api/v1/snapshots/2012-09-25-3f9c0a417d2be586/changes',
    `/api/v1/counts?snapshot=2012-09-25-3f9c0a417d2be586`,
    '/nope',
    '/assets/nope.js',
  ])('is not said to be unchanged, whatever tag is named: %s', async (path) => {
    const { status } = await get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    for (const tag of ['*', ' * ', '"x"', 'W/"x", *'])
      expect([tag, (await get(path, { 'if-none-match': tag })).status]).toEqual([tag, status]);
    expect((await get(path, {}, 'HEAD')).status).toBe(status);
  });
});

describe('an answer of a named snapshot', () => {
  it.each(pinnable)('never changes: %s', async (path) => {
    const { headers, status } = await get(`${path}?snapshot=${id}`);
    expect([status, headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, s-maxage=60, immutable',
    ]);
  });
});

describe('equal questions', () => {
  it('have one answer, however they are written', async () => {
    const spellings = [
      'measure=detentions,fines&place=almaty&from=2012-04&to=2012-06',
      'to=2012-06-30&measure=fines,detentions&from=2012-Q2&place=almaty,almaty',
      'measure=detentions,fines&place=almaty&from=2012-04-01&to=2012-Q2&chart=bar&theme=dark&title=Mine&basis=incident',
    ];
    const answers = await Promise.all(spellings.map((it) => get(`/api/v1/counts?${it}`)));
    const tags = new Set(answers.map(({ headers }) => headers.get('etag')));
    const bodies = new Set(await Promise.all(answers.map((it) => it.text())));
    expect([tags.size, bodies.size]).toEqual([1, 1]);
  });

  it('and different ones never', async () => {
    const queries = [
      '',
      'by=place',
      'lang=ru',
      'measure=fines',
      'place=almaty',
      'to=2012',
      'phase=before',
      'basis=summary',
    ];
    const answers = await Promise.all(queries.map((it) => get(`/api/v1/counts?${it}`)));
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(queries.length);
  });

  it('have another tag in another build of the program', async () => {
    const other = appOf(store, { build: 'other' });
    const tags = [await get('/api/v1/counts'), await other.hono.request('/api/v1/counts')].map((it) =>
      it.headers.get('etag'),
    );
    expect(tags[0]).not.toBe(tags[1]);
    await other.close();
  });

  it('are computed once, and not at all for who has the answer', async () => {
    let opened = 0;
    let paged = 0;
    const counting = {
      ...store,
      open: async (snapshot: string) => {
        opened += 1;
        const it = await store.open(snapshot);
        return {
          ...it,
          records: (filter: Parameters<typeof it.records>[0]) => {
            paged += 1;
            return it.records(filter);
          },
        };
      },
    };
    const app = appOf(counting);
    const ask = (headers = {}) => app.hono.request('/api/v1/records?limit=3', { headers });
    const etag = (await ask({ 'accept-encoding': 'br' })).headers.get('etag') ?? '';
    await Promise.all([ask(), ask(), ask({ 'accept-encoding': 'gzip' }), ask({ 'accept-encoding': 'br' })]);
    expect([opened, paged]).toEqual([1, 1]);
    await app.close();

    const fresh = appOf(counting);
    const again = await fresh.hono.request('/api/v1/records?limit=3', {
      headers: { 'accept-encoding': 'br', 'if-none-match': etag },
    });
    expect([again.status, paged]).toEqual([304, 1]);
    await fresh.close();
  });
});

describe.each(['/healthz', '/readyz'])('%s', (path) => {
  it('is never cached', async () => {
    expect((await get(path)).headers.get('cache-control')).toBe('no-store');
  });
});
