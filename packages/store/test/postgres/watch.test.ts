import { describe, expect, it, onTestFinished } from 'vitest';
import { engine, isDatabaseUnavailable, openDatabase, openSharedStore } from '../../src/index.ts';
import { watch } from '../../src/postgres/watch.ts';
import { HOW, hasPostgres, newServer, postgres } from './server.ts';
import { publish, replica } from './stores.ts';

describe.skipIf(!hasPostgres)(`replicas of a store in PostgreSQL (${HOW})`, () => {
  it('all serve what one publishes or rolls back to, each from its own files', async () => {
    const url = postgres().database();
    const writer = await replica(url);
    const a = await publish(writer, { records: 1 });
    const replicas = [await replica(url), await replica(url)];
    for (const it of replicas) await it.watch(() => {});
    const b = await publish(writer, { records: 2 });
    for (const it of replicas) await until(async () => (await it.current()) === b);
    await writer.rollback(a);
    for (const it of replicas) await until(async () => (await it.current()) === a);
    await writer.close();
    for (const it of replicas) {
      const snapshot = await it.open(b);
      expect((await snapshot.cells()).records[0]).toBe(2);
      await snapshot.close();
      // Nobody published it, and so the database is not asked.
      await expect(it.open('2012-09-25-0123456789abcdef')).rejects.toThrow('unknown snapshot');
    }
  });

  it('go on when their connections are cut, and never back in time', async () => {
    const url = postgres().database();
    const writer = await replica(url);
    const a = await publish(writer, { records: 1 });
    const reader = await replica(url);
    await reader.watch(() => {});
    const name = new URL(url).pathname.slice(1);
    for (const records of [2, 3]) {
      postgres().sql(
        'postgres',
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
      );
      const id = await published(writer, records);
      await until(async () => (await reader.current()) === id);
    }
    // As a standby that is behind would say.
    const latest = await reader.current();
    const database = openDatabase(url);
    await database.use((client) =>
      client.query('UPDATE article21.current SET snapshot = $1, version = 1', [a]),
    );
    await database.use((client) => client.query("SELECT pg_notify('article21', '')"));
    await database.use((client) => client.query('UPDATE article21.current SET version = 2'));
    await database.close();
    const other = await replica(url);
    await other.watch(() => {});
    expect([await other.current(), await reader.current()]).toEqual([a, latest]);
  });

  it('answer nothing of what was retracted, also where what is served instead cannot be fetched', async () => {
    const url = postgres().database();
    const writer = await replica(url);
    const bad = await publish(writer, { records: 1 });
    const database = openDatabase(url);
    const forgotten: string[] = [];
    let isFull = false;
    const reader = await watch(database, {
      async prepare() {
        if (isFull) throw new Error('the disk is full');
      },
      forget: async (ids) => void forgotten.push(...ids),
      report() {},
    });
    isFull = true;
    const good = await publish(writer, { records: 2 });
    await until(async () => reader.problem() !== null);
    expect(reader.state()).toMatchObject({ current: bad, ids: [bad] });
    await writer.retract([bad], { reason: 'endangers_person' });
    await until(async () => reader.state().retractions.has(bad));
    expect(reader.state()).toMatchObject({ current: null, ids: [] });
    await until(async () => forgotten.includes(bad));
    isFull = false;
    await until(async () => reader.state().current === good);
    await reader.close();
    await database.close();
    await writer.close();
  });

  it('begin when the database does, serve while it is away, and follow it when it is back', async () => {
    const server = newServer();
    const url = server.database();
    const writer = await replica(url);
    const a = await publish(writer, { records: 1 });
    server.stop();
    const said: (string | null)[] = [];
    const reader = await replica(url);
    const watching = reader.watch((problem) => said.push(problem));
    await until(async () => said.length > 0);
    expect(said[0]).toMatch(
      /^the database \/\S+\/test_1 does not answer; start it, or mend STORE_URL \(ENOENT\)$/,
    );
    server.start();
    await watching;
    await reader.inspect(a);
    expect([await reader.current(), reader.problem()]).toEqual([a, null]);
    server.stop();
    await until(async () => reader.problem() !== null);
    expect(reader.problem()).toMatch(/^the database \S+ (?:does not answer|has ended the connection)/);
    // All that readers ask for is here.
    expect([await reader.current(), (await reader.list()).length]).toEqual([a, 1]);
    const { cacheDir } = reader;
    // Another thread of the same process, which follows nothing itself.
    const thread = openSharedStore({ database: openDatabase(url), cacheDir, engine: engine('memory') });
    onTestFinished(() => thread.close());
    await expect(thread.retractions()).rejects.toThrow('does not answer');
    const known = reader.known();
    if (known !== null) thread.hear(structuredClone(known));
    expect((await thread.retractions()).size).toBe(0);
    for (const store of [reader, thread]) {
      const snapshot = await store.open(a);
      expect((await snapshot.cells()).records[0]).toBe(1);
      await snapshot.close();
    }
    expect((await reader.inspect(a)).ok).toBe(true);
    const refused = await publish(reader, { records: 2 }).catch((error: unknown) => error);
    expect([isDatabaseUnavailable(refused), String(refused)]).toEqual([
      true,
      expect.stringContaining('does not answer'),
    ]);
    server.start();
    const b = await publish(reader, { records: 2 });
    await until(async () => (await reader.current()) === b);
    await until(async () => reader.problem() === null);
    expect(await writer.current()).toBe(b);
    expect(said.at(-1)).toBeNull();
    server.stop();
  });
});

/** Publishes; again, where the connections of the pool had been cut. */
async function published(store: Parameters<typeof publish>[0], records: number): Promise<string> {
  for (;;) {
    try {
      return await publish(store, { records });
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
    }
  }
}

/** Waits until something holds: notifications are for no certain moment. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}
