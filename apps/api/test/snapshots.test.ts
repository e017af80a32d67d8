import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@article21/contract/client';
import { engine, openStore, type Store } from '@article21/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSnapshots } from '../src/snapshots.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;

beforeEach(async () => {
  folder = await temporaryFolder();
  store = storeIn(folder.path);
});
afterEach(() => folder.remove());

describe('a publication', () => {
  it('shows without a restart, and a named snapshot answers the same bytes after it', async () => {
    let now = 0;
    const app = appOf(store, { now: () => now });
    const client = createClient(app.hono.request);
    const first = await publishMade(store, folder.path, { detentions: 3 });
    const detentions = async () => (await client.counts({ measure: ['detentions'] })).totals[0]?.low;
    expect(await detentions()).toBe(4);
    const paths = [
      'counts?by=place',
      'counts.csv?by=place',
      'records',
      'places',
      'snapshot',
      'sources/statement',
    ];
    const bytes = () =>
      Promise.all(
        paths.map(async (path) => {
          const address = `/api/v1/${path}${path.includes('?') ? '&' : '?'}snapshot=${first}`;
          return (await app.hono.request(address)).text();
        }),
      );
    const before = await bytes();

    const second = await publishMade(store, folder.path, { detentions: 5 });
    now += 1000;
    expect(await detentions()).toBe(6);
    expect(await bytes()).toEqual(before);
    const { snapshots, current } = await client.snapshots();
    expect(current).toBe(second);
    expect(snapshots.map(({ id }) => id).sort()).toEqual([first, second].sort());

    await store.rollback(first);
    now += 1000;
    expect(await detentions()).toBe(4);
    await app.close();
    // Also from the disk, by a program that has not seen it before.
    const later = appOf(store);
    const again = await later.hono.request(`/api/v1/counts?by=place&snapshot=${first}`);
    expect(await again.text()).toBe(before[0]);
    await later.close();
  });

  it('of synthetic data is called synthetic everywhere', async () => {
    await publishMade(store, folder.path, { synthetic: true });
    const { hono, close } = appOf(store);
    const client = createClient(hono.request);
    expect((await client.counts()).synthetic).toBe(true);
    expect((await client.snapshot()).synthetic).toBe(true);
    expect((await client.snapshots()).snapshots[0]?.synthetic).toBe(true);
    const [header = [], row = []] = (await client.countsCsv()).split('\r\n').map((it) => it.split(','));
    expect(row[header.indexOf('synthetic')]).toBe('true');
    await close();
  });
});

describe('a store that cannot be read', () => {
  it('is 503 while nothing has been published', async () => {
    const { hono } = appOf(store);
    for (const path of ['/healthz', '/readyz', '/api/v1/counts', '/api/v1/snapshots', '/api/v1/records/x']) {
      const response = await hono.request(path);
      expect([path, response.status]).toEqual([path, 503]);
      expect(await response.json()).toMatchObject({ type: expect.stringMatching(/#unavailable$/) });
    }
  });

  it('is 503 when what is current points nowhere, and says nothing of the disk', async () => {
    await publishMade(store, folder.path);
    await writeFile(join(folder.path, 'data/current'), '2012-09-25-3f9c0a417d2be586\n');
    const { hono, reported } = appOf(store);
    const response = await hono.request('/api/v1/counts');
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(text).not.toContain(folder.path);
    expect(reported).toHaveLength(1);
  });

  it('answers what was published while other records are put in their place, and says so at /healthz', async () => {
    const duckdb = openStore({ dataDir: join(folder.path, 'data'), engine: engine('duckdb') });
    const other = await publishMade(duckdb, folder.path, { detentions: 9 });
    const id = await publishMade(duckdb, folder.path, { detentions: 5 });
    let now = 0;
    const { hono, close, reported } = appOf(duckdb, { now: () => now });
    // Each address is another page, which the engine reads then.
    const page = async (limit: number) => {
      const response = await hono.request(`/api/v1/records?measure=detentions&limit=${limit}`);
      return {
        status: response.status,
        ids: ((await response.json()) as { records: { id: string }[] }).records.map((it) => it.id),
      };
    };
    const truth = await page(100);
    const records = (snapshot: string) => join(folder.path, 'data/snapshots', snapshot, 'records.parquet');
    expect((await hono.request('/healthz')).status).toBe(200);
    await copyFile(records(other), records(id));
    for (let limit = 1; limit <= 20; limit++)
      expect(await page(limit)).toEqual({ status: 200, ids: truth.ids.slice(0, limit) });
    // For ten seconds what was found last may be told.
    now += 10_000;
    const health = await hono.request('/healthz');
    expect([health.status, ((await health.json()) as { detail: string }).detail]).toEqual([
      503,
      expect.stringMatching(`snapshot ${id} is damaged: records.parquet has \\d+ bytes instead of \\d+`),
    ]);
    expect(reported).toHaveLength(1);
    await close();
  });

  it('names at /healthz no file of an internal source', async () => {
    const id = await publishMade(store, folder.path);
    await writeFile(join(folder.path, 'data/snapshots', id, 'files/sources/notebook.txt'), 'another');
    const { hono, close, reported } = appOf(store);
    const health = await hono.request('/healthz');
    const text = await health.text();
    expect([health.status, text.includes('notebook')]).toEqual([503, false]);
    expect(String((reported[0] as Error).cause)).toContain('notebook.txt');
    await close();
  });

  it('is 503 when a file of the snapshot is damaged, and serves again when it has been mended', async () => {
    const id = await publishMade(store, folder.path);
    const cells = join(folder.path, 'data/snapshots', id, 'cells.bin');
    const sound = await readFile(cells);
    const damaged = Buffer.from(sound);
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    await writeFile(cells, damaged);
    const { hono, reported, close } = appOf(store);
    const response = await hono.request('/api/v1/counts');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining(`${id} are damaged`) });
    expect(reported).toHaveLength(1);
    await writeFile(cells, sound);
    expect((await hono.request('/api/v1/counts')).status).toBe(200);
    await close();
  });

  it('is 404 for a snapshot that is gone', async () => {
    const first = await publishMade(store, folder.path, { detentions: 1 });
    await publishMade(store, folder.path, { detentions: 2 });
    await rm(join(folder.path, 'data/snapshots', first), { recursive: true });
    expect(await readdir(join(folder.path, 'data/snapshots'))).toHaveLength(1);
    const { hono, close } = appOf(store);
    const response = await hono.request(`/api/v1/counts?snapshot=${first}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
    await close();
  });

  it('is a 500 for a fault of the program, which tells the reader an id and the operator the rest', async () => {
    await publishMade(store, folder.path);
    const secret = `no such column in ${folder.path}`;
    const broken = {
      ...store,
      open: async (id: string) => ({
        ...(await store.open(id)),
        records: () => Promise.reject(new Error(secret)),
      }),
    };
    const { hono, reported, close } = appOf(broken);
    const response = await hono.request('/api/v1/records');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ status: 500, instance: expect.stringMatching(/^urn:uuid:/) });
    expect(text).not.toMatch(/column|node_modules|\.ts|stack/);
    expect(reported).toMatchObject([{ message: secret }]);
    await close();
  });
});

describe('the snapshots that are kept open', () => {
  it('are a few, and one that is in use is closed only when it no longer is', async () => {
    const ids = [];
    for (const detentions of [1, 2, 3]) ids.push(await publishMade(store, folder.path, { detentions }));
    const closed: string[] = [];
    const watching = {
      ...store,
      open: async (id: string) => ({ ...(await store.open(id)), close: async () => void closed.push(id) }),
    };
    const snapshots = createSnapshots(watching, { now: () => 0, open: 1 });
    const [first = '', second = '', third = ''] = ids;
    await snapshots.use(first, async () => {
      await snapshots.use(second, async () => {});
      await snapshots.use(third, async () => {});
      expect(closed).toEqual([second]);
    });
    expect(closed).toEqual([second, first]);
    await snapshots.close();
    expect(closed).toEqual([second, first, third]);
  });

  it('always have the one that is served among them', async () => {
    const old = await publishMade(store, folder.path, { detentions: 1 });
    const older = await publishMade(store, folder.path, { detentions: 2 });
    const served = await publishMade(store, folder.path, { detentions: 3 });
    const opened: string[] = [];
    const watching = {
      ...store,
      open: async (id: string) => {
        opened.push(id);
        return store.open(id);
      },
    };
    const snapshots = createSnapshots(watching, { now: () => 0, open: 1 });
    for (const id of [await snapshots.current(), old, older, await snapshots.current()])
      await snapshots.use(id, async () => {});
    expect(opened).toEqual([served, old, older]);
    await snapshots.close();
  });

  it('are closed only when nobody asks them any more', async () => {
    const id = await publishMade(store, folder.path);
    const order: string[] = [];
    const open = async () => ({ ...(await store.open(id)), close: async () => void order.push('closed') });
    const snapshots = createSnapshots({ ...store, open }, { now: () => 0 });
    const asking = snapshots.use(id, async ({ snapshot }) => {
      await snapshot.record('d-0');
      order.push('answered');
    });
    await Promise.all([snapshots.close(), asking]);
    expect(order).toEqual(['answered', 'closed']);
  });
});
