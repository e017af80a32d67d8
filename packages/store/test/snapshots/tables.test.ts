import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LONGEST_PART, type SourceTable } from '@article21/model';
import { expect, test } from 'vitest';
import { engine, openStore } from '../../src/index.ts';
import { readTables, sampleDataset } from '../datasets.ts';
import { temporaryFolder } from '../samples.ts';

const header = ['day', 'people'];
const lastRow = LONGEST_PART + 3;
const table: SourceTable = {
  header,
  headerRow: 2,
  lastRow,
  row: (number) => (number === 1 ? [] : number === 2 ? header : [`day ${number}`, '«ж» 😀']),
};

async function published(read = readTables(table)) {
  const dataDir = await temporaryFolder();
  const store = openStore({ dataDir, engine: engine('memory') });
  const result = await store.publish(await sampleDataset(), read);
  if (!result.ok) throw new Error('the sample has issues');
  return { store, id: result.id, root: join(dataDir, 'snapshots', result.id) };
}

test('a table is kept in parts, each read alone, and each compared with its hash', async () => {
  const { store, id, root } = await published();
  const snapshot = await store.open(id);
  expect(await snapshot.table('list')).toEqual({ header, headerRow: 2, lastRow });
  expect(await snapshot.text('list')).toBeNull();
  expect((await snapshot.tablePart('list', 0)).slice(0, 3)).toEqual([[], header, ['day 3', '«ж» 😀']]);
  expect(await snapshot.tablePart('list', 1)).toEqual(
    [1, 2, 3].map((row) => [`day ${LONGEST_PART + row}`, '«ж» 😀']),
  );
  expect((await store.verify(id)).ok).toBe(true);
  const part = join(root, 'tables/list/1.json');
  await writeFile(part, (await readFile(part, 'utf8')).replace('day 1001', 'day 1000'));
  await expect(snapshot.tablePart('list', 1)).rejects.toThrow('tables/list/1.json is not what was published');
  await snapshot.close();
});

test('of an internal table nothing is kept outside of the files as published', async () => {
  const { store, id } = await published();
  const snapshot = await store.open(id);
  expect(
    snapshot.manifest.files.filter(({ path }) => path.startsWith('tables/')).map(({ path }) => path),
  ).toEqual(['tables/list/0.json', 'tables/list/1.json', 'tables/list/head.json']);
  expect(await snapshot.table('hidden')).toBeNull();
  await expect(snapshot.tablePart('hidden', 0)).rejects.toThrow('is not in the manifest');
  await snapshot.close();
});
