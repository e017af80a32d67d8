import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '@article21/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVersions } from '../src/versions.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
beforeEach(async () => {
  folder = await temporaryFolder();
  store = storeIn(folder.path);
});
afterEach(() => folder.remove());

/** A store that counts how often its manifests are read. */
function counting() {
  const count = { listed: 0 };
  const list = () => {
    count.listed += 1;
    return store.list();
  };
  return { count, store: { ...store, list } };
}

describe('the published snapshots', () => {
  it('are read once, however often they are asked for, also by who has the answer', async () => {
    await publishMade(store, folder.path, { detentions: 1 });
    const { count, store: counted } = counting();
    const { hono, close } = appOf(counted);
    const ask = (headers = {}) => hono.request('/api/v1/snapshots', { headers });
    const first = await Promise.all(Array.from({ length: 50 }, () => ask()));
    const etag = first[0]?.headers.get('etag') ?? '';
    for (const tag of [etag, '*']) expect((await ask({ 'if-none-match': tag })).status).toBe(304);
    expect((await hono.request('/api/v1/snapshots/current/changes')).status).toBe(200);
    expect(count.listed).toBe(1);
    await close();
  });

  it('are read again when there is another, and a rollback is seen without that', async () => {
    let now = 0;
    const one = await publishMade(store, folder.path, { detentions: 1 });
    const { count, store: counted } = counting();
    const { hono, close } = appOf(counted, { now: () => now });
    const ask = async () => {
      now += 1000;
      const response = await hono.request('/api/v1/snapshots');
      const { current, snapshots } = (await response.json()) as {
        current: string;
        snapshots: { id: string }[];
      };
      return { current, ids: snapshots.map(({ id }) => id).sort(), etag: response.headers.get('etag') };
    };
    const before = await ask();
    const two = await publishMade(store, folder.path, { detentions: 2 });
    const after = await ask();
    expect(after).toMatchObject({ current: two, ids: [one, two].sort() });
    await store.rollback(one);
    const back = await ask();
    expect(back).toMatchObject({ current: one, ids: [one, two].sort() });
    expect(new Set([before.etag, after.etag, back.etag]).size).toBe(3);
    expect(count.listed).toBe(2);
    await close();
  });

  it('that could not be read are looked at again after a while', async () => {
    let now = 0;
    await publishMade(store, folder.path, { detentions: 1 });
    const other = await publishMade(store, folder.path, { detentions: 2 });
    await publishMade(store, folder.path, { detentions: 3 });
    const manifest = join(folder.path, 'data/snapshots', other, 'manifest.json');
    const sound = await readFile(manifest);
    await writeFile(manifest, 'x');
    const { count, store: counted } = counting();
    const snapshots = { current: async () => other };
    const versions = createVersions(counted, { snapshots, now: () => now });
    const size = async () => (await versions.list()).versions.length;
    expect([await size(), await size(), count.listed]).toEqual([2, 2, 1]);
    await writeFile(manifest, sound);
    now = 5_000;
    expect([await size(), await size(), count.listed]).toEqual([3, 3, 2]);
  });

  it('that cannot be read at all keep nobody from asking again', async () => {
    let isBroken = true;
    const ids = async () => {
      if (isBroken) throw new Error('EIO');
      return store.ids();
    };
    await publishMade(store, folder.path);
    const versions = createVersions(
      { ...store, ids },
      { snapshots: { current: async () => 'x' }, now: () => 0 },
    );
    await expect(versions.list()).rejects.toThrow('EIO');
    isBroken = false;
    expect((await versions.list()).versions).toHaveLength(1);
  });
});

describe('/readyz', () => {
  it('is 200 while records can be read, and 503 when the engine or a file fails', async () => {
    const id = await publishMade(store, folder.path);
    let isBroken = false;
    const open = async (name: string) => {
      const snapshot = await store.open(name);
      return {
        ...snapshot,
        record: (record: string) =>
          isBroken ? Promise.reject(new Error('no engine')) : snapshot.record(record),
      };
    };
    const { hono, close, reported } = appOf({ ...store, open });
    const ready = async () => {
      const response = await hono.request('/readyz');
      return [response.status, await response.json()];
    };
    expect(await ready()).toEqual([200, { status: 'ready', snapshot: id }]);
    isBroken = true;
    expect(await ready()).toMatchObject([503, { detail: expect.stringContaining('cannot be read') }]);
    expect((await hono.request('/healthz')).status).toBe(200);
    isBroken = false;
    expect((await ready())[0]).toBe(200);
    await rm(join(folder.path, 'data/snapshots', id, 'cells.bin'));
    expect(await ready()).toMatchObject([503, { detail: expect.stringContaining('cells.bin is missing') }]);
    expect(reported).toHaveLength(2);
    await close();
  });
});
