import { createHash } from 'node:crypto';
import {
  appendFile,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Engine, engines, isSnapshotDamaged, openStore, type Snapshot } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { quickFs } from '../quick-fs.ts';
import { everything, temporaryFolder } from '../samples.ts';

/** Ways to put other bytes in the place of a file: `other` is a sound file of this name, of another snapshot. */
const ways: Record<string, (file: string, other: string) => Promise<void>> = {
  'written over': (file, other) => copyFile(other, file),
  'swapped by renaming': async (file, other) => {
    await copyFile(other, `${file}.new`);
    await rename(`${file}.new`, file);
  },
  'cut short': async (file) => truncate(file, Math.floor((await stat(file)).size / 2)),
  'made longer': (file) => appendFile(file, ' '),
  'changed in place, its time put back': async (file) => {
    const { atime, mtime } = await stat(file);
    const bytes = await readFile(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await utimes(file, atime, mtime);
  },
  'replaced by a link': async (file, other) => {
    await rm(file);
    await symlink(other, file);
  },
  'replaced by a folder': async (file) => {
    await rm(file);
    await mkdir(file);
  },
  removed: (file) => rm(file),
};

describe.each(engines.map((engine) => [engine.id, engine] as const))(
  'while %s serves a snapshot',
  (_, engine) => {
    it.each(Object.keys(ways))(
      'no byte of a file that is %s is answered, and the file is named',
      async (way) => {
        const { store, id, root, other, truth } = await served(engine);
        const all = await filesIn(root);
        // What is no engine's is read in the same way whichever engine there is.
        const own = engine === engines.at(-1) ? all : all.filter((file) => file === engine.recordsFile);
        const everRead = await store.open(id);
        await answers(everRead);
        await store.inspect(id);
        for (const file of own) {
          const neverRead = file === 'manifest.json' ? null : await store.open(id);
          const kept = await readFile(join(root, file));
          await ways[way]?.(join(root, file), join(other, file));
          for (const snapshot of [everRead, neverRead, 'opened anew'] as const)
            expect([file, await truthOrNothing(snapshot, truth, file)]).toEqual([file, true]);
          const { problems } = await store.inspect(id);
          expect(problems.map((problem) => problem.file)).toContain(file);
          expect(await store.verify(id)).toEqual({ id, ok: false, problems });
          await neverRead?.close();
          await rm(join(root, file), { recursive: true, force: true });
          await writeFile(join(root, file), kept);
        }
        expect(await store.inspect(id)).toEqual({ id, ok: true, problems: [] });
        expect(await answers(everRead)).toEqual(truth);
        await everRead.close();

        /** Whether a snapshot answers what was published, or else refuses and names the file. */
        async function truthOrNothing(
          snapshot: Snapshot | null | 'opened anew',
          expected: unknown,
          file: string,
        ): Promise<boolean> {
          if (snapshot === null) return true;
          const found = await (snapshot === 'opened anew'
            ? store.open(id).then(answersOnce)
            : answers(snapshot)
          ).catch((error: unknown) => error);
          if (isSnapshotDamaged(found)) return String(found).includes(file);
          expect(found).toEqual(expected);
          return true;
        }
      },
    );

    it('is refused with a manifest that was made to fit other files', async () => {
      const { store, dataDir, id, root, other } = await served(engine);
      const file = join(root, 'manifest.json');
      const { seal: _, ...manifest } = JSON.parse(await readFile(file, 'utf8'));
      await copyFile(join(other, 'cells.bin'), join(root, 'cells.bin'));
      const bytes = await readFile(join(root, 'cells.bin'));
      const entry = manifest.files.find(({ path }: { path: string }) => path === 'cells.bin');
      Object.assign(entry, { bytes: bytes.length, sha256: sha256(bytes) });
      const print = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
      await writeFile(file, print({ ...manifest, seal: sha256(print(manifest)) }));
      const told = 'manifest.json is another than when it was first read';
      // Another thread, that reads it for the first time.
      const thread = openStore({ dataDir, engine, fs: quickFs });
      thread.hold(store.seals([id, 'unknown']));
      await expect(thread.open(id)).rejects.toThrow(told);
      await expect(store.open(id)).rejects.toThrow(told);
      await expect(store.current()).rejects.toThrow(told);
      expect(await store.list()).toHaveLength(1);
      expect((await store.inspect(id)).problems).toMatchObject([{ file: 'manifest.json' }]);
    });
  },
);

it('refuses an older snapshot that was sealed anew after the start, though nobody had asked for it', async () => {
  const { dataDir, engine, other, root } = await servedByMemory();
  const store = openStore({ dataDir, engine, fs: quickFs });
  await store.remember();
  const file = join(other, 'manifest.json');
  const { seal: _, ...manifest } = JSON.parse(await readFile(file, 'utf8'));
  const print = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  const forged = { ...manifest, meta: { ...manifest.meta, title: 'Forged' } };
  await writeFile(file, print({ ...forged, seal: sha256(print(forged)) }));
  await expect(store.open(manifest.id)).rejects.toThrow('is another than when it was first read');
  expect((await store.list()).map(({ id }) => id)).toEqual([basename(root)]);
});

it('names what is kept of the changes of a snapshot, where it was altered', async () => {
  const { dataDir, engine, id, root, other } = await servedByMemory();
  const since = basename(other);
  await openStore({ dataDir, engine }).keepChanges(id, since, 'true');
  const store = openStore({ dataDir, engine, fs: quickFs });
  await store.remember();
  expect(await store.inspect(id)).toEqual({ id, ok: true, problems: [] });
  await openStore({ dataDir, engine }).keepChanges(id, since, 'forged');
  const file = `changes/${basename(root)}-since-${since}.json`;
  expect((await store.inspect(id)).problems).toMatchObject([{ file }]);
  await rm(join(dataDir, file));
  expect(await store.inspect(id)).toEqual({ id, ok: true, problems: [] });
});

it('reads a file again only where it may have been changed', async () => {
  const { engine, dataDir, id, root } = await servedByMemory();
  const read: string[] = [];
  const pieces = (path: string) => {
    read.push(relative(root, path));
    return quickFs.pieces(path);
  };
  // Long ago by the clock of the disk.
  const stamp = async (path: string) => ({ ...(await quickFs.stamp(path)), changed: 0 });
  const store = openStore({ dataDir, engine, fs: { ...quickFs, pieces, stamp } });
  const inspected = async () => {
    read.length = 0;
    const reports = await Promise.all([store.inspect(id), store.inspect(id)]);
    expect(reports.map(({ ok }) => ok)).toEqual([true, true]);
    return read.slice();
  };
  expect((await inspected()).sort()).toEqual(
    (await filesIn(root)).filter((it) => it !== 'manifest.json').sort(),
  );
  expect(await inspected()).toEqual([]);
  await writeFile(join(root, 'cells.bin'), await readFile(join(root, 'cells.bin')));
  expect(await inspected()).toEqual(['cells.bin']);
  expect(await inspected()).toEqual([]);
});

afterEach(() => vi.unstubAllEnvs());

it('leaves no copy of the records behind', async () => {
  const [engine] = engines;
  if (!engine) throw new Error('no engine');
  const { store, id, root } = await served(engine);
  // Others on this machine have copies of their own.
  const ours = await temporaryFolder();
  vi.stubEnv('TMPDIR', ours);
  const snapshot = await store.open(id);
  await snapshot.records(everything);
  await snapshot.close();
  await appendFile(join(root, engine.recordsFile), 'x');
  const damaged = await store.open(id);
  await expect(damaged.records(everything)).rejects.toThrow('is not what was published');
  await damaged.close();
  expect(await readdir(ours)).toEqual([]);
});

it.each([
  ['is not there', 'missing'],
  ['is a file', 'file'],
])('says that the folder for temporary files %s, and not that the snapshot is damaged', async (_, name) => {
  const [engine] = engines;
  if (!engine) throw new Error('no engine');
  const { store, id } = await served(engine);
  const temporary = join(await temporaryFolder(), name);
  if (name === 'file') await writeFile(temporary, '');
  vi.stubEnv('TMPDIR', temporary);
  const snapshot = await store.open(id);
  const error: unknown = await snapshot.records(everything).catch((it: unknown) => it);
  expect(String(error)).toContain(`records cannot be copied to ${temporary} (TMPDIR) to be read: `);
  expect(isSnapshotDamaged(error)).toBe(false);
  await snapshot.close();
  expect((await store.verify(id)).problems).toEqual([]);
});

async function servedByMemory() {
  const engine = engines.find(({ id }) => id === 'memory');
  if (!engine) throw new Error('no memory engine');
  return { engine, ...(await served(engine)) };
}

/** A snapshot that is served, what it answers, and the folder of another one, of which every file is another. */
async function served(engine: Engine) {
  const dataDir = await temporaryFolder();
  const store = openStore({ dataDir, engine, fs: quickFs });
  const publish = async (content: Parameters<typeof sampleDataset>[0], text: string) => {
    const dataset = await sampleDataset(content);
    await writeFile(join(dataset, 'texts', 'statement.txt'), text);
    await writeFile(join(dataset, 'texts', 'letter.txt'), `internally, ${text}`);
    const result = await store.publish(dataset, readSample);
    if (!result.ok) throw new Error('issues where none were expected');
    return result.id;
  };
  const other = await publish({ records: 5, title: 'Other' }, 'nobody was detained');
  const id = await publish({ records: 3, title: 'Own' }, 'one was detained');
  const truth = await store.open(id).then(answersOnce);
  const folder = (name: string) => join(dataDir, 'snapshots', name);
  // Both lie in one country.
  await writeFile(join(folder(other), 'outlines.json'), '[]\n');
  return { dataDir, store, id, root: folder(id), other: folder(other), truth };
}

/** All that a snapshot answers. */
async function answers(snapshot: Snapshot): Promise<unknown> {
  const { catalogue } = snapshot;
  const page = await snapshot.records(everything);
  const record = await snapshot.record('record-1');
  const texts = [await snapshot.text('statement'), await snapshot.text('letter')];
  return {
    catalogue,
    cells: await snapshot.cells(),
    outlines: await snapshot.outlines(),
    page,
    record,
    texts,
  };
}

async function answersOnce(snapshot: Snapshot): Promise<unknown> {
  try {
    return await answers(snapshot);
  } finally {
    await snapshot.close();
  }
}

async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((it) => it.isFile()).map((it) => relative(root, join(it.parentPath, it.name)));
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
