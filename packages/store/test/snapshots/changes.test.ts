import { copyFile, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { engine, isSnapshotDamaged, isSnapshotMissing, openStore } from '../../src/index.ts';
import { nodeFs } from '../../src/snapshots/durable-fs.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { temporaryFolder } from '../samples.ts';

const [id, since] = ['2024-03-22-0123456789abcdef', '2024-03-21-0123456789abcdef'];

async function kept() {
  const dataDir = await temporaryFolder();
  const store = openStore({ dataDir, engine: engine('memory') });
  await store.keepChanges(id, since, '{"text":"Қ\\n"}');
  const [name = ''] = await readdir(join(dataDir, 'changes'));
  return { store, dataDir, file: join(dataDir, 'changes', name) };
}

it('what a snapshot changed is read as it was kept, and of others nothing is there', async () => {
  const { store, dataDir } = await kept();
  expect(await store.changes(id, since)).toBe('{"text":"Қ\\n"}');
  expect(await store.changes(since, id)).toBeNull();
  await store.keepChanges(id, since, 'another');
  expect(await store.changes(id, since)).toBe('another');
  expect(await readdir(join(dataDir, 'changes'))).toHaveLength(1);
});

it.each([
  [
    'changed',
    async (file: string) => writeFile(file, (await readFile(file, 'utf8')).replace('text', 'test')),
  ],
  ['cut short', async (file: string) => writeFile(file, (await readFile(file, 'utf8')).slice(0, -1))],
  ['empty', (file: string) => writeFile(file, '')],
  [
    'a link',
    async (file: string) => {
      await rm(file);
      await symlink('/dev/zero', file);
    },
  ],
])('what was kept and is %s is damage, which names the file', async (_, damage) => {
  const { store, file } = await kept();
  await damage(file);
  const error = await store.changes(id, since).catch((it: unknown) => it);
  expect([isSnapshotDamaged(error), String(error).includes(file)]).toEqual([true, true]);
});

it('what was kept of two others and stands in the place of it is damage, too', async () => {
  const { store, file } = await kept();
  await store.keepChanges(since, id, 'the other way round');
  await copyFile(file.replace(/[^/]+$/, `${since}-since-${id}.json`), file);
  const error = await store.changes(id, since).catch((it: unknown) => it);
  expect([isSnapshotDamaged(error), String(error).includes(file)]).toEqual([true, true]);
});

it('what is no id leads to no file', async () => {
  const { store } = await kept();
  for (const bad of ['', '..', '../current', `${id}/..`]) {
    const [read, written] = [store.changes(id, bad), store.keepChanges(bad, since, '')];
    for (const it of [read, written])
      expect(isSnapshotMissing(await it.catch((error: unknown) => error))).toBe(true);
  }
});

it('what was kept and was made anew with a hash of its own is damage for a process that has kept or read it', async () => {
  const { store, dataDir, file } = await kept();
  const [started, late] = [0, 1].map(() => openStore({ dataDir, engine: engine('memory') }));
  await started?.remember();
  // Whoever can write the folder can keep what he likes; only to a process that starts afterwards is it the truth.
  await openStore({ dataDir, engine: engine('memory') }).keepChanges(id, since, '{"text":"forged"}');
  for (const it of [store, started]) {
    const error = await it?.changes(id, since).catch((thrown: unknown) => thrown);
    expect([isSnapshotDamaged(error), String(error).includes(file)]).toEqual([true, true]);
  }
  expect(await late?.changes(id, since)).toBe('{"text":"forged"}');
  expect(await store.keptAgainst(id)).toEqual([since]);
  expect(await store.keptAgainst(since)).toEqual([]);
});

it('where nobody may look for what is kept, a start goes on, and it is said where and what to do', async () => {
  const dataDir = await temporaryFolder();
  const first = await openStore({ dataDir, engine: engine('memory') }).publish(
    await sampleDataset({ records: 1 }),
    readSample,
  );
  const id = first.ok ? first.id : '';
  const list: typeof nodeFs.list = async (path) => {
    if (!path.endsWith('changes')) return nodeFs.list(path);
    throw Object.assign(new Error(`EACCES: permission denied, scandir '${path}'`), { code: 'EACCES', path });
  };
  const store = openStore({ dataDir, engine: engine('memory'), fs: { ...nodeFs, list } });
  await store.remember();
  expect(await store.recover()).toEqual([]);
  const mend =
    'let the user who runs this read it, or remove it: what it has is made anew when somebody asks';
  expect((await store.inspect(id)).problems).toEqual([
    { file: 'changes', problem: `cannot be read; ${mend}` },
  ]);
  const refusal = await store.keptAgainst(id).catch((error: unknown) => error);
  expect(isSnapshotDamaged(refusal)).toBe(true);
  expect(String(refusal)).toContain(
    `what it changed is not known: ${join(dataDir, 'changes')} cannot be read: permission denied (EACCES); ${mend}`,
  );
});
