import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engine, openStore, type Store } from '../../src/index.ts';
import { type Manifest, sealed } from '../../src/snapshots/manifest.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { quickFs } from '../quick-fs.ts';
import { temporaryFolder } from '../samples.ts';

const memory = engine('memory');

describe('the id of a snapshot with an internal source', () => {
  it('confirms no guess at its files: those who have them all cannot make it', async () => {
    const { store, dataDir } = await newStore();
    const id = await publish(store, await sampleDataset());
    const { files } = await manifestOf(dataDir, id);
    const lines = files
      .filter(({ path }) => path.startsWith('files/'))
      .map(({ path, sha256 }) => `${sha256}  ${path.slice('files/'.length)}\n`)
      .sort();
    const guessed = createHash('sha256').update(lines.join('')).digest('hex');
    expect(id).not.toContain(guessed.slice(0, 16));
    const elsewhere = await newStore();
    expect(await publish(elsewhere.store, await sampleDataset())).not.toBe(id);
  });

  it('is the same for the same files in the same store, whatever was published in between', async () => {
    const { store, dataDir } = await newStore();
    const first = await publish(store, await sampleDataset());
    const second = await publish(store, await sampleDataset({ title: 'Second' }));
    expect(second).not.toBe(first);
    const again = openStore({ dataDir, engine: memory, fs: quickFs });
    expect(await again.publish(await sampleDataset(), readSample)).toMatchObject({
      ok: true,
      id: first,
      alreadyPublished: true,
    });
    expect(await again.ids()).toHaveLength(2);
    expect((await again.verify(first)).problems).toEqual([]);
  });

  it('is made with a salt that nobody is given, and that cannot be changed unseen', async () => {
    const { store, dataDir } = await newStore();
    const id = await publish(store, await sampleDataset());
    const manifest = await manifestOf(dataDir, id);
    expect([manifest.format, manifest.salt]).toEqual([2, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const snapshot = await store.open(id);
    expect(JSON.stringify(snapshot)).not.toContain(manifest.salt);
    expect(JSON.stringify(await store.list())).not.toContain(manifest.salt);
    await snapshot.close();
    for (const [salt, problem] of [
      ['0'.repeat(64), 'its id is not the hash of the published files'],
      [undefined, 'is malformed at salt'],
    ] as const) {
      await rewrite(dataDir, id, { salt });
      const other = openStore({ dataDir, engine: memory, fs: quickFs });
      expect((await other.verify(id)).problems).toEqual([{ file: 'manifest.json', problem }]);
    }
  });

  it('that was published before there were salts stays readable, and the same files get a salted one', async () => {
    const { store, dataDir } = await newStore();
    const dataset = await sampleDataset({ internal: false });
    const old = await publish(store, dataset);
    expect((await manifestOf(dataDir, old)).format).toBe(1);
    // The same bytes, of which one source is internal now: as an earlier version of the program published them.
    const internal: typeof readSample = async (dir) => {
      const outcome = await readSample(dir);
      if (!('reading' in outcome)) return outcome;
      const sources = outcome.reading.sources.map((it) => ({ ...it, visibility: 'internal' as const }));
      return { reading: { ...outcome.reading, sources } };
    };
    const result = await store.publish(dataset, internal);
    expect(result).toMatchObject({ ok: true, alreadyPublished: false });
    expect(await store.current()).not.toBe(old);
    expect((await store.verify(old)).ok).toBe(true);
  });
});

describe('the id of a snapshot with a file that is none of the dataset’s', () => {
  it('confirms no guess at it either, and is the same for the same files in the same store', async () => {
    const { store, dataDir } = await newStore();
    const dataset = await sampleDataset({ internal: false });
    const open = await publish(store, dataset);
    expect((await manifestOf(dataDir, open)).format).toBe(1);
    await writeFile(join(dataset, 'notes.md'), 'who told us');
    const id = await publish(store, dataset);
    expect((await manifestOf(dataDir, id)).format).toBe(2);
    expect(await store.publish(dataset, readSample)).toMatchObject({ id, alreadyPublished: true });
    const elsewhere = await newStore();
    expect(await publish(elsewhere.store, dataset)).not.toBe(id);
  });

  it('stays what an earlier version made of the same files', async () => {
    const { store, dataDir } = await newStore();
    const dataset = await sampleDataset({ internal: false });
    await writeFile(join(dataset, 'notes.csv'), 'who told us');
    const counted: typeof readSample = async (dir) => {
      const outcome = await readSample(dir);
      if (!('reading' in outcome)) return outcome;
      const tallies = [{ file: 'notes.csv', rows: 0, accepted: 0, refused: 0 }];
      return { reading: { ...outcome.reading, tallies: () => tallies } };
    };
    const old = await store.publish(dataset, counted);
    expect(await store.publish(dataset, readSample)).toMatchObject({
      id: old.ok && old.id,
      alreadyPublished: true,
    });
    expect(await store.ids()).toHaveLength(1);
    expect((await manifestOf(dataDir, (await store.current()) ?? '')).format).toBe(1);
  });
});

async function newStore(): Promise<{ store: Store; dataDir: string }> {
  const dataDir = await temporaryFolder();
  return { dataDir, store: openStore({ dataDir, engine: memory, fs: quickFs }) };
}

async function publish(store: Store, dir: string): Promise<string> {
  const result = await store.publish(dir, readSample);
  if (!result.ok) throw new Error('issues where none were expected');
  return result.id;
}

const pathOf = (dataDir: string, id: string) => join(dataDir, 'snapshots', id, 'manifest.json');

async function manifestOf(dataDir: string, id: string): Promise<Manifest> {
  return JSON.parse(await readFile(pathOf(dataDir, id), 'utf8'));
}

/** Writes the manifest anew with some members changed, seal and all. */
async function rewrite(dataDir: string, id: string, over: { salt: string | undefined }): Promise<void> {
  const { seal: _seal, ...manifest } = await manifestOf(dataDir, id);
  const { salt, ...rest } = { ...manifest, ...over };
  const other = sealed(salt === undefined ? rest : { ...manifest, salt });
  await writeFile(pathOf(dataDir, id), `${JSON.stringify(other, null, 2)}\n`);
}
