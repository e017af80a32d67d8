import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { finishChange } from '../src/commit.ts';
import { fileOf, importedSources, readFolderTable } from '../src/dataset-folder.ts';

let at = '';
const path = (...names: string[]) => join(at, 'data', ...names);
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'article21-folder-'));
  mkdirSync(path('import'), { recursive: true });
  writeFileSync(join(at, 'secret.csv'), 'id\nsecret\n');
  writeFileSync(path('records.csv'), 'id,kind\nr-1,fine\n');
});
afterEach(() => rmSync(at, { recursive: true, force: true }));

/** What may stand in a folder of somebody else's, to let a reader wait for ever, fill the memory or tell what is not in it. */
const ways: Record<string, (file: string) => void> = {
  'a pipe': (file) => void execFileSync('mkfifo', [file]),
  'a link to what has no end': (file) => symlinkSync('/dev/zero', file),
  'a link out of the folder': (file) => symlinkSync(join(at, 'secret.csv'), file),
  'a link to itself': (file) => symlinkSync(file, file),
  'a folder': (file) => mkdirSync(file),
};
const put = (way: string, ...names: string[]) => {
  const file = path(...names);
  rmSync(file, { recursive: true, force: true });
  mkdirSync(dirname(file), { recursive: true });
  ways[way]?.(file);
};

it('is read where its files are files, also by a link within it', async () => {
  symlinkSync('records.csv', path('sources.csv'));
  for (const file of ['records.csv', 'sources.csv'])
    expect((await readFolderTable(path(), file))?.rows).toEqual([{ id: 'r-1', kind: 'fine' }]);
  expect(await readFolderTable(path(), 'places.csv')).toBeNull();
  expect(await readFolderTable(path('nowhere'), 'places.csv')).toBeNull();
});

it.each(Object.keys(ways))(
  'is not read where %s stands in the place of a file, and nobody waits',
  async (way) => {
    put(way, 'records.csv');
    put(way, 'datapackage.json');
    put(way, 'import', 'list.json');
    await expect(readFolderTable(path(), 'records.csv')).rejects.toThrow(/^records\.csv: the file /);
    await expect(fileOf(path(), 'datapackage.json')).rejects.toThrow(/^datapackage\.json: the file /);
    expect(await importedSources(path())).toEqual([]);
  },
);

it.each(Object.keys(ways))('has no journal of a change where %s stands in its place', async (way) => {
  put(way, '.article21-change', 'journal.json');
  const isThere = way !== 'a link to itself';
  const outcome = await finishChange(path()).then(
    () => 'nothing to end',
    (error: Error) => error.message,
  );
  expect(outcome).toMatch(isThere ? /is none that an import has left: remove / : /nothing to end/);
});
