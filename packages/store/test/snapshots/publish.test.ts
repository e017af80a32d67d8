import { link, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engine, engines, openStore, type Store } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { everything, temporaryFolder } from '../samples.ts';

describe.each(engines.map((it) => [it.id, it] as const))('publishing with %s', (_, engine) => {
  it('serves the records, the cells, the catalogue and the public texts of a dataset', async () => {
    const store = openStore({ dataDir: await temporaryFolder(), engine });
    expect(await store.current()).toBeNull();
    expect(await store.list()).toEqual([]);
    const id = await published(store, await sampleDataset());
    expect(id).toMatch(/^2012-09-25-[0-9a-f]{16}$/);
    expect(await store.current()).toBe(id);
    const snapshot = await store.open(id);
    const page = await snapshot.records(everything);
    expect(page.records.map((it) => it.id)).toEqual(['record-0', 'record-1', 'record-2']);
    expect((await snapshot.record('record-1'))?.count?.low).toBe(1);
    // Detentions, and all records, whatever their kind.
    expect([...(await snapshot.cells()).records]).toEqual([3, 3]);
    expect(snapshot.catalogue.places.map((it) => it.id)).toEqual(['almaty']);
    expect(snapshot.catalogue.meta.synthetic).toBe(true);
    expect(await snapshot.text('statement')).toBe('one was detained');
    await snapshot.close();
    await snapshot.close();
    expect(await store.verify(id)).toEqual({ id, ok: true, problems: [] });
  });

  it('never hands out the text of an internal source', async () => {
    const dataDir = await temporaryFolder();
    const store = openStore({ dataDir, engine });
    const id = await published(store, await sampleDataset());
    const snapshot = await store.open(id);
    for (const asked of ['letter', '../files/texts/letter', 'nobody', '__proto__'])
      expect(await snapshot.text(asked)).toBeNull();
    expect(await readdir(join(dataDir, 'snapshots', id, 'texts'))).toEqual(['statement.txt']);
    await snapshot.close();
  });

  it('changes nothing when there is an issue', async () => {
    const dataDir = await temporaryFolder();
    const store = openStore({ dataDir, engine });
    const id = await published(store, await sampleDataset());
    const log = await readFile(join(dataDir, 'log.jsonl'), 'utf8');
    const refused = await store.publish(await sampleDataset({ issues: 2, title: 'Other' }), readSample);
    expect(refused).toMatchObject({ ok: false, issues: [{ row: 2 }, { row: 2 }] });
    const hopeless = await store.publish(await sampleDataset({ title: 'Third' }), async () => ({
      issues: [],
    }));
    expect(hopeless).toEqual({ ok: false, issues: [] });
    expect(await readdir(join(dataDir, 'snapshots'))).toEqual([id]);
    expect(await store.current()).toBe(id);
    expect(await readFile(join(dataDir, 'log.jsonl'), 'utf8')).toBe(log);
  });

  it('serves the same content again without a second snapshot', async () => {
    const dataDir = await temporaryFolder();
    const store = openStore({ dataDir, engine });
    const first = await store.publish(await sampleDataset({ records: 4 }), readSample);
    const second = await published(store, await sampleDataset({ records: 5 }));
    const again = await store.publish(await sampleDataset({ records: 4 }), readSample);
    expect(first).toMatchObject({ ok: true, alreadyPublished: false, tallies: [{ rows: 4 }] });
    expect(again).toEqual({ ...first, alreadyPublished: true });
    expect(await store.current()).not.toBe(second);
    expect(await readdir(join(dataDir, 'snapshots'))).toHaveLength(2);
  });

  it('tells how far it is', async () => {
    const store = openStore({ dataDir: await temporaryFolder(), engine });
    const stages = new Set<string>();
    await store.publish(await sampleDataset({ records: 2500 }), readSample, {
      onProgress: ({ stage, records }) => stages.add(`${stage} ${records}`),
    });
    expect([...stages]).toEqual([
      'copying 0',
      'reading 0',
      'reading 1000',
      'reading 2000',
      'saving 2500',
      'checking 2500',
    ]);
  });
});

it('gives the same content the same id and the same manifest, whatever the engine, the folder and the hour', async () => {
  const manifests = [];
  for (const it of [engine('memory'), engine('memory'), engine('duckdb')]) {
    const store = openStore({ dataDir: await temporaryFolder(), engine: it });
    const snapshot = await store.open(await published(store, await sampleDataset({ internal: false })));
    manifests.push(snapshot.manifest);
    await snapshot.close();
  }
  expect(manifests[1]).toEqual(manifests[0]);
  const { id, contentHash } = manifests[0] ?? {};
  expect(manifests[2]).toMatchObject({ id, contentHash, engine: 'duckdb', recordsFile: 'records.parquet' });
});

it('opens what another engine published', async () => {
  const dataDir = await temporaryFolder();
  const id = await published(openStore({ dataDir, engine: engine('memory') }), await sampleDataset());
  const snapshot = await openStore({ dataDir, engine: engine('duckdb') }).open(id);
  expect((await snapshot.records(everything)).records).toHaveLength(3);
  await snapshot.close();
});

describe('the files of a dataset', () => {
  it('are kept byte for byte, without those whose name begins with a dot', async () => {
    const dataDir = await temporaryFolder();
    const dataset = await sampleDataset();
    await writeFile(join(dataset, 'latin.txt'), Buffer.from([0xe9, 0x00, 0xff, 0x0d, 0x0a]));
    await writeFile(join(dataset, '.secret'), 'x');
    await mkdir(join(dataset, '.git'));
    await symlink(join(dataset, 'latin.txt'), join(dataset, 'link.txt'));
    const id = await published(openStore({ dataDir, engine: engine('memory') }), dataset);
    const files = join(dataDir, 'snapshots', id, 'files');
    expect((await readdir(files)).sort()).toEqual(['datapackage.json', 'latin.txt', 'link.txt', 'texts']);
    for (const name of ['latin.txt', 'link.txt'])
      expect(await readFile(join(files, name))).toEqual(await readFile(join(dataset, 'latin.txt')));
  });

  it.each([
    ['symbolic', symlink],
    ['hard', link],
  ])('are one file in the copy, too, where a %s link gives one two names', async (_, name) => {
    const dataset = await sampleDataset();
    await writeFile(join(dataset, 'secret.txt'), 'internal');
    await name(join(dataset, 'secret.txt'), join(dataset, 'public.txt'));
    const inodes: number[][] = [];
    const store = openStore({ dataDir: await temporaryFolder(), engine: engine('memory') });
    await store.publish(dataset, async (copy) => {
      const found = await Promise.all(['secret.txt', 'public.txt'].map((it) => stat(join(copy, it))));
      inodes.push(found.map(({ ino }) => ino));
      return readSample(copy);
    });
    expect(inodes).toHaveLength(1);
    expect(new Set(inodes[0]).size).toBe(1);
  });

  it.each([
    ['/etc/hostname', 'stolen.txt is a link out of the dataset'],
    ['/nowhere', 'stolen.txt is a link to nothing'],
    ['texts', 'stolen.txt is not a file'],
  ])('are refused with a link to %s', async (target, message) => {
    const dataDir = await temporaryFolder();
    const dataset = await sampleDataset();
    await symlink(target, join(dataset, 'stolen.txt'));
    const store = openStore({ dataDir, engine: engine('memory') });
    await expect(store.publish(dataset, readSample)).rejects.toThrow(message);
    expect(await readdir(join(dataDir, 'snapshots'))).toEqual([]);
  });

  it('are refused where there is no folder, or the store itself stands in it', async () => {
    const dataDir = await temporaryFolder();
    const store = openStore({ dataDir: join(dataDir, 'store'), engine: engine('memory') });
    await expect(store.publish('/nowhere/at/all', readSample)).rejects.toThrow(
      'no such folder: /nowhere/at/all',
    );
    await expect(store.publish(import.meta.filename, readSample)).rejects.toThrow('not a folder');
    await expect(store.publish(dataDir, readSample)).rejects.toThrow('holds the store itself');
  });
});

async function published(store: Store, dir: string): Promise<string> {
  const result = await store.publish(dir, readSample);
  if (!result.ok) throw new Error('issues where none were expected');
  return result.id;
}
