import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { useDesk } from './datasets.ts';

const desk = useDesk();
const inSnapshot = (id: string, file: string) => join(desk.dataDir, 'snapshots', id, file);
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** Puts another file in the place of one that was derived, and makes the manifest fit: it needs no secret. */
function forge(id: string, file: string, from: string): void {
  copyFileSync(from, inSnapshot(id, file));
  const data = readFileSync(from);
  const { seal: _seal, ...manifest } = JSON.parse(readFileSync(inSnapshot(id, 'manifest.json'), 'utf8'));
  const entry = manifest.files.find(({ path }: { path: string }) => path === file);
  Object.assign(entry, { bytes: data.length, sha256: sha256(data) });
  const print = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  writeFileSync(inSnapshot(id, 'manifest.json'), print({ ...manifest, seal: sha256(print(manifest)) }));
}

it('verify --derive finds what was forged so that manifest and id still fit', async () => {
  const id = await desk.publish();
  expect(await desk.run('verify', '--derive')).toEqual({
    exit: exits.done,
    stdout: `${id} is what was published, and what its files give again\n`,
    stderr: '',
  });
  desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
  desk.edit('records.csv', (text) => text.replace(/,~10,/, ',~20,'));
  const other = await desk.publish();
  expect((await desk.run('verify', other, '--derive')).exit).toBe(exits.done);
  const forged = ['records.parquet', 'cells.bin', 'catalogue.json'];
  for (const file of forged) forge(id, file, inSnapshot(other, file));
  expect((await desk.run('verify', id)).exit).toBe(exits.done);
  const { exit, document } = await desk.json('verify', id, '--derive');
  expect(exit).toBe(exits.damaged);
  const files = document.snapshots[0].problems.map(({ file }: { file: string }) => file);
  expect(files.sort()).toEqual(forged.sort());
});

it('verify --derive is for snapshots', async () => {
  const { exit, stderr } = await desk.run('verify', 'dataset', '--derive');
  expect(exit).toBe(exits.usage);
  expect(stderr).toContain('--derive is for a snapshot');
});
