import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { useDesk } from './datasets.ts';

const desk = useDesk();
const inSnapshot = (id: string, file: string) => join(desk.dataDir, 'snapshots', id, file);
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

interface Forged {
  meta: Record<string, unknown>;
  records: number;
  tallies: { refused: number }[];
  files: { path: string; bytes: number; sha256: string }[];
}

/** Changes what a manifest says, and seals it again: it needs no secret. */
function reseal(id: string, change: (manifest: Forged) => void): void {
  const { seal: _seal, ...manifest } = JSON.parse(readFileSync(inSnapshot(id, 'manifest.json'), 'utf8'));
  change(manifest);
  const print = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  writeFileSync(inSnapshot(id, 'manifest.json'), print({ ...manifest, seal: sha256(print(manifest)) }));
}

/** Puts another file in the place of one that was derived, or beside them, and makes the manifest fit. */
function forge(id: string, file: string, data: string | Buffer): void {
  writeFileSync(inSnapshot(id, file), data);
  reseal(id, ({ files }) => {
    const entry = { path: file, bytes: data.length, sha256: sha256(data) };
    const known = files.find(({ path }) => path === file);
    if (known) Object.assign(known, entry);
    else files.push(entry);
    files.sort((a, b) => (a.path < b.path ? -1 : 1));
  });
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
  const fromOther = ['records.parquet', 'cells.bin', 'catalogue.json'];
  for (const file of fromOther) forge(id, file, readFileSync(inSnapshot(other, file)));
  forge(id, 'outlines.json', '[]\n');
  forge(id, 'planted.json', '{}\n');
  reseal(id, (manifest) => {
    Object.assign(manifest.meta, { title: 'FORGED', version: '6.6.6', synthetic: true });
    manifest.records = 12_345;
    for (const tally of manifest.tallies.slice(0, 1)) tally.refused = 999;
  });
  const forged = [...fromOther, 'outlines.json', 'planted.json', 'manifest.json'];
  expect((await desk.run('verify', id)).exit).toBe(exits.done);
  const { exit, document } = await desk.json('verify', id, '--derive');
  expect(exit).toBe(exits.damaged);
  const [{ problems }] = document.snapshots;
  const files = problems.map(({ file }: { file: string }) => file);
  expect(files.sort()).toEqual(forged.sort());
  const [said] = problems.filter(({ file }: { file: string }) => file === 'manifest.json');
  expect(said.problem).toMatch(
    /^says of meta\.title, meta\.version, meta\.synthetic, records, tallies something else than what this version/,
  );
});

it('verify --derive is for snapshots', async () => {
  const { exit, stderr } = await desk.run('verify', 'dataset', '--derive');
  expect(exit).toBe(exits.usage);
  expect(stderr).toContain('--derive is for a snapshot');
});
