import { execFileSync } from 'node:child_process';
import {
  cp,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  statfs,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { engine, isSnapshotDamaged, nodeFs, openStore, type PublishResult } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { quickFs } from '../quick-fs.ts';
import { temporaryFolder } from '../samples.ts';

/** What somebody may put in the place of a file, to let a reader wait for ever or fill the memory. */
const ways: Record<string, (file: string) => Promise<unknown>> = {
  'a pipe': async (file) => execFileSync('mkfifo', [file]),
  'a link to what has no end': (file) => symlink('/dev/zero', file),
  'a folder': (file) => mkdir(file),
  'a file of 400 MB': async (file) => {
    await writeFile(file, '');
    await truncate(file, 400 * 2 ** 20);
  },
};

it.each(Object.keys(ways))('%s in the place of a file is named, and nobody waits for it', async (way) => {
  const dataDir = await temporaryFolder();
  const store = openStore({ dataDir, engine: engine('memory') });
  const result = await store.publish(await sampleDataset({ records: 2 }), readSample);
  if (!result.ok) throw new Error('issues where none were expected');
  const { id } = result;
  const root = join(dataDir, 'snapshots', id);
  const put = async (file: string) => {
    await rm(file, { recursive: true, force: true });
    await ways[way]?.(file);
  };

  await put(join(root, 'cells.bin'));
  expect((await store.verify(id)).problems).toMatchObject([{ file: 'cells.bin' }]);
  expect((await store.inspect(id)).problems).toMatchObject([{ file: 'cells.bin' }]);

  await put(join(root, 'manifest.json'));
  expect((await store.verify(id)).problems).toMatchObject([{ file: 'manifest.json' }]);
  expect((await store.inspect(id)).problems).toMatchObject([{ file: 'manifest.json' }]);
  expect(isSnapshotDamaged(await store.open(id).catch((error: unknown) => error))).toBe(true);
  expect(isSnapshotDamaged(await store.current().catch((error: unknown) => error))).toBe(true);
  expect(await store.list()).toEqual([]);

  for (const name of ['current', 'log.jsonl', 'change.json', 'lock']) {
    await put(join(dataDir, name));
    const asked =
      name === 'current' ? store.current() : name === 'log.jsonl' ? store.list() : store.recover();
    expect(String(await asked.catch((error: unknown) => error))).toContain(join(dataDir, name));
    await rm(join(dataDir, name), { recursive: true });
  }
});

it('a dataset for which the disk has no room is refused before any of it is copied', async () => {
  const [dataDir, dir] = [await temporaryFolder(), await sampleDataset({ records: 2 })];
  const { bavail, bsize } = await statfs(dataDir);
  // Takes no room where it stands, and all of its length in a copy.
  const empty = join(dir, 'empty.bin');
  await writeFile(empty, '');
  await truncate(empty, bavail * bsize + 2 ** 30);
  const copied: string[] = [];
  const copy: typeof nodeFs.copy = async (from, to) => void copied.push(from, to);
  const store = openStore({ dataDir, engine: engine('memory'), fs: { ...nodeFs, copy } });
  await expect(store.publish(dir, readSample)).rejects.toThrow(
    /cannot use .*: the disk is full; free some space/,
  );
  expect(copied).toEqual([]);
  expect(await readdir(join(dataDir, 'snapshots'))).toEqual([]);
});

it('folders that are links to those of a stranger lose nothing of what is in them', async () => {
  const [dataDir, stranger] = [await temporaryFolder(), await temporaryFolder()];
  const store = openStore({ dataDir, engine: engine('memory') });
  const published = [];
  for (const records of [1, 2])
    published.push(await store.publish(await sampleDataset({ records }), readSample));
  const theirs = ['letter.txt', 'tmp-holiday/photo.jpg', 'current.tmp-draft', 'x.json.tmp-1'];
  for (const path of theirs) {
    await mkdir(dirname(join(stranger, path)), { recursive: true });
    await writeFile(join(stranger, path), 'dear');
  }
  await cp(join(dataDir, 'snapshots'), stranger, { recursive: true });
  await mkdir(join(dataDir, 'editions'));
  await rm(join(dataDir, 'snapshots'), { recursive: true });
  for (const folder of ['snapshots', 'editions/pieces', 'retractions', 'changes'])
    await symlink(stranger, join(dataDir, folder));
  await store.editions.keepPiece(Buffer.from('of no edition'));
  await store.recover();
  const [first] = published;
  if (!first?.ok) throw new Error('issues where none were expected');
  await store.retract([first.id], { reason: 'wrong' });
  await store.recover();
  for (const path of theirs) expect(await readFile(join(stranger, path), 'utf8'), path).toBe('dear');
  expect(await readdir(stranger)).not.toContain(first.id);
});

it('nothing is added to a file of somebody else that stands in the place of the log', async () => {
  const folder = await temporaryFolder();
  const [theirs, log] = [join(folder, 'letter.txt'), join(folder, 'log.jsonl')];
  const inItsPlace: [(file: string) => Promise<unknown>, RegExp][] = [
    [(file) => link(theirs, file), /has another name \(a hard link\)/],
    [(file) => symlink(theirs, file), /is a link/],
    [(file) => symlink(join(folder, 'none'), file), /is a link/],
    [async (file) => execFileSync('mkfifo', [file]), /is not a file/],
  ];
  await writeFile(theirs, 'dear');
  for (const [put, said] of inItsPlace) {
    await put(log);
    await expect(nodeFs.append(log, 'a line')).rejects.toThrow(said);
    await rm(log);
  }
  expect(await readFile(theirs, 'utf8')).toBe('dear');
  expect(await readdir(folder)).toEqual(['letter.txt']);
});

it('what refuses a change is asked before a reader can see anything of it', async () => {
  const [dataDir, theirs] = [await temporaryFolder(), join(await temporaryFolder(), 'letter.txt')];
  await writeFile(theirs, 'dear');
  const store = openStore({ dataDir, engine: engine('memory'), fs: quickFs });
  const publish = async (records: number) => store.publish(await sampleDataset({ records }), readSample);
  const ids: string[] = [];
  for (const records of [1, 2]) ids.push(idOf(await publish(records)));
  const [old = '', served = ''] = ids;
  const word = { by: 'origin', statement: 'signed', after: null };
  const told = { snapshot: served, reason: 'wrong', at: '2026-11-30T00:00:00.000Z' } as const;
  const changes: Record<string, () => Promise<unknown>> = {
    'a new snapshot': () => publish(3),
    'an old snapshot, published again': () => publish(1),
    'a rollback': () => store.rollback(old),
    'a retraction': () => store.retract([old], { reason: 'wrong' }),
    "another's retraction": () => store.acceptRetractions([told], word),
    "another's publication": () => store.editions.serve(old, word),
    'a signature': () => store.editions.keepStatement('signed', null),
  };
  const log = join(dataDir, 'log.jsonl');
  const instead: Record<string, (file: string) => Promise<unknown>> = {
    ...ways,
    'a hard link': (file) => link(theirs, file),
  };
  const seen = async () => {
    const standing = [await store.current(), await store.ids(), [...(await store.retractions()).keys()]];
    return [...standing, await store.editions.statement()];
  };
  const before = await seen();
  const aside = `${log}.aside`;
  await rename(log, aside);
  for (const [way, put] of Object.entries(instead)) {
    await put(log);
    for (const [change, make] of Object.entries(changes)) {
      const said = String(await make().catch((error: unknown) => error));
      expect([way, change, said.includes(log), await seen()]).toEqual([way, change, true, before]);
    }
    await rm(log, { recursive: true });
  }
  await rename(aside, log);
  // Whoever follows has to keep the word on which it serves.
  await writeFile(join(dataDir, 'editions'), '');
  await expect(store.editions.serve(old, word)).rejects.toThrow('a file stands where a folder is needed');
  expect(await seen()).toEqual(before);
  await rm(join(dataDir, 'editions'));
  await store.editions.serve(old, word);
  expect([await store.current(), await store.editions.statement()]).toEqual([old, 'signed']);
});

function idOf(result: PublishResult): string {
  if (!result.ok) throw new Error('issues where none were expected');
  return result.id;
}

it('a file is read whole up to a size, and not beyond', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, 'abc');
  expect(Buffer.from(await nodeFs.read(file, 3)).toString()).toBe('abc');
  await expect(nodeFs.read(file, 2)).rejects.toThrow(`${file} has 3 bytes`);
});
