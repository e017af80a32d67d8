import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { engine, openStore } from '../../src/index.ts';
import { sha256 } from '../../src/snapshots/fingerprint.ts';
import { type Manifest, sealed } from '../../src/snapshots/manifest.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { temporaryFolder } from '../samples.ts';

describe('the catalogue', () => {
  it('holds coverage and annotations as they were read', async () => {
    const { store, id } = await published();
    const { catalogue, close } = await store.open(id);
    expect(catalogue.coverage).toEqual([
      { place: 'almaty', from: '2012-04-01', to: '2012-06-30', source: 'statement' },
    ]);
    expect(catalogue.annotations).toMatchObject([{ date: '2012-04-28', place: 'almaty', source: null }]);
    await close();
  });

  it('of a snapshot from before there were any is read, and has none', async () => {
    const { reopened, id, root } = await published();
    await rewrite(root, ({ coverage: _coverage, annotations: _annotations, ...before }) => before);
    const store = reopened();
    expect((await store.verify(id)).ok).toBe(true);
    const { catalogue, close } = await store.open(id);
    expect([catalogue.coverage, catalogue.annotations]).toEqual([[], []]);
    expect(catalogue.places).toHaveLength(1);
    await close();
  });

  it('of a snapshot from before sources had kinds has texts', async () => {
    const { reopened, id, root } = await published();
    await rewrite(root, (now) => ({ ...now, sources: (now.sources as Source[]).map(asBefore) }));
    const { catalogue, close } = await reopened().open(id);
    expect(catalogue.sources.map(({ kind, sheet }) => [kind, sheet])).toEqual([
      ['text', null],
      ['text', null],
    ]);
    await close();
  });
});

function asBefore({ kind: _kind, sheet: _sheet, ...source }: Source) {
  return source;
}

describe('the countries of a snapshot', () => {
  it('are cut when it is published, and for one from before there were any when they are asked for', async () => {
    const { store, reopened, id, root } = await published();
    const outlines = JSON.parse(await readFile(join(root, 'outlines.json'), 'utf8'));
    expect(outlines).toMatchObject([{ country: 'KZ' }]);
    expect(outlines[0].rings[0].length).toBeGreaterThan(100);
    const snapshot = await store.open(id);
    expect(await snapshot.outlines()).toEqual(outlines);
    await snapshot.close();
    await rm(join(root, 'outlines.json'));
    await seal(root, (files) => files.filter(({ path }) => path !== 'outlines.json'));
    expect((await reopened().verify(id)).ok).toBe(true);
    const before = await reopened().open(id);
    expect(await before.outlines()).toEqual(outlines);
    await before.close();
  });
});

async function published() {
  const dataDir = await temporaryFolder();
  /** The store as another process finds it: one does not let a manifest change that it has read. */
  const reopened = () => openStore({ dataDir, engine: engine('memory') });
  const store = reopened();
  const result = await store.publish(await sampleDataset(), readSample);
  if (!result.ok) throw new Error('the sample has issues');
  return { store, reopened, id: result.id, root: join(dataDir, 'snapshots', result.id) };
}

/** Makes the snapshot one that was published with another catalogue, manifest and seal included. */
async function rewrite(root: string, edit: (catalogue: { [key: string]: unknown }) => object): Promise<void> {
  const catalogue = JSON.parse(await readFile(join(root, 'catalogue.json'), 'utf8'));
  const text = `${JSON.stringify(edit(catalogue))}\n`;
  await writeFile(join(root, 'catalogue.json'), text);
  await seal(root, (files) =>
    files.map((it) =>
      it.path === 'catalogue.json' ? { ...it, bytes: Buffer.byteLength(text), sha256: sha256(text) } : it,
    ),
  );
}

/** Writes the manifest anew, with these files in it. */
async function seal(root: string, edit: (files: Manifest['files']) => Manifest['files']): Promise<void> {
  const path = join(root, 'manifest.json');
  const { seal: _seal, ...manifest } = JSON.parse(await readFile(path, 'utf8')) as Manifest;
  await writeFile(path, `${JSON.stringify(sealed({ ...manifest, files: edit(manifest.files) }), null, 2)}\n`);
}
