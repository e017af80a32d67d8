import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engines, isSnapshotDamaged, isSnapshotMissing, openStore, type Store } from '../../src/index.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { everything, temporaryFolder } from '../samples.ts';

describe.each(engines.map((engine) => [engine.id, engine] as const))('a snapshot of %s', (_, engine) => {
  it('names the file of which one byte is another, and answers nothing from it', async () => {
    const { store, id, root } = await publishedStore(engine);
    const files = await filesIn(root);
    expect(files).toContain('manifest.json');
    expect(files).toContain(`${engine.recordsFile}`);
    for (const file of files) {
      const restore = await flipByte(join(root, file));
      const report = await store.verify(id);
      expect([report.ok, report.problems.map((it) => it.file)]).toEqual([false, [file]]);
      const refused = await readAll(store, id).then(
        () => null,
        (error: unknown) => error,
      );
      // The files as published are kept, not read.
      const isRead = !file.startsWith('files/');
      expect([file, isSnapshotDamaged(refused)]).toEqual([file, isRead]);
      expect(String(refused)).toContain(isRead ? file : 'null');
      await restore();
    }
    expect((await store.verify(id)).ok).toBe(true);
    await readAll(store, id);
  });

  it('takes a mark before the manifest, or a space in it, for damage', async () => {
    const { store, id, root } = await publishedStore(engine);
    const text = await readFile(join(root, 'manifest.json'), 'utf8');
    for (const other of [`\ufeff${text}`, `${text}\n`, text.replace(': ', ':  ')]) {
      await writeFile(join(root, 'manifest.json'), other);
      await expect(store.open(id)).rejects.toThrow(/is damaged: manifest\.json is not/);
    }
  });

  it('names a file that is missing, cut short or not its own', async () => {
    const { store, id, root } = await publishedStore(engine);
    await writeFile(join(root, 'cells.bin'), 'short');
    await writeFile(join(root, 'texts', 'stranger.txt'), 'x');
    await rm(join(root, 'files', 'datapackage.json'));
    const { problems } = await store.verify(id);
    expect(problems.map(({ file, problem }) => `${file} ${problem}`).sort()).toEqual([
      expect.stringMatching(/^cells\.bin has 5 bytes instead of \d+$/),
      'files/datapackage.json is missing',
      'texts/stranger.txt is not in the manifest',
    ]);
  });

  it('is refused under the name of another', async () => {
    const { store, id, root } = await publishedStore(engine);
    const other = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
    await rename(root, join(root, '..', other));
    await expect(store.open(other)).rejects.toThrow(
      `snapshot ${other} is damaged: manifest.json is that of ${id}`,
    );
    await expect(store.open(id)).rejects.toThrow(`unknown snapshot: ${id}`);
  });

  it('is not served again by publishing or rollback when it is damaged', async () => {
    // What internal files were published as nobody can tell without the salt in the manifest.
    const { store, id, root, dataset } = await publishedStore(engine, { internal: false });
    await flipByte(join(root, 'cells.bin'));
    await expect(store.publish(dataset, readSample)).rejects.toThrow(
      /cells\.bin .* move it away and publish again/,
    );
    await expect(store.rollback(id)).rejects.toThrow('cells.bin is not what was published');
    await rm(join(root, 'manifest.json'));
    await expect(store.publish(dataset, readSample)).rejects.toThrow(
      'manifest.json is missing; move it away',
    );
    expect(await store.list()).toEqual([]);
    expect(await store.ids()).toEqual([id]);
  });
});

it('knows no snapshot by a path', async () => {
  const { store, id } = await publishedStore(engines[0]);
  const attacks = [
    '',
    '..',
    `../snapshots/${id}`,
    `${id}/`,
    `${id}\n`,
    'tmp-x',
    '2012-09-25-0000000000000000',
  ];
  for (const attack of attacks) {
    const opened = await store.open(attack).catch((error: unknown) => error);
    expect(isSnapshotMissing(opened), attack).toBe(true);
    expect(isSnapshotMissing(await store.verify(attack).catch((error: unknown) => error))).toBe(true);
    expect(isSnapshotMissing(await store.rollback(attack).catch((error: unknown) => error))).toBe(true);
  }
});

async function publishedStore(engine = engines[0], content: Parameters<typeof sampleDataset>[0] = {}) {
  if (!engine) throw new Error('no engine');
  const dataDir = await temporaryFolder();
  const store = openStore({ dataDir, engine });
  const dataset = await sampleDataset(content);
  const result = await store.publish(dataset, readSample);
  if (!result.ok) throw new Error('issues where none were expected');
  return { store, dataset, id: result.id, root: join(dataDir, 'snapshots', result.id) };
}

async function readAll(store: Store, id: string): Promise<void> {
  const snapshot = await store.open(id);
  try {
    await snapshot.cells();
    await snapshot.outlines();
    await snapshot.records(everything);
    await snapshot.text('statement');
  } finally {
    await snapshot.close();
  }
}

/** Changes one byte in the middle of a file; the answer puts it back. */
async function flipByte(path: string): Promise<() => Promise<void>> {
  const bytes = await readFile(path);
  const damaged = Buffer.from(bytes);
  const middle = Math.floor(bytes.length / 2);
  damaged[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(path, damaged);
  return () => writeFile(path, bytes);
}

async function filesIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((it) => it.isFile()).map((it) => relative(root, join(it.parentPath, it.name)));
}
