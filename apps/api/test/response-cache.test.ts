import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from '../src/http-server.ts';
import { createResponseCache } from '../src/response-cache.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';
import { madeFiles } from './made-files.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
let time = 0;
const app = appOf(store, { files: madeFiles, now: () => time });
const { server, stop } = createHttpServer(app);
const agent = new Agent({ keepAlive: true });
let id = '';

beforeAll(async () => {
  id = await publishMade(store, folder.path);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  // Which snapshot is served has been looked for once, as when a server starts.
  await get('/healthz');
});
afterAll(async () => {
  agent.destroy();
  await stop();
  await app.close();
  await folder.remove();
});

interface Answered {
  status: number | undefined;
  /** As they were sent, without the time of day. */
  headers: string[];
  body: Buffer;
  /** Whether it never reached a route. */
  repeated: boolean;
}

async function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answered> {
  const before = app.responseCache.hits;
  const { port } = server.address() as AddressInfo;
  const asked = request({ host: '127.0.0.1', port, path, method, headers, agent }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const body = await buffer(answer);
  const pairs = answer.rawHeaders.filter((_, i) => answer.rawHeaders[i - (i % 2)]?.toLowerCase() !== 'date');
  return { status: answer.statusCode, headers: pairs, body, repeated: app.responseCache.hits > before };
}

const headerOf = ({ headers }: Answered, name: string) =>
  headers[headers.findIndex((it, i) => i % 2 === 0 && it.toLowerCase() === name) + 1] ?? '';

const addresses = () => [
  '/api/v1/counts?measure=detentions',
  `/api/v1/counts?measure=detentions&snapshot=${id}`,
  '/api/v1/counts.csv?measure=detentions',
  '/api/v1/records?measure=detentions',
  '/api/v1/snapshots',
  '/chart.svg?measure=detentions',
  '/chart.png?measure=detentions',
  '/embed?measure=detentions',
  '/?measure=detentions',
  '/data',
  '/openapi.json',
  '/assets/index-1a2b.js',
  `/snapshots/${id}/cells.bin`,
];

describe('what was answered before', () => {
  it.each(['identity', 'gzip', 'br'])('is answered with the same head and body, as %s', async (encoding) => {
    for (const path of addresses()) {
      const headers = { 'accept-encoding': encoding };
      const first = await get(path, headers);
      const second = await get(path, headers);
      expect([path, first.status, first.repeated, second.repeated]).toEqual([path, 200, false, true]);
      expect([path, second.headers]).toEqual([path, first.headers]);
      expect(second.body.equals(first.body)).toBe(true);
    }
  });

  it('is not sent to who has it, with the head that a route gives', async () => {
    for (const path of addresses()) {
      const etag = headerOf(await get(path), 'etag');
      const repeated = await get(path, { 'if-none-match': etag });
      expect([path, repeated.status, repeated.repeated, repeated.body.length]).toEqual([path, 304, true, 0]);
      // Long after, it is looked for anew.
      time += 60_000;
      const made = await get(path, { 'if-none-match': `W/${etag}` });
      expect([path, made.status, repeated.headers]).toEqual([path, 304, made.headers]);
    }
  });

  it('is known of by those alone who were told that nothing has changed', async () => {
    const path = '/api/v1/places';
    const etag = headerOf(await get(path), 'etag');
    time += 60_000;
    for (const repeated of [false, true])
      expect(await get(path, { 'if-none-match': etag })).toMatchObject({ status: 304, repeated });
  });

  it('is another one after a publication, at once when that is known', async () => {
    const path = '/api/v1/snapshot';
    const pinned = `/api/v1/snapshot?snapshot=${id}`;
    for (const it of [path, path, pinned, pinned]) await get(it);
    const next = await publishMade(store, folder.path, { detentions: 5 });
    time += 200;
    expect(JSON.parse((await get(path)).body.toString())).toMatchObject({ id: next });
    await get(path);
    expect(await get(path)).toMatchObject({ repeated: true });
    // Of a named one nothing changes.
    expect(await get(pinned)).toMatchObject({ repeated: true });
    await store.rollback(id);
    time += 200;
    for (let i = 0; i < 3; i++) expect(JSON.parse((await get(path)).body.toString())).toMatchObject({ id });
  });

  it('is looked whether it holds before it is sent, without reaching a route', async () => {
    const [path, pinned] = ['/api/v1/places', `/api/v1/places?snapshot=${id}`];
    for (const it of [path, path, pinned, pinned]) await get(it);
    for (const it of [path, pinned]) {
      time += 1_000;
      expect(await get(it)).toMatchObject({ status: 200, repeated: true });
    }
  });

  it('is made anew by one for all, where it may have changed, and by everybody where that takes too long', async () => {
    const path = '/api/v1/coverage';
    for (const repeated of [false, true]) expect(await get(path)).toMatchObject({ repeated });
    const asked = async () => (await Promise.all([get(path), get(path)])).map((it) => it.status);
    const before = app.responseCache.hits;
    time += 6_000;
    expect(await asked()).toEqual([200, 200]);
    expect(app.responseCache.hits - before).toBe(1);
    time += 11_000;
    expect(await asked()).toEqual([200, 200]);
    expect(app.responseCache.hits - before).toBe(1);
  });

  it('is each reader’s language, and no other’s', async () => {
    for (let i = 0; i < 2; i++)
      for (const language of ['ru', 'kk', 'en'])
        expect((await get('/', { 'accept-language': language })).body.toString()).toContain(
          `lang="${language}"`,
        );
    expect(await get('/', { 'accept-language': 'kk' })).toMatchObject({ repeated: true });
  });

  it('is each reader’s language also where so many addresses vary that some of them are forgotten', () => {
    const snapshots = {
      standing: () => ({ served: 1, isFresh: true, retracted: 0, knowsRetracted: true }),
      renew: async () => {},
    };
    const { answer } = createResponseCache({ snapshots, now: () => 0 });
    const ask = (url: string, language?: string): string => {
      const headers = { host: 'a', ...(language === undefined ? {} : { 'accept-language': language }) };
      const asked = { method: 'GET', url, headers, rawHeaders: ['Host', 'a'] } as unknown as IncomingMessage;
      const sent: string[] = [];
      const response = { writeHead: () => {}, end: (body: unknown) => sent.push(String(body)) };
      const miss = () => {
        const kept = { 'cache-control': 'public, no-cache', etag: '"1"', vary: 'Accept-Language' };
        Reflect.apply(response.writeHead, response, [200, kept]);
        response.end(Buffer.from(language ?? 'none'));
      };
      answer(asked, response as never, { client: url, hit: () => {}, miss });
      return sent.join();
    };
    expect([ask('/'), ask('/', 'ru')]).toEqual(['none', 'ru']);
    for (let i = 0; i < 6_000; i++) ask(`/?title=${i}`);
    expect([ask('/'), ask('/', 'kk'), ask('/', 'ru'), ask('/')]).toEqual(['none', 'kk', 'ru', 'none']);
  });

  it.each([
    ['state', '/healthz', {}, 'GET'],
    ['a refusal', '/api/v1/counts?x=1', {}, 'GET'],
    ['nothing', '/nowhere', {}, 'GET'],
    ['another method', '/api/v1/counts', {}, 'HEAD'],
    ['a question with a body', '/api/v1/counts', { 'content-length': '0' }, 'GET'],
    ['whatever there is', '/api/v1/counts', { 'if-none-match': '*' }, 'GET'],
  ])('is not %s', async (_what, path, headers, method) => {
    await get('/api/v1/counts');
    const first = await get(path, headers, method);
    const second = await get(path, headers, method);
    expect([first.repeated, second.repeated, second.status]).toEqual([false, false, first.status]);
  });

  it('is counted with what it was asked by, which may be longer than itself', async () => {
    const { size } = app.responseCache;
    const long = `br, ${'x'.repeat(8_000)}`;
    await get('/api/v1/measures', { 'accept-encoding': long });
    expect((await get('/api/v1/measures', { 'accept-encoding': long })).repeated).toBe(true);
    expect(app.responseCache.size - size).toBeGreaterThan(8_000);
  });

  it('is not sent where a request has two hosts, or none', async () => {
    const { connect } = await import('node:net');
    const { port } = server.address() as AddressInfo;
    await get('/api/v1/counts');
    for (const hosts of ['Host: a\r\nHost: b\r\n', '']) {
      const socket = connect(port, '127.0.0.1');
      socket.end(`GET /api/v1/counts HTTP/1.1\r\n${hosts}Connection: close\r\n\r\n`);
      expect((await buffer(socket)).toString()).toMatch(/^HTTP\/1.1 400 /);
    }
  });

  it('goes to one client so often, before others have had a turn', async () => {
    // As many as may be in one piece of what the thread hears, all of one client, and one of another.
    const ask = (client: string) => {
      const asked = {
        method: 'GET',
        url: '/api/v1/counts',
        headers: { host: 'a' },
        rawHeaders: ['Host', 'a'],
      } as unknown as IncomingMessage;
      const response = { writeHead: () => {}, end: () => {} };
      let isRepeated = false;
      app.responseCache.answer(asked, response as never, {
        client,
        hit: () => {
          isRepeated = true;
        },
        miss: () => {},
      });
      return isRepeated;
    };
    await get('/api/v1/counts');
    const sent = Array.from({ length: 300 }, () => ask('one'));
    expect([sent.filter(Boolean).length, sent[0], sent.at(-1), ask('two')]).toEqual([256, true, false, true]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(ask('one')).toBe(true);
  });
});
