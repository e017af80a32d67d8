import { once } from 'node:events';
import { get as httpGet } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endpoints, problemSchema } from '@article21/contract';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { App, Deps } from '../../src/app.ts';
import { createClientAddress } from '../../src/client-address.ts';
import { createHttpServer } from '../../src/http-server.ts';
import { addressOf, appOf, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { madeFiles } from '../made-files.ts';
import { heldThreads } from './held-threads.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const apps: (App & { release(): void })[] = [];

beforeAll(async () => {
  await publishMade(store, folder.path);
});
afterEach(async () => {
  for (const app of apps.splice(0)) {
    app.release();
    await app.close();
  }
});
afterAll(() => folder.remove());

/** The application over threads that do nothing before they are told to. */
function appWith(atOnce: number, deps: Partial<Deps> = {}, made: Parameters<typeof heldThreads>[1] = {}) {
  const held = heldThreads(atOnce, made);
  const app = appOf(store, { threads: held.threads, files: madeFiles, ...deps });
  const all = { ...app, ...held };
  apps.push(all);
  return all;
}

describe('more than can be waited for', () => {
  /** Asks for 400 of them and something else while nothing can be done, until all have been refused that will be. */
  async function refusedOf(path: (i: number) => string) {
    const { hono, started, release, reported } = appWith(2);
    let refused = 0;
    let settled = () => {};
    const someRefused = new Promise<void>((resolve) => {
      settled = resolve;
    });
    const responses = Array.from({ length: 400 }, async (_, i) => {
      const response = await hono.request(path(i));
      if (response.status === 503 && ++refused > 100) settled();
      return response;
    });
    await someRefused;
    for (const other of ['/healthz', '/api/v1/counts?measure=detentions'])
      expect((await hono.request(other)).status).toBe(200);
    expect(started).toHaveLength(2);
    release();
    const all = await Promise.all(responses);
    expect((await hono.request(path(399))).status).toBe(200);
    expect(reported).toEqual([]);
    const drawn = all.filter(({ status }) => status === 200);
    expect(drawn.length).toBeGreaterThan(30);
    return all.filter(({ status }) => status === 503);
  }

  it('is refused, and who is refused is told when to come again, while all else is answered', async () => {
    for (const response of await refusedOf((i) => `/chart.png?width=${400 + i}&height=300`)) {
      expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(problemSchema.parse(await response.json()).type).toMatch(/#busy$/);
    }
  });

  it('is refused alike where it is an embed, by a page', async () => {
    for (const response of await refusedOf((i) => `/embed?title=${i}`)) {
      expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d?$/);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const html = await response.text();
      expect(html).toContain('Too many charts are being drawn');
      expect(html).toContain(`<meta http-equiv="refresh" content="${response.headers.get('retry-after')}">`);
    }
  });
});

describe('nothing is computed', () => {
  const pages = [
    '/',
    '/?measure=detentions',
    '/methods',
    '/data',
    '/sources',
    '/records/d-0',
    '/sources/statement',
  ];
  const all = [...Object.values(endpoints).map(({ path }) => addressOf(path)), ...pages];

  it.each(all)('for the headers of %s', async (path) => {
    const { hono, started } = appWith(1);
    const response = await hono.request(path, { method: 'HEAD' });
    expect([path, response.status, started.length]).toEqual([path, 200, 0]);
  });

  it.each(all.filter((path) => !/^\/(healthz|readyz)$/.test(path)))('for who has %s', async (path) => {
    const { hono, started } = appWith(1);
    const { headers } = await hono.request(path, { method: 'HEAD' });
    const again = await hono.request(path, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect([path, again.status, started.length]).toEqual([path, 304, 0]);
    const anything = await hono.request(path, { headers: { 'if-none-match': '*' } });
    expect([path, anything.status, started.length]).toEqual([path, 304, 0]);
  });

  it.each(['/records/nobody', '/sources/nobody'])(
    'for the headers of a page that is not there: %s',
    async (path) => {
      const { hono, started } = appWith(1);
      const headers = { 'if-none-match': '*' };
      for (const request of [{ method: 'HEAD' }, { headers }]) {
        const { status } = await hono.request(path, request);
        expect([path, status, started.length]).toEqual([path, 404, 0]);
      }
    },
  );
});

describe('what takes long for the thread that answers', () => {
  /** The application over threads that make this, at once. */
  function releasedWith(made: Parameters<typeof heldThreads>[1] = {}) {
    const app = appWith(2, {}, made);
    app.release();
    return { ...app, kinds: () => app.started.map(({ kind }) => kind) };
  }

  it('is not to read what it only passes on: the picture of a page goes from thread to thread as bytes', async () => {
    const picture = JSON.stringify({ svg: '2012-04-28 '.repeat(100_000) });
    const { hono, started, kinds } = releasedWith({ inline: picture });
    expect((await hono.request('/?measure=detentions')).status).toBe(200);
    expect(kinds()).toEqual(['inline', 'page']);
    const [, page] = started;
    if (page?.kind !== 'page') throw new Error('the page was not made');
    const { picture: passed } = page.input.extras;
    expect(Buffer.from(passed ?? []).toString()).toBe(picture);
    // Every other text of a job is looked through for what it names.
    const { extras, ...input } = page.input;
    expect(JSON.stringify({ ...input, extras: { ...extras, picture: null } }).length).toBeLessThan(2_000);
  });

  it('is not to compress: one more encoding of something large is a job, made once, and of something small is none', async () => {
    for (const [length, more] of [
      [1_000_000, ['packed']],
      [1_000, []],
    ] as const) {
      const { hono, kinds } = releasedWith({ picture: 'x'.repeat(length) });
      for (const encoding of ['identity', 'gzip', 'br', 'gzip', 'identity']) {
        const headers = { 'accept-encoding': encoding };
        const response = await hono.request('/chart.svg?width=500', { headers });
        expect([response.status, response.headers.get('content-encoding') ?? 'identity']).toEqual([
          200,
          encoding,
        ]);
      }
      expect(kinds()).toEqual(['picture', ...more, ...more]);
    }
  });

  it('and for threads, too, is to make the index of words: made once for all who search at a time, and kept', async () => {
    const { hono, started, end, release } = appWith(2);
    const kinds = () => started.map(({ kind }) => kind);
    const asked = ['/api/v1/search?q=a', '/search?q=b', '/api/v1/search?q=c'].map((it) => hono.request(it));
    await vi.waitFor(() => expect(kinds()).toEqual(['searchIndex']));
    // What else is asked has the other place meanwhile.
    const picture = hono.request('/chart.svg?width=501');
    await vi.waitFor(() => expect(kinds()).toEqual(['searchIndex', 'picture']));
    end();
    release();
    for (const response of [...(await Promise.all(asked)), await picture, await hono.request('/search?q=d')])
      expect(response.status).toBe(200);
    expect(kinds().filter((kind) => kind === 'searchIndex')).toHaveLength(1);
    expect(kinds().slice(2).sort()).toEqual(['data', 'data', 'page', 'page']);
  });

  it('is nothing where no words are searched for', async () => {
    const { hono, kinds } = releasedWith();
    expect((await hono.request('/search')).status).toBe(200);
    expect(kinds()).toEqual(['page']);
  });
});

describe('the server', () => {
  /** A server on a port of its own behind a proxy of this machine, whose word is taken for who asks. */
  async function serverWith(atOnce: number) {
    const clientAddress = createClientAddress(['127.0.0.1']);
    const held = appWith(atOnce, { clientAddress });
    const { server } = createHttpServer(held);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ask = (client: string, path: string) => {
      const headers = { 'X-Forwarded-For': client };
      const request = httpGet({ host: '127.0.0.1', port, path, headers, agent: false });
      const answered = once(request, 'response').then(([response]) => {
        response.resume();
        return response.statusCode as number;
      });
      // Of a request that is given up nobody wants to know more.
      answered.catch(() => {});
      return { answered, leave: () => request.destroy() };
    };
    return { ...held, ask, server, address: `http://127.0.0.1:${port}` };
  }

  const search = (job: { input: object } | undefined) => (job?.input as { search?: string })?.search;

  it('takes turns between clients, and does not begin what was given up', async () => {
    const { ask, started, end, release, server, address } = await serverWith(1);
    /** Whatever is answered at once is asked after all that was asked before. */
    const arrived = () => fetch(`${address}/healthz`);
    const many = Array.from({ length: 20 }, (_, i) => ask('203.0.113.1', `/chart.svg?width=${400 + i}`));
    await arrived();
    const connected = once(server, 'connection');
    const left = ask('203.0.113.3', '/chart.svg?width=500');
    const [socket] = await connected;
    const other = ask('203.0.113.2', '/chart.svg?width=600');
    await arrived();
    expect(started).toHaveLength(1);
    const gone = once(socket, 'close');
    left.leave();
    await gone;
    for (const _ of [1, 2]) {
      end();
      await arrived();
    }
    // Nineteen were there before it.
    expect(started).toHaveLength(3);
    expect(started.map(search)).toContain('width=600');
    release();
    expect(await other.answered).toBe(200);
    expect(await Promise.all(many.map(({ answered }) => answered))).toEqual(Array(20).fill(200));
    expect(started.map(search)).not.toContain('width=500');
    server.close();
  });
});
