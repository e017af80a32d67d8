import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { engine, isStoreBusy, openDatabase, openStore } from '../../src/index.ts';
import type { Database } from '../../src/postgres/database.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { everything, temporaryFolder } from '../samples.ts';
import { HOW, hasPostgres, postgres } from './server.ts';
import { type Fault, faultyConnections, keptConnections, publish, replica, retried } from './stores.ts';

describe.skipIf(!hasPostgres)(`a store in PostgreSQL (${HOW})`, () => {
  it('holds the bytes of a folder, and says the same of them', async () => {
    const dataset = await sampleDataset({ internal: false });
    const dataDir = await temporaryFolder();
    const folder = openStore({ dataDir, engine: engine('memory') });
    const store = await replica(postgres().database());
    const [one, other] = [
      await folder.publish(dataset, readSample),
      await store.publish(dataset, readSample),
    ];
    expect(one).toEqual(other);
    const id = one.ok ? one.id : '';
    expect(await store.verify(id)).toEqual({ id, ok: true, problems: [] });
    expect(await store.manifest(id)).toEqual(await folder.manifest(id));
    const snapshot = await store.open(id);
    expect((await snapshot.records(everything)).records).toHaveLength(3);
    expect(await snapshot.text('statement')).toBe('one was detained');
    await snapshot.close();
    // Everything was asked for but the files that were published.
    await store.inspect(id);
    const [here, there] = [join(dataDir, 'snapshots', id), join(store.cacheDir, 'snapshots', id)];
    const names = async (root: string) =>
      (await readdir(root, { recursive: true, withFileTypes: true }))
        .filter((it) => it.isFile())
        .map((it) => join(it.parentPath, it.name).slice(root.length))
        .sort();
    expect(await names(there)).toEqual(await names(here));
    for (const name of await names(here))
      expect([name, await readFile(there + name)]).toEqual([name, await readFile(here + name)]);
  });

  it('publishes, lists, serves again what was there, rolls back, and writes all of it down', async () => {
    const store = await replica(postgres().database());
    expect([await store.current(), await store.ids(), await store.list()]).toEqual([null, [], []]);
    const a = await publish(store, { records: 1 });
    // Set back to some day, the clock does not say which is the later one.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-01-01') });
    const b = await publish(store, { records: 2 }).finally(() => vi.useRealTimers());
    expect(await publish(store, { records: 1 })).toBe(a);
    expect(await store.current()).toBe(a);
    await store.rollback(b, 'Aigul');
    expect((await store.list()).map(({ id, current }) => [id, current])).toEqual([
      [b, true],
      [a, false],
    ]);
    await expect(store.rollback('2012-09-25-0123456789abcdef')).rejects.toThrow('unknown snapshot');
    await expect(store.open('../../etc')).rejects.toThrow('unknown snapshot');
    const refused = await store.publish(await sampleDataset({ issues: 1 }), readSample);
    expect(refused.ok).toBe(false);
    expect(await store.current()).toBe(b);
    expect(await readdir(join(store.cacheDir, 'tmp'))).toEqual([]);
  });

  it('fetches its files again when they vanish or were altered, and says where the database is damaged', async () => {
    const url = postgres().database();
    const store = await replica(url);
    const id = await publish(store, { records: 4 });
    const snapshot = await store.open(id);
    await rm(store.cacheDir, { recursive: true });
    expect((await snapshot.records(everything)).records).toHaveLength(4);
    for (const name of ['cells.bin', 'catalogue.json', 'manifest.json', 'texts/statement.txt']) {
      await store.inspect(id);
      await writeFile(join(store.cacheDir, 'snapshots', id, name), 'x');
      const opened = await store.open(id);
      expect((await opened.cells()).records[0]).toBe(4);
      expect(await opened.text('statement')).toBe('one was detained');
      await opened.close();
      expect((await store.inspect(id)).problems).toEqual([]);
    }
    await writeFile(join(store.cacheDir, 'snapshots', id, 'extra'), 'x');
    expect((await store.inspect(id)).ok).toBe(true);
    const database = openDatabase(url);
    await database.use((client) =>
      client.query(`UPDATE article21.chunks SET bytes = 'x' WHERE sha256 IN
        (SELECT sha256 FROM article21.parts WHERE path = 'cells.bin')`),
    );
    await database.close();
    expect((await store.verify(id)).problems).toEqual([
      { file: 'cells.bin', problem: expect.stringMatching(/^has 1 bytes instead of \d+$/) },
    ]);
    await rm(store.cacheDir, { recursive: true });
    const damaged = await store.open(id);
    await expect(damaged.cells()).rejects.toThrow('is damaged: cells.bin is not what was published');
    await expect(store.rollback(id)).rejects.toThrow('is damaged: cells.bin has 1 bytes');
    await damaged.close();
    await snapshot.close();
  });

  it('lets one of two publish at a time, and says of the other who is at it', async () => {
    const url = postgres().database();
    const [one, other] = [await replica(url), await replica(url)];
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let end = () => {};
    const held = new Promise<void>((resolve) => {
      end = resolve;
    });
    const publishing = one.publish(await sampleDataset({ records: 1 }), async (dir) => {
      begin();
      await held;
      return readSample(dir);
    });
    await begun;
    const refused = await publish(other, { records: 2 }).catch((error: unknown) => error);
    end();
    expect((await publishing).ok).toBe(true);
    expect(isStoreBusy(refused)).toBe(true);
    expect(String(refused)).toMatch(/is being changed by another process .*; try again when it is done/);
    expect(await one.ids()).toHaveLength(1);
    expect(await publish(one, { records: 3 })).toBe(await other.current());
  });

  it('keeps what snapshots changed, for all replicas', async () => {
    const url = postgres().database();
    const [one, other] = [await replica(url), await replica(url)];
    const [a, b] = [await publish(one, { records: 1 }), await publish(one, { records: 2 })];
    expect(await other.changes(b, a)).toBeNull();
    await one.keepChanges(b, a, '{"x":1}\n');
    expect(await other.changes(b, a)).toBe('{"x":1}\n');
    await writeFile(join(other.cacheDir, 'changes', `${b}-since-${a}.json`), 'x');
    expect(await other.changes(b, a)).toBe('{"x":1}\n');
    expect(await other.keptAgainst(b)).toEqual([a]);
    await one.retract([a], { reason: 'other' });
    const late = one.keepChanges(b, a, '{"x":1}\n');
    await expect(late).rejects.toMatchObject({ name: 'SnapshotMissing' });
    expect(await one.keptAgainst(b)).toEqual([]);
  });

  // To be cut before a statement is to be cut after the one before it.
  describe.each(['refused', 'cut after'] satisfies Fault[])('with a statement %s', (fault) => {
    it('serves exactly the old snapshot or exactly the new one, whichever statement it is', async () => {
      const template = postgres().database();
      const first = await replica(template);
      const old = await publish(first, { records: 2 });
      const newer = await sampleDataset({ records: 5, created: '2012-10-01', internal: false });
      const connections = keptConnections(template);
      const counting = faultyConnections(connections, Number.POSITIVE_INFINITY, fault);
      const total = await countOf(template, newer, counting);
      await first.rollback(old);
      expect(total).toBeGreaterThan(20);
      const database = openDatabase(template);
      onTestFinished(() => database.close());
      const served = new Set<boolean>();
      for (let at = 1; at <= total; at++) {
        await forget(database, old);
        const failing = await replica(template, faultyConnections(connections, at, fault));
        const outcome = await failing.publish(newer, readSample).catch((error: unknown) => error);
        const current = (await first.current()) ?? '';
        served.add(current === old);
        expect([at, (await first.verify(current)).problems]).toEqual([at, []]);
        expect([at, (await first.list()).length]).toEqual([at, (await first.ids()).length]);
        // Whoever was told of success has it.
        expect([at, !(outcome instanceof Error) && current === old]).toEqual([at, false]);
        const again = await retried(() => failing.publish(newer, readSample), isStoreBusy);
        expect([at, again]).toEqual([at, expect.objectContaining({ ok: true, id: await first.current() })]);
        await failing.close();
      }
      expect(served).toEqual(new Set([true, false]));
    });
  });
});

async function countOf(
  url: string,
  dataset: string,
  connections: ReturnType<typeof faultyConnections>,
): Promise<number> {
  const store = await replica(url, connections);
  await store.publish(dataset, readSample);
  return connections.count();
}

/** As before anything else was published. */
async function forget(database: Database, old: string): Promise<void> {
  await database.use(async (client) => {
    await client.query('UPDATE article21.current SET snapshot = $1', [old]);
    await client.query('DELETE FROM article21.parts WHERE snapshot <> $1', [old]);
    await client.query('DELETE FROM article21.snapshots WHERE id <> $1', [old]);
    await client.query(
      'DELETE FROM article21.chunks WHERE sha256 NOT IN (SELECT sha256 FROM article21.parts)',
    );
  });
}
