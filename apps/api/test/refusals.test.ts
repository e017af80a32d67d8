import { endpoints, problemSchema } from '@article21/contract';
import { createClient } from '@article21/contract/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf, appOf, BASE_URL, publishMade, storeIn, temporaryFolder } from './fixture.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const { hono, close, reported } = appOf(store);

beforeAll(async () => {
  await publishMade(store, folder.path);
});
afterAll(async () => {
  await close();
  await folder.remove();
});

async function refused(request: string, init?: RequestInit) {
  const response = await hono.request(request, init);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.type.startsWith(`${BASE_URL}/api#`)).toBe(true);
  return problem;
}

const addresses = Object.entries(endpoints).map(([name, { path }]) => [name, addressOf(path)] as const);
// An embed is refused by a page, and oEmbed knows other keys: their tests are in `embed/`.
const alikeAddresses = addresses.filter(([name]) => !['embed', 'oembed'].includes(name));

describe('every endpoint', () => {
  it.each(addresses)('%s answers what it is asked', async (_, path) => {
    expect((await hono.request(path)).status).toBe(200);
  });

  it.each(alikeAddresses)('%s refuses an unknown key, and names those it knows', async (name, path) => {
    const problem = await refused(`${path}?colour=red`);
    expect(problem).toMatchObject({
      status: 400,
      issues: [{ key: 'colour', code: 'unknown_key', stated: 'red' }],
    });
    const known = Object.keys(endpoints[name as keyof typeof endpoints].query);
    for (const key of known) expect(problem.issues[0]?.hint).toContain(key);
  });

  it.each(alikeAddresses.filter(([name]) => !['snapshots', 'changes', 'health', 'ready'].includes(name)))(
    '%s refuses a repeated key, a malformed snapshot and one that was never published',
    async (_, path) => {
      const id = await store.current();
      expect(await refused(`${path}?snapshot=${id}&snapshot=${id}`)).toMatchObject({
        status: 400,
        issues: [{ key: 'snapshot', code: 'duplicate_key' }],
      });
      expect(await refused(`${path}?snapshot=../../etc`)).toMatchObject({
        status: 400,
        issues: [{ key: 'snapshot', code: 'unreadable' }],
      });
      expect(await refused(`${path}?snapshot=2012-09-25-3f9c0a417d2be586`)).toMatchObject({
        status: 404,
        detail: 'there is no snapshot 2012-09-25-3f9c0a417d2be586',
      });
    },
  );

  it.each(addresses)('%s is only for reading', async (_, path) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'BREW']) {
      const response = await hono.request(path, {
        method,
        ...(method === 'POST' ? { body: 'x'.repeat(1000) } : {}),
      });
      expect([method, response.status, response.headers.get('allow')]).toEqual([
        method,
        405,
        'GET, HEAD, OPTIONS',
      ]);
      expect(problemSchema.safeParse(await response.json()).success).toBe(true);
    }
  });

  it.each(addresses)('%s tells a browser what another page may do', async (_, path) => {
    const response = await hono.request(path, {
      method: 'OPTIONS',
      headers: { origin: 'https://other.example' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
    expect(response.headers.get('access-control-allow-headers')).toBe('If-None-Match');
  });

  it.each(addresses.filter(([name]) => name !== 'embed'))(
    '%s takes an address of 4 KB and no longer one',
    async (_, path) => {
      expect(
        await refused(`${path}${path.includes('?') ? '&' : '?'}title=${'x'.repeat(5000)}`),
      ).toMatchObject({
        status: 414,
      });
    },
  );
});

describe('a query', () => {
  it.each([
    ['measure=detentionz', 'measure', 'unknown_value', /detentions/],
    ['measure=detentions&measure=fines', 'measure', 'duplicate_key', /commas/],
    ['place=atlantis', 'place', 'unknown_value', /almaty/],
    ['place=__proto__', 'place', 'unknown_value', /almaty/],
    ['place=constructor', 'place', 'unknown_value', /almaty/],
    ['from=2012-02-31', 'from', 'unreadable', /2012-04-28/],
    ['from=2012-06&to=2012-04', 'from', 'inverted', /swap/],
    ['by=city', 'by', 'unknown_value', /place, region, phase, period/],
    ['every=hour', 'every', 'unknown_value', /day, week/],
    ['chart=pie', 'chart', 'unknown_value', /bar, line/],
    ['theme=pink', 'theme', 'unknown_value', /light, dark/],
    ['lang=de', 'lang', 'unknown_value', /en, ru, kk/],
    ['phase=never', 'phase', 'unknown_value', /before/],
    ['basis=rumour', 'basis', 'unknown_value', /incident/],
    [`title=${'x'.repeat(300)}`, 'title', 'too_long', /200/],
    ['__proto__=1', '__proto__', 'unknown_key', /measure/],
    ['_trace=1', '_trace', 'unknown_key', /measure/],
    ['debug=true', 'debug', 'unknown_key', /measure/],
  ])('with %s is refused, and told how to mend it', async (query, key, code, hint) => {
    for (const path of ['/api/v1/counts', '/api/v1/counts.csv', '/api/v1/records']) {
      const problem = await refused(`${path}?${query}`);
      expect(problem).toMatchObject({
        status: 400,
        issues: [{ key, code, hint: expect.stringMatching(hint) }],
      });
    }
  });

  it('has all its faults told at once', async () => {
    const problem = await refused('/api/v1/counts?colour=red&measure=x&place=y&from=z');
    expect(problem.issues.map(({ key }) => key).sort()).toEqual(['colour', 'from', 'measure', 'place']);
  });

  it.each([
    'limit=0',
    'limit=201',
    'bucket=2012-13',
    'undated=never',
    'at=atlantis',
    'cursor=abc',
    'cursor=%00',
  ])('for records with %s is refused', async (query) => {
    expect(await refused(`/api/v1/records?${query}`)).toMatchObject({
      status: 400,
      issues: [{ key: query.split('=')[0] }],
    });
  });

  it('is thrown by the client as the problem that it is', async () => {
    const client = createClient(hono.request);
    await expect(client.counts({ place: ['atlantis'] })).rejects.toMatchObject({
      name: 'ApiProblem',
      problem: { status: 400, issues: [{ key: 'place' }] },
    });
  });

  it('for ten thousand years by day is refused before anything is counted', async () => {
    const problem = await refused('/api/v1/counts?by=place,period&every=day&from=0001&to=9999');
    expect(problem).toMatchObject({
      status: 400,
      type: `${BASE_URL}/api#too-much`,
      detail: expect.stringMatching(/100000.*shorter period/),
      issues: [
        {
          ...{ key: 'every', code: 'too_many', stated: 'day', most: 100_000 },
          narrow: ['every', 'from', 'to', 'place', 'measure'],
        },
      ],
    });
  });

  it('of a period or a bucket in which nothing can lie has an empty answer', async () => {
    const client = createClient(hono.request);
    expect(await client.records({ bucket: '1999', from: 15_000 })).toEqual({ records: [], next: null });
    expect(await client.records({ place: ['almerek'], at: ['kz'] })).toEqual({ records: [], next: null });
  });
});

describe('an id', () => {
  const hostile = [
    '..%2f..%2fetc%2fpasswd',
    '%252e%252e%252f',
    '%00',
    'd-0%00',
    '__proto__',
    'constructor',
    ':id',
    '{id}',
    '%zz',
    'D-0',
    'a'.repeat(65),
    '..%5c..%5c',
    '%E2%80%AE',
  ];

  it.each(hostile)('%s is no record, no source and no snapshot', async (id) => {
    for (const path of ['/api/v1/records/', '/api/v1/sources/']) {
      const response = await hono.request(path + id);
      expect(response.status).toBe(404);
      expect(problemSchema.safeParse(await response.json()).success).toBe(true);
    }
    const { status } = await hono.request(`/api/v1/snapshot?snapshot=${id}`);
    expect(status).toBe(400);
  });

  it('of two dots is the folder above, which is the index of all addresses', async () => {
    for (const path of ['/api/v1/records/', '/api/v1/sources/'])
      expect((await hono.request(`${path}%2e%2e`)).headers.get('location')).toBe('/api/v1');
    expect((await hono.request('/api/v1/snapshot?snapshot=%2e%2e')).status).toBe(400);
  });

  it('of nothing is told so by name', async () => {
    expect(await refused('/api/v1/records/nobody')).toMatchObject({ detail: 'there is no record nobody' });
    expect(await refused('/api/v1/sources/nobody')).toMatchObject({ detail: 'there is no source nobody' });
  });
});

describe('what is not there', () => {
  it.each(['/api/v2', '/api/v2/counts', '/.env', '/api/v1/counts.json', '//', '/%2e%2e/'])(
    '%s is a problem, too',
    async (path) => {
      expect(await refused(path)).toMatchObject({ status: 404 });
    },
  );

  it('was never reported as a fault of the program', () => {
    expect(reported).toEqual([]);
  });
});

describe('an address with a slash too many', () => {
  it.each([
    ['/methods/', '/methods'],
    ['/data/?lang=ru&snapshot=x', '/data?lang=ru&snapshot=x'],
    ['/present//', '/present'],
    ['/presentation/?show=W10', '/presentation?show=W10'],
    ['/sources/statement/', '/sources/statement'],
    ['/api/v1/counts/?by=place', '/api/v1/counts?by=place'],
    ['/embed/?measure=detentions', '/embed?measure=detentions'],
  ])('%s leads for good to %s', async (path, to) => {
    for (const method of ['GET', 'HEAD']) {
      const response = await hono.request(path, { method });
      expect([response.status, response.headers.get('location')]).toEqual([308, to]);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    }
    expect((await hono.request(path, { method: 'POST', body: 'x' })).status).not.toBe(308);
  });

  it.each(['//evil.example/', '/\\evil.example/', '/%09/evil.example/', '///evil.example//?x=1/'])(
    '%s leads to no other site',
    async (path) => {
      const response = await hono.request(`${BASE_URL}${path}`);
      const to = new URL(response.headers.get('location') ?? '/', BASE_URL);
      expect(to.origin).toBe(BASE_URL);
    },
  );
});

describe('the host that a request claims', () => {
  it('is repeated nowhere', async () => {
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    };
    for (const path of [
      ...addresses.map(([, it]) => it),
      '/openapi.json',
      '/api',
      '/nope',
      '/api/v1/counts?x=1',
    ]) {
      const response = await hono.request(`http://evil.example${path}`, { headers });
      const said = JSON.stringify([...response.headers]) + (await response.text());
      expect([path, said.includes('evil')]).toEqual([path, false]);
    }
  });
});
