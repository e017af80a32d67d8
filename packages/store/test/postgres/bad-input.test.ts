import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { engine, isDatabaseUnavailable, openDatabase } from '../../src/index.ts';
import { connectionsTo } from '../../src/postgres/database.ts';
import { HOW, hasPostgres, newServer, postgres, serverUser } from './server.ts';
import { faultyConnections, keptConnections, publish, replica, retried } from './stores.ts';

const SECRET = 'hunter2';

describe('the address of a database', () => {
  it.each([
    '',
    'here',
    'mysql://localhost/x',
    'postgres://localhost',
    'postgres://localhost/',
    'postgres://[/x',
  ])('that is "%s" is refused with a sentence that shows one', (url) => {
    expect(() => openDatabase(url)).toThrow(
      /^STORE_URL is not the address of a PostgreSQL database \(such as postgres:\/\/user@host:5432\/name/,
    );
  });

  it('is shown without its user and password', () => {
    expect(openDatabase(`postgres://me:${SECRET}@example.org:5433/a21`).name).toBe('example.org:5433/a21');
  });

  it('at which nothing answers, or something else, is said in one sentence', async () => {
    const url = `postgres://me:${SECRET}@127.0.0.1:1/x`;
    const refused = await asked(url);
    expect(refused).toBe(
      'the database 127.0.0.1:1/x does not answer; start it, or mend STORE_URL (ECONNREFUSED)',
    );
    const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    expect(await asked(`postgres://me@127.0.0.1:${port}/x`)).toMatch(
      /^the database 127\.0\.0\.1:\d+\/x has ended the connection/,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  it('is needed by the engine postgres', () => {
    expect(() => engine('postgres')).toThrow('the engine postgres needs a database: set STORE_URL');
  });
});

describe.skipIf(!hasPostgres)(`a database that cannot be used (${HOW})`, () => {
  it('because it, its user or a right is not there, is said in one sentence', async () => {
    const url = postgres().database();
    const { pathname, search } = new URL(url);
    const name = pathname.slice(1);
    postgres().sql(name, 'CREATE ROLE reader LOGIN');
    expect(await asked(url.replace(pathname, '/none'))).toMatch(
      /^the database \S+\/none is not there: create it/,
    );
    expect(await asked(`postgres://nobody@localhost${pathname}${search}`)).toMatch(
      /does not let this user in/,
    );
    expect(await asked(`postgres://reader@localhost${pathname}${search}`)).toMatch(
      /does not let this user do that; make it the owner of the schema article21 \(42501\)$/,
    );
  });

  it('because nothing is free there or here, is waited for a moment, said, and used again when it is', async () => {
    const url = postgres().database();
    const database = openDatabase(url, connectionsTo(url, { most: 1, patience: 300 }));
    const held = await retried(() => database.connect(), isDatabaseUnavailable);
    const refused = await database.use((client) => client.query('SELECT 1')).catch((error: unknown) => error);
    expect([isDatabaseUnavailable(refused), String(refused)]).toEqual([
      true,
      expect.stringMatching(/had no connection free in time; ask again in a moment$/),
    ]);
    held.release();
    const free = await retried(
      () => database.use((client) => client.query('SELECT 1 AS x')),
      isDatabaseUnavailable,
    );
    expect(free.rows).toEqual([{ x: 1 }]);
    await database.close();
    const name = new URL(url).pathname.slice(1);
    postgres().sql('postgres', `ALTER DATABASE ${name} CONNECTION LIMIT 1; CREATE ROLE many LOGIN`);
    postgres().sql(
      name,
      'GRANT ALL ON SCHEMA article21 TO many; GRANT ALL ON ALL TABLES IN SCHEMA article21 TO many',
    );
    // A connection that was closed is counted until the server's process of it has ended.
    postgres().sql(
      'postgres',
      `SELECT pg_terminate_backend(pid, 600000) FROM pg_stat_activity WHERE datname = '${name}'`,
    );
    const crowded = url.replace('article21@', 'many@');
    const first = openDatabase(crowded);
    const only = await first.connect();
    expect(await asked(crowded)).toMatch(/allows no more connections; raise max_connections there/);
    only.release(true);
    await first.close();
    postgres().sql('postgres', `ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    expect(await asked(crowded)).toBe('answered');
  });

  it('because it can only be read, is said', async () => {
    const url = postgres().database();
    const store = await replica(url);
    await publish(store, { records: 1 });
    const name = new URL(url).pathname.slice(1);
    postgres().sql('postgres', `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const reader = await replica(url);
    expect(await reader.current()).toBe(await store.current());
    await expect(publish(reader, { records: 2 })).rejects.toThrow(/can only be read, as a standby can/);
  });

  it('by the rows of somebody else, who gives a file parts without end, is read no further than its manifest says', async () => {
    const url = postgres().database();
    const id = await publish(await replica(url), { records: 1 });
    const name = new URL(url).pathname.slice(1);
    const chunk = "decode(repeat('ab', 32), 'hex')";
    postgres().sql(
      name,
      `INSERT INTO article21.chunks (sha256, bytes) VALUES (${chunk}, decode(repeat('00', 100000), 'hex'));
       INSERT INTO article21.parts SELECT '${id}', 'catalogue.json', n, ${chunk} FROM generate_series(1, 5000) n`,
    );
    const connections = faultyConnections(keptConnections(url), Number.POSITIVE_INFINITY, 'refused');
    const store = await replica(url, connections);
    await expect(store.open(id)).rejects.toThrow(/is damaged: catalogue\.json is not what was published/);
    const { problems } = await store.verify(id);
    expect(problems.map(({ file }) => file)).toEqual(['catalogue.json']);
    expect(connections.count()).toBeLessThan(200);
  });

  // Only where a disk can be mounted, as in a container with the right to.
  const disk = hasPostgres ? mountDisk() : null;
  it.skipIf(disk === null)(
    'because its disk is full, is said, and used again when there is room (where it is skipped: run it as root, who may mount a disk)',
    async () => {
      const server = newServer();
      const url = server.database();
      const name = new URL(url).pathname.slice(1);
      const store = await replica(url);
      const old = await publish(store, { records: 2 });
      server.sql(name, `CREATE TABLESPACE small LOCATION '${disk}'`);
      server.sql(name, 'ALTER TABLE article21.chunks SET TABLESPACE small');
      const large = { records: 3_000, title: noise(1_500_000) };
      await expect(publish(store, large)).rejects.toThrow(
        /^the database \S+ has no space left on its disk; free some there \(53100\)$/,
      );
      expect([await store.current(), (await store.ids()).length]).toEqual([old, 1]);
      expect((await store.verify(old)).ok).toBe(true);
      spawnSync('mount', ['-o', 'remount,size=32m', disk ?? '']);
      expect(await publish(store, large)).toBe(await store.current());
      server.stop();
    },
  );
});

/** What is said by a database that is asked something; `answered` where it answers. */
async function asked(url: string): Promise<string> {
  const database = openDatabase(url);
  try {
    await database.use((client) => client.query('SELECT 1'));
    return 'answered';
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (said.includes(SECRET) || said.includes('\n')) throw new Error('it is no sentence for everybody');
    return said;
  } finally {
    await database.close();
  }
}

/** Letters that cannot be made shorter. */
function noise(length: number): string {
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
  return Array.from({ length }, () => String.fromCharCode(33 + (next() % 90)))
    .join('')
    .replaceAll('"', 'q')
    .replaceAll('\\', 'q');
}

/** A disk of one megabyte of the server's user; null where none can be mounted. */
function mountDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'article21-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  if (mounted && serverUser.uid !== undefined) chownSync(folder, serverUser.uid, serverUser.gid ?? 0);
  afterAll(() => {
    if (mounted) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return mounted ? folder : null;
}
