import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { engine, isStoreBusy, nodeFs, openStore, thisProcess } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { createFaultyFs } from '../faulty-fs.ts';
import { temporaryFolder } from '../samples.ts';

const memory = engine('memory');
const engines = ['memory', 'duckdb'] as const;

it('names the known engines when asked for another', () => {
  expect(() => engine('mysql')).toThrow('unknown engine: mysql (known: duckdb, memory, postgres)');
});

describe('the list of snapshots', () => {
  it('has the last published first, whatever the day of its dataset, and says which one is served', async () => {
    const { store, publish } = await newStore();
    const older = await publish({ created: '2012-09-25' });
    const newer = await publish({ created: '2013-01-01', records: 7 });
    const correction = await publish({ created: '2012-09-25', records: 4 });
    const list = await store.list();
    expect(list.map((it) => it.id)).toEqual([correction, newer, older]);
    expect(list.map((it) => it.current)).toEqual([true, false, false]);
    expect(list[1]).toMatchObject({ title: 'Sample', version: '1.0.0', created: '2013-01-01', records: 7 });
    expect(list[1]?.synthetic).toBe(true);
    expect(Date.parse(list[1]?.publishedAt ?? '')).not.toBeNaN();
    expect(list[1]?.contentHash.slice(0, 16)).toBe(newer.slice(11));
  });

  it('has the last published first also when the clock was set back', async () => {
    const { store, dataDir, publish } = await newStore();
    const published: string[] = [];
    try {
      for (const [i, day] of ['2026-11-30', '2001-01-01', '2026-11-30', '1990-01-01'].entries()) {
        vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) });
        published.unshift(await publish({ records: i + 1 }));
      }
      await store.rollback(published.at(-1) ?? '');
    } finally {
      vi.useRealTimers();
    }
    expect((await store.list()).map(({ id }) => id)).toEqual(published);
    const lines = (await readFile(join(dataDir, 'log.jsonl'), 'utf8')).trimEnd().split('\n');
    // No other change needs an order: its time is what the clock said.
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      what: 'rolled back',
      at: '1990-01-01T00:00:00.000Z',
    });
  });

  it('serves nothing whose line in the log nobody could read, as where the clock says the year 10000', async () => {
    const { store, dataDir, publish } = await newStore();
    const first = await publish();
    const before = await readFile(join(dataDir, 'log.jsonl'), 'utf8');
    try {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(10_000, 0) });
      await expect(publish({ records: 2 })).rejects.toThrow(
        'the log takes no change of +010000-01-01T00:00:00.000Z: set the clock of this machine',
      );
    } finally {
      vi.useRealTimers();
    }
    expect(await store.current()).toBe(first);
    expect(await readFile(join(dataDir, 'log.jsonl'), 'utf8')).toBe(before);
  });

  it('has no time of publication where the log has none', async () => {
    const { store, dataDir, publish } = await newStore();
    await publish();
    await rm(join(dataDir, 'log.jsonl'));
    expect((await store.list())[0]?.publishedAt).toBeNull();
  });
});

it.each(engines)('a store of the engine %s is closed to all but its owner and a group', async (id) => {
  const dataDir = join(await temporaryFolder(), 'data');
  const store = openStore({ dataDir, engine: engine(id) });
  expect(await store.publish(await sampleDataset(), readSample)).toMatchObject({ ok: true });
  const paths = await readdir(dataDir, { recursive: true });
  expect(paths.length).toBeGreaterThan(5);
  for (const path of [...paths, '']) {
    const stats = await stat(join(dataDir, path));
    expect([path, stats.mode & (stats.isDirectory() ? 0o027 : 0o137)]).toEqual([path, 0]);
  }
});

describe('the log', () => {
  it('keeps who did what, when, from which snapshot to which', async () => {
    const { store, dataDir, publish } = await newStore();
    const a = await publish({ records: 1 });
    const b = await publish({ records: 2 });
    await store.rollback(a, 'Aigul');
    expect(await store.current()).toBe(a);
    const lines = (await readFile(join(dataDir, 'log.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { what: 'published', from: null, to: a, records: { before: null, after: 1 } },
      { what: 'published', from: a, to: b, records: { before: 1, after: 2 } },
      { what: 'rolled back', by: 'Aigul', from: b, to: a, records: { before: 2, after: 1 } },
    ]);
  });

  it('goes on after a line that was cut short', async () => {
    const { store, dataDir, publish } = await newStore();
    const a = await publish({ records: 1 });
    await appendFile(join(dataDir, 'log.jsonl'), '{"at":"2012');
    const b = await publish({ records: 2 });
    const published = (await store.list()).map((it) => [it.id, it.publishedAt !== null]);
    expect(Object.fromEntries(published)).toEqual({ [a]: true, [b]: true });
  });
});

describe('a current', () => {
  it('that points nowhere is an error that says what to do', async () => {
    const { store, dataDir, publish } = await newStore();
    const id = await publish();
    await writeFile(join(dataDir, 'current'), '2012-01-01-0123456789abcdef\n');
    await expect(store.current()).rejects.toThrow(
      'points nowhere: there is no snapshot 2012-01-01-0123456789abcdef; choose a snapshot with rollback',
    );
    await store.rollback(id);
    expect(await store.current()).toBe(id);
  });

  it.each(['', 'x', '../../etc/passwd', '2012-01-01-0123456789abcdef 2'])(
    'that says "%s" is one too',
    async (text) => {
      const { store, dataDir, publish } = await newStore();
      const id = await publish();
      await writeFile(join(dataDir, 'current'), text);
      await expect(store.current()).rejects.toThrow('current is malformed: it names no snapshot');
      expect((await store.list()).map((it) => it.current)).toEqual([false]);
      expect(await publish()).toBe(id);
      expect(await store.current()).toBe(id);
    },
  );
});

describe('two publishers at once', () => {
  it('are one that publishes and one that is told so', async () => {
    const { store, publish } = await newStore();
    const outcomes = await Promise.allSettled([publish({ records: 1 }), publish({ records: 2 })]);
    const refused = outcomes.filter((it) => it.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(isStoreBusy(refused[0]?.reason)).toBe(true);
    expect(String(refused[0]?.reason)).toContain(`is being changed by process ${process.pid}; try again`);
    expect(await store.ids()).toHaveLength(1);
  });

  it.each([
    ['a living process', { pid: process.ppid, host: hostname(), token: 'x' }],
    // Its process ids say nothing of ours: not even of one that nobody has here, or that we have ourselves.
    ['a living process that says when it began', { ...thisProcess(), token: 'x', ...itself(process.ppid) }],
    [
      'a process of another container of this host',
      { ...thisProcess(), namespace: 'pid:[1]', pid: deadProcess(), token: 'x' },
    ],
    ['a process of our id in another container', { ...thisProcess(), namespace: 'pid:[1]', token: 'x' }],
    ['another machine', { pid: deadProcess(), host: 'elsewhere', token: 'x' }],
    ['a process of our id on another machine', { pid: process.pid, host: 'elsewhere', token: 'x' }],
  ])('are refused while %s holds the lock, and nothing of it is removed', async (_, holder) => {
    const { store, dataDir, publish } = await newStore();
    await publish();
    await writeFile(join(dataDir, 'lock'), JSON.stringify(holder));
    const busy = `tmp-${randomUUID()}`;
    await mkdir(join(dataDir, 'snapshots', busy));
    const isElsewhere = 'namespace' in holder && holder.namespace !== thisProcess().namespace;
    const container = isElsewhere ? ' of another container' : '';
    const where = holder.host === hostname() ? container : ' on elsewhere';
    await expect(publish({ records: 2 })).rejects.toThrow(`by process ${holder.pid}${where}; try again`);
    expect(await store.recover()).toEqual([]);
    expect(await readdir(join(dataDir, 'snapshots'))).toContain(busy);
  });

  it.each([
    ['a dead process', () => JSON.stringify({ pid: deadProcess(), host: hostname(), token: 'x' })],
    [
      'an earlier process of our own id',
      () => JSON.stringify({ pid: process.pid, host: hostname(), token: 'x' }),
    ],
    [
      'a process whose id a living one has now',
      () => JSON.stringify({ ...thisProcess(), pid: process.ppid, started: '1', token: 'x' }),
    ],
    [
      'a process from before the machine started again',
      () => JSON.stringify({ ...thisProcess(), pid: process.ppid, boot: 'another', token: 'x' }),
    ],
    ['a crash that cut it short', () => '{"pid":'],
  ])('are not seen in the lock of %s', async (_, text) => {
    const { store, dataDir, publish } = await newStore();
    await publish();
    await writeFile(join(dataDir, 'lock'), text());
    const left = `tmp-${randomUUID()}`;
    const leftovers = [
      `changes/some.json.${left}`,
      `current.${left}`,
      `editions/current.minisig.${left}`,
      `snapshots/${left}/file`,
    ];
    for (const path of leftovers) {
      await mkdir(dirname(join(dataDir, path)), { recursive: true });
      await writeFile(join(dataDir, path), 'x');
    }
    expect((await store.recover()).sort()).toEqual([
      join(dataDir, `changes/some.json.${left}`),
      join(dataDir, `current.${left}`),
      join(dataDir, `editions/current.minisig.${left}`),
      join(dataDir, 'snapshots', left),
    ]);
    for (const folder of ['changes', 'editions']) await rmdir(join(dataDir, folder));
    await publish({ records: 9 });
    expect((await readdir(dataDir)).sort()).toEqual(['current', 'log.jsonl', 'snapshots']);
  });
});

describe('a folder that cannot be used', () => {
  it('has nothing to recover before it is there', async () => {
    const dataDir = join(await temporaryFolder(), 'new');
    expect(await openStore({ dataDir, engine: memory }).recover()).toEqual([]);
  });

  it('is served where nothing may be written', async () => {
    const { dataDir, publish } = await newStore();
    const id = await publish();
    const refuse = () => Promise.reject(Object.assign(new Error('EROFS: read-only'), { code: 'EROFS' }));
    const fs = {
      ...nodeFs,
      makeFolder: refuse,
      write: refuse,
      create: refuse,
      append: refuse,
      remove: refuse,
    };
    const store = openStore({ dataDir, engine: memory, fs });
    expect(await store.recover()).toEqual([]);
    expect((await store.open((await store.current()) ?? '')).id).toBe(id);
    await expect(store.rollback(id)).rejects.toThrow('the disk is read-only');
  });

  it.each(['', 'below'])('is told in one sentence when a file stands in its place (%s)', async (below) => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, 'x');
    const store = openStore({ dataDir: join(file, below), engine: memory });
    const failure = await store.publish(await sampleDataset(), readSample).catch((error: unknown) => error);
    expect(String(failure)).toMatch(
      /^StoreUnusable: cannot use .*file.*: a file stands where a folder is needed; .* \(E\w+\)$/,
    );
    expect((failure as Error).cause).toBeInstanceOf(Error);
    // Not of a file in it, which would have to be moved away.
    await expect(store.current()).rejects.toThrow(
      `cannot use ${join(file, below)}: a file stands where a folder is needed; choose another folder, or move the file away (ENOTDIR)`,
    );
  });

  it.each([
    ['EACCES', 'permission denied; let the user who runs this read and write it, or choose another folder'],
    ['EROFS', 'the disk is read-only; choose a folder on a disk that can be written'],
    ['ENOSPC', 'the disk is full; free some space, or set DATA_DIR to a folder on another disk'],
  ])('is told in one sentence when it may not be written (%s)', async (code, hint) => {
    const { fs } = createFaultyFs(1, 'from then on', code);
    const store = openStore({ dataDir: '/data', engine: memory, fs });
    const failure = store.publish(await sampleDataset(), readSample);
    await expect(failure).rejects.toThrow(`cannot use /data/snapshots: ${hint} (${code})`);
  });

  // Only where a disk can be mounted, as in a container with the right to.
  const disk = mountDisk();
  it.skipIf(disk === null).each(['memory', 'duckdb'])(
    'is told in one sentence when the disk is full (%s; where it is skipped: run it as root, who may mount a disk)',
    async (id) => {
      const dataDir = join(disk ?? '', id);
      const store = openStore({ dataDir, engine: engine(id) });
      const first = await store.publish(await sampleDataset(), readSample);
      const large = await sampleDataset({ records: 20_000 });
      await expect(store.publish(large, readSample)).rejects.toThrow(
        /^cannot use .*: the disk is full; free some space, or set DATA_DIR to a folder on another disk \(ENOSPC\)$/,
      );
      expect(first).toMatchObject({ id: await store.current() });
      expect(await readdir(join(dataDir, 'snapshots'))).toHaveLength(1);
    },
  );
});

async function newStore() {
  const dataDir = await temporaryFolder();
  const store = openStore({ dataDir, engine: memory });
  const publish = async (content: Parameters<typeof sampleDataset>[0] = {}) => {
    const result = await store.publish(await sampleDataset(content), readSample);
    if (!result.ok) throw new Error('issues where none were expected');
    return result.id;
  };
  return { store, dataDir, publish };
}

function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

/** A process as the lock names it: when it began stands where Linux says it. */
function itself(pid: number): { pid: number; started: string | null } {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return { pid, started: /\) (?:\S+ ){19}(\d+)/.exec(text)?.[1] ?? null };
  } catch {
    return { pid, started: null };
  }
}

/** A disk of one megabyte; null where none can be mounted. */
function mountDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'article21-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  afterAll(() => {
    if (mounted) spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return mounted ? folder : null;
}
