import type { Manifest, Snapshot } from '@article21/store';
import type { Context } from 'hono';
import { describe, expect, it } from 'vitest';
import { createSnapshotOpener } from '../src/snapshot-opener.ts';
import { createSnapshots } from '../src/snapshots.ts';
import type { Scheduler } from '../src/work/scheduler.ts';
import { appOf, publishMade, storeIn, temporaryFolder } from './fixture.ts';

const missing = Object.assign(new Error('gone'), { name: 'SnapshotMissing' });
const turns = async () => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
};

/** Of a thread that has nothing else to do. */
const idle: Scheduler = { run: (_, work) => work(), wait: (_, waited) => waited, skipTurn: () => {} };

/** Snapshots that never come to be open, asked for by clients that are named. */
function heldOpenings(ids: readonly string[]) {
  const begun: string[] = [];
  const ends: ((error: Error) => void)[] = [];
  let read = 0;
  const manifest = { files: [{ path: 'cells.bin', bytes: 8_000_000, sha256: '' }], recordsFile: 'records.x' };
  const store = {
    current: async () => 'served',
    problems: async () => [],
    retractions: async () => new Map(),
    open: (id: string) =>
      new Promise<Snapshot>((_, reject) => {
        begun.push(id);
        ends.push(reject);
      }),
    manifest: async (id: string) => {
      read += 1;
      if (!ids.includes(id)) throw missing;
      return manifest as unknown as Manifest;
    },
  };
  const snapshots = createSnapshots(store, { now: () => 0 });
  let asks = { client: '', signal: new AbortController().signal, hasLeft: () => false };
  const asked = createSnapshotOpener(store, {
    snapshots,
    requesterOf: () => asks,
    scheduler: idle,
    now: () => 0,
  });
  return {
    begun,
    manifests: () => read,
    current: () => asked.for({} as Context).current(),
    async ask(client: string, id: string, signal = new AbortController().signal) {
      asks = { client, signal, hasLeft: () => false };
      const answered = asked.for({} as Context).use(id, async () => 'answered');
      answered.catch(() => {});
      await turns();
      return { answered };
    },
    /** The first that is being opened cannot be. */
    async end() {
      ends.shift()?.(new Error('broken'));
      await turns();
    },
  };
}

describe('opening snapshots for requests', () => {
  const old = Array.from({ length: 40 }, (_, i) => `old-${i}`);

  it('goes one at a time, and drops what nobody waits for any more', async () => {
    const { ask, begun, end } = heldOpenings(old);
    const gone = [];
    const leaving = Array.from({ length: 60 }, () => new AbortController());
    for (const [i, { signal }] of leaving.entries()) gone.push(await ask('a', `old-${i % 8}`, signal));
    for (const it of leaving) it.abort();
    await turns();
    await ask('a', 'old-9');
    expect(begun).toEqual(['old-0']);
    for (const { answered } of gone) await expect(answered).rejects.toMatchObject({ kind: 'busy' });
    await end();
    expect(begun).toEqual(['old-0', 'old-9']);
  });

  it('is fair to each client, and refuses one who has too much waiting', async () => {
    const { ask, begun, end } = heldOpenings(old);
    let last = await ask('a', 'old-0');
    for (const id of old) last = await ask('a', id);
    await expect(last.answered).rejects.toMatchObject({ kind: 'busy', seconds: expect.any(Number) });
    await ask('b', 'old-39');
    await end();
    await end();
    // Thirty of the other were there before it.
    expect(begun).toEqual(['old-0', 'old-1', 'old-39']);
  });

  it('leaves places for others, however many snapshots one client asks for at once', async () => {
    const { ask, begun, end } = heldOpenings(old);
    const asked = [];
    for (const id of old.slice(0, 8)) asked.push(await ask('a', id));
    for (const { answered } of asked.slice(4)) await expect(answered).rejects.toMatchObject({ kind: 'busy' });
    await ask('b', 'old-38');
    await ask('b', 'old-39');
    for (let i = 0; i < 6; i++) await end();
    expect([...begun].sort()).toEqual(['old-0', 'old-1', 'old-2', 'old-3', 'old-38', 'old-39']);
  });

  it('keeps nobody from the one that is served', async () => {
    const { ask, begun, current } = heldOpenings(old);
    for (const id of old) await ask('a', id);
    await ask('b', await current());
    expect(begun).toEqual(['old-0', 'served']);
  });

  it('takes no place and no turn for an id that nothing has', async () => {
    const { ask, begun } = heldOpenings(old);
    await ask('a', 'old-0');
    for (let i = 0; i < 100; i++) {
      const { answered } = await ask('a', `none-${i}`);
      await expect(answered).rejects.toMatchObject({ kind: 'not-found' });
    }
    expect(begun).toEqual(['old-0']);
  });

  it('reads once how large a snapshot is, however often it is asked for', async () => {
    const { ask, manifests } = heldOpenings(old);
    for (let i = 0; i < 30; i++) await ask(`client-${i}`, 'old-1');
    expect(manifests()).toBe(1);
  });
});

it('every address that names a snapshot has it opened in turn, and refuses one that is not there without opening any', async () => {
  const folder = await temporaryFolder();
  const store = storeIn(folder.path);
  const old = await publishMade(store, folder.path, { detentions: 1 });
  const id = await publishMade(store, folder.path, { detentions: 2 });
  const opened: string[] = [];
  const open = (it: string) => {
    opened.push(it);
    return store.open(it);
  };
  const { hono, close } = appOf({ ...store, open });
  await hono.request('/healthz');
  const none = '2001-01-01-0123456789abcdef';
  const paths = (it: string) => [
    `/api/v1/annotations?snapshot=${it}`,
    `/api/v1/records?snapshot=${it}`,
    `/chart.svg?snapshot=${it}`,
    `/chart.pptx?snapshot=${it}`,
    `/embed?snapshot=${it}`,
    `/api/v1/snapshots/${it}/changes`,
    `/api/v1/snapshots/${id}/changes?since=${it}`,
  ];
  for (const path of paths(none)) expect([path, (await hono.request(path)).status]).toEqual([path, 404]);
  expect(opened).toEqual([id]);
  for (const path of paths(old)) expect([path, (await hono.request(path)).status]).toEqual([path, 200]);
  expect(opened).toEqual([id, old]);
  await close();
  await folder.remove();
});
