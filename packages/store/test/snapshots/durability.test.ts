import { cpSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { engine, openStore, type Store } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { createFaultyFs, type Fault } from '../faulty-fs.ts';
import { quickFs } from '../quick-fs.ts';
import { everything, temporaryFolder } from '../samples.ts';

const memory = engine('memory');
const faults: [Fault, string][] = [
  ['once', 'EIO'],
  ['from then on', 'ENOSPC'],
  ['crash', 'EIO'],
];

describe.each(faults)('with an operation that fails (%s, %s)', (fault, code) => {
  it('serves exactly the old snapshot or exactly the new one, whichever operation it is', async () => {
    const newer = await sampleDataset({ records: 5, created: '2012-10-01' });
    const published = await temporaryFolder();
    const oldId = await publish(
      openStore({ dataDir: published, engine: memory, fs: quickFs }),
      await sampleDataset({ records: 2 }),
    );
    const copied = async () => {
      const dataDir = await temporaryFolder();
      cpSync(published, dataDir, { recursive: true });
      return dataDir;
    };
    const total = await countOperations(await copied(), newer);
    expect(total).toBeGreaterThan(30);
    await eachOperation(total, async (at) => {
      const dataDir = await copied();
      const store = openStore({ dataDir, engine: memory, fs: quickFs });
      const faulty = createFaultyFs(at, fault, code);
      const failing = openStore({ dataDir, engine: memory, fs: faulty.fs });
      const outcome = await failing.publish(newer, readSample).catch((error: unknown) => error);
      if (fault === 'crash') faulty.losePower();
      await expectOneOrTheOther(store, oldId, outcome);
      await store.recover();
      const names = await readdir(dataDir, { recursive: true });
      expect(names.filter((path) => /tmp-|lock|change/.test(path))).toEqual([]);
      const served = await store.current();
      expect(await changesLogged(dataDir)).toEqual(served === oldId ? [oldId] : [oldId, served]);
      const newId = await publish(store, newer);
      expect(await recordsServed(store)).toBe(5);
      expect(await store.verify(newId)).toEqual({ id: newId, ok: true, problems: [] });
    });
  });

  it('publishes nothing or everything the first time', async () => {
    const dataset = await sampleDataset();
    const total = await countOperations(await newFolder(), dataset);
    const served: boolean[] = [];
    await eachOperation(total, async (at) => {
      const dataDir = await newFolder();
      const faulty = createFaultyFs(at, fault, code);
      const failing = openStore({ dataDir, engine: memory, fs: faulty.fs });
      await failing.publish(dataset, readSample).catch((error: unknown) => error);
      if (fault === 'crash') faulty.losePower();
      const store = openStore({ dataDir, engine: memory, fs: quickFs });
      const current = await store.current();
      served.push(current !== null);
      expect(current === null ? [] : (await store.verify(current)).problems).toEqual([]);
      await store.recover();
      expect(await changesLogged(dataDir)).toEqual(current === null ? [] : [current]);
      const id = await publish(store, dataset);
      expect(await store.verify(id)).toEqual({ id, ok: true, problems: [] });
    });
    // Both have happened: a failure before `current` was written, and one after.
    expect(new Set(served)).toEqual(new Set([false, true]));
  });
});

it('loses nothing when the power goes after a publication that failed once and was then repeated', async () => {
  const dataset = await sampleDataset();
  const total = await countOperations(await newFolder(), dataset);
  await eachOperation(total, async (at) => {
    const dataDir = await newFolder();
    const faulty = createFaultyFs(at, 'once', 'EIO');
    const store = openStore({ dataDir, engine: memory, fs: faulty.fs });
    await store.publish(dataset, readSample).catch((error: unknown) => error);
    const id = await publish(store, dataset);
    faulty.losePower();
    expect(await store.current()).toBe(id);
    expect(await store.verify(id)).toEqual({ id, ok: true, problems: [] });
  });
});

it('loses nothing of a finished publication when the power goes', async () => {
  const dataDir = join(await temporaryFolder(), 'new');
  const watched = createFaultyFs(Number.POSITIVE_INFINITY, 'crash', 'EIO');
  const id = await publish(openStore({ dataDir, engine: memory, fs: watched.fs }), await sampleDataset());
  const before = await everythingIn(dataDir);
  watched.losePower();
  const store = openStore({ dataDir, engine: memory, fs: quickFs });
  expect(await everythingIn(dataDir)).toEqual(before);
  expect(await store.current()).toBe(id);
  expect((await store.verify(id)).ok).toBe(true);
  expect((await store.list())[0]?.publishedAt).not.toBeNull();
});

it('shows readers the old snapshot or the new one while it publishes', async () => {
  const store = openStore({ dataDir: await temporaryFolder(), engine: memory });
  const sizes = new Map([[await publish(store, await sampleDataset({ records: 1 })), 1]]);
  const seen = new Set<number>();
  let publishing = true;
  const reader = async () => {
    while (publishing) {
      const id = await store.current();
      if (id === null) throw new Error('no snapshot is served');
      const snapshot = await store.open(id);
      const records = (await snapshot.cells()).records[0] ?? 0;
      expect(snapshot.manifest.records).toBe(records);
      expect((await snapshot.records(everything)).records).toHaveLength(records);
      expect(sizes.get(id) ?? records).toBe(records);
      seen.add(records);
    }
  };
  const readers = Promise.all([reader(), reader(), reader()]);
  const read = async (records: number) => {
    while (!seen.has(records)) await turn();
  };
  // A reader that fails ends the waiting for it.
  await Promise.race([read(1), readers]);
  for (let records = 2; records <= 12; records++) {
    sizes.set(await publish(store, await sampleDataset({ records })), records);
    await Promise.race([read(records), readers]);
  }
  publishing = false;
  await readers;
  expect([...seen]).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
});

/** The snapshots that were served one after the other, by the log. */
async function changesLogged(dataDir: string): Promise<string[]> {
  const text = await readFile(join(dataDir, 'log.jsonl'), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => /"to":"([^"]+)".*}$/.exec(line)?.[1] ?? []);
}

/** How many operations it takes to publish a dataset into a folder. */
async function countOperations(dataDir: string, dataset: string): Promise<number> {
  const counting = createFaultyFs(Number.POSITIVE_INFINITY, 'once', 'EIO');
  await publish(openStore({ dataDir, engine: memory, fs: counting.fs }), dataset);
  return counting.count();
}

/** Does something for each operation from 1 to `total`, a few at a time: each waits for the disk. */
async function eachOperation(total: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 1;
  const worker = async () => {
    while (next <= total) await work(next++);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

/** One that is not there yet. */
async function newFolder(): Promise<string> {
  return join(await temporaryFolder(), 'new');
}

async function expectOneOrTheOther(store: Store, oldId: string, outcome: unknown): Promise<void> {
  const served = await store.current();
  if (served === null) throw new Error('nothing is served any more');
  expect(await store.verify(served)).toEqual({ id: served, ok: true, problems: [] });
  expect(await recordsServed(store)).toBe(served === oldId ? 2 : 5);
  // Whoever was told of success has it.
  const reportedSuccess = !(outcome instanceof Error);
  expect(reportedSuccess && served === oldId).toBe(false);
  expect((await store.verify(oldId)).ok).toBe(true);
}

async function recordsServed(store: Store): Promise<number> {
  const snapshot = await store.open((await store.current()) ?? '');
  return (await snapshot.records(everything)).records.length;
}

async function publish(store: Store, dir: string): Promise<string> {
  const result = await store.publish(dir, readSample);
  if (!result.ok) throw new Error('issues where none were expected');
  return result.id;
}

async function everythingIn(dataDir: string): Promise<string[]> {
  const paths = (await readdir(dataDir, { recursive: true, withFileTypes: true })).filter((it) =>
    it.isFile(),
  );
  return Promise.all(
    paths.map(async (it) => {
      const path = join(it.parentPath, it.name);
      return `${path} ${(await readFile(path)).length}`;
    }),
  ).then((lines) => lines.sort());
}

it('writes a rollback that was cut short into the log, once, and forgets one that was not made', async () => {
  const dataDir = await newFolder();
  const store = openStore({ dataDir, engine: memory, fs: quickFs });
  const old = await publish(store, await sampleDataset({ records: 2 }));
  const newer = await publish(store, await sampleDataset({ records: 5, created: '2012-10-01' }));
  const counting = createFaultyFs(Number.POSITIVE_INFINITY, 'once', 'EIO');
  await openStore({ dataDir, engine: memory, fs: counting.fs }).rollback(old, 'Aigul');
  await store.rollback(newer);
  const outcomes = new Set<boolean>();
  for (let at = 1; at <= counting.count(); at++) {
    const before = await changesLogged(dataDir);
    const faulty = createFaultyFs(at, 'crash', 'EIO');
    const failing = openStore({ dataDir, engine: memory, fs: faulty.fs });
    await failing.rollback(old, `attempt ${at}`).catch((error: unknown) => error);
    faulty.losePower();
    const made = (await store.current()) === old;
    outcomes.add(made);
    for (let again = 0; again < 2; again++) {
      await store.recover();
      expect(await changesLogged(dataDir)).toEqual(made ? [...before, old] : before);
    }
    const log = await readFile(join(dataDir, 'log.jsonl'), 'utf8');
    expect([made, log.includes(`"by":"attempt ${at}"`)]).toEqual([made, made]);
    await store.rollback(newer);
  }
  expect(outcomes).toEqual(new Set([false, true]));
});
