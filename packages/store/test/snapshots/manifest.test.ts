import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSnapshotId } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { engine, nodeFs, openStore } from '../../src/index.ts';
import { sha256 } from '../../src/snapshots/fingerprint.ts';
import { snapshotId } from '../../src/snapshots/folder.ts';
import { readSample, sampleDataset } from '../datasets.ts';
import { temporaryFolder } from '../samples.ts';

const print = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** A published snapshot, and how to write another manifest into it, sealed as it is. */
async function published() {
  const dataDir = await temporaryFolder();
  const store = openStore({ dataDir, engine: engine('memory'), fs: { ...nodeFs, sync: async () => {} } });
  const result = await store.publish(await sampleDataset(), readSample);
  if (!result.ok) throw new Error('the sample has issues');
  const file = join(dataDir, 'snapshots', result.id, 'manifest.json');
  const { seal: _seal, ...rest } = JSON.parse(await readFile(file, 'utf8')) as { [key: string]: unknown };
  const write = (changes: object) => {
    const changed = { ...rest, ...changes };
    return writeFile(file, print({ ...changed, seal: sha256(print(changed)) }));
  };
  return { store, id: result.id, file, rest, write };
}

describe('a manifest', () => {
  it.each([
    ['format', 4, 'has the unknown format 4 (known: 1, 2, 3)'],
    ['format', 3, 'is malformed at salt'],
    ['listed', [], 'is malformed at listed'],
    ['format', 1, 'is malformed at salt'],
    ['salt', 'x', 'is malformed at salt'],
    ['records', -1, 'is malformed at records'],
    ['records', 1.5, 'is malformed at records'],
    ['contentHash', 'x', 'is malformed at contentHash'],
    ['contentHash', `x${'a'.repeat(64)}`, 'is malformed at contentHash'],
    ['contentHash', 'a'.repeat(65), 'is malformed at contentHash'],
    ['contentHash', 'A'.repeat(64), 'is malformed at contentHash'],
    ['contentHash', 'a'.repeat(64), 'has an id that is not that of its content hash'],
    ['id', 'x', 'is malformed at id'],
    ['id', '2012-09-25-0123456789abcdef', 'is that of 2012-09-25-0123456789abcdef'],
    ['recordsFile', 'other.ndjson', 'is malformed at recordsFile'],
    ['recordsFile', '../records.ndjson', 'is malformed at recordsFile'],
    ['recordsFile', 'records.ndjson/', 'is malformed at recordsFile'],
    ['files', [{ path: 'x', bytes: 1 }], 'is malformed at files.0.sha256'],
    ['tallies', [{ file: 'x', rows: 1, accepted: 1 }], 'is malformed at tallies.0.refused'],
    ['colour', 'red', 'is malformed at '],
  ])('whose %s is %j is refused, although it is sealed', async (key, value, problem) => {
    const { store, id, write } = await published();
    await write({ [key]: value });
    await expect(store.open(id)).rejects.toThrow(`snapshot ${id} is damaged: manifest.json ${problem}`);
    const report = await store.verify(id);
    expect(report).toEqual({ id, ok: false, problems: [{ file: 'manifest.json', problem }] });
  });

  it.each([
    ['no JSON', '{', 'is not a JSON object'],
    ['a list', '[]', 'is not a JSON object'],
    ['nothing', 'null', 'is not a JSON object'],
    ['no seal', '{}\n', 'is not what was written'],
  ])('that is %s is refused', async (_, text, problem) => {
    const { store, id, file } = await published();
    await writeFile(file, text);
    await expect(store.open(id)).rejects.toThrow(`manifest.json ${problem}`);
  });

  it('whose seal is that of another is refused', async () => {
    const { store, id, file, rest } = await published();
    await writeFile(file, print({ ...rest, records: 4, seal: sha256(print(rest)) }));
    await expect(store.open(id)).rejects.toThrow('manifest.json is not what was written');
  });

  it('that the disk cannot read is damage that says why', async () => {
    const { store, id, file } = await published();
    const dataDir = join(file, '..', '..', '..');
    const failure = Object.assign(new Error('EIO: x'), { code: 'EIO' });
    const read = (path: string, most: number) =>
      path === file ? Promise.reject(failure) : nodeFs.read(path, most);
    const failing = openStore({ dataDir, engine: engine('memory'), fs: { ...nodeFs, read } });
    await expect(failing.open(id)).rejects.toMatchObject({
      name: 'SnapshotDamaged',
      message: `snapshot ${id} is damaged: manifest.json cannot be read: the disk has an error there (EIO)`,
    });
    await expect(store.open('2012-09-25-0123456789abcdef')).rejects.toThrow(
      'unknown snapshot: 2012-09-25-0123456789abcdef',
    );
    await expect(store.open('../x')).rejects.toThrow('unknown snapshot: ../x');
  });
});

it('an id of a snapshot is a day and sixteen digits of its hash', () => {
  const id = snapshotId('2012-09-25', `${'0123456789abcdef'}${'f'.repeat(48)}`);
  expect(id).toBe('2012-09-25-0123456789abcdef');
  expect(isSnapshotId(id)).toBe(true);
  for (const other of [
    `x${id}`,
    `${id}0`,
    id.slice(0, -1),
    id.slice(1),
    id.toUpperCase(),
    id.replace('-', ''),
  ])
    expect([other, isSnapshotId(other)]).toEqual([other, false]);
});
