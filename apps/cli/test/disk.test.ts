import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { snapshotFolders, useDesk } from './datasets.ts';

const desk = useDesk();

it('a DATA_DIR that a file stands in the way of is one sentence, and nothing is published', async () => {
  writeFileSync(join(desk.cwd, '.data'), '');
  const { exit, stdout, stderr } = await desk.run('publish', 'dataset');
  expect([exit, stdout]).toEqual([exits.failed, '']);
  expect(stderr).toMatch(/^article21: cannot use .*: a file stands where a folder is needed; .*\n$/);
  const { document } = await desk.json('publish', 'dataset');
  expect(document).toMatchObject({ ok: false, error: { code: 'not_writable' } });
});

it('a read-only DATA_DIR is one sentence, and nothing is published', async ({ skip }) => {
  const unmount = mount('ro') ?? skip('only root may mount a file system');
  try {
    const { exit, stderr } = await desk.run('publish', 'dataset', '--data', 'disk/data');
    expect(exit).toBe(exits.failed);
    expect(stderr).toMatch(/^article21: cannot use .*: the disk is read-only; .*\n$/);
  } finally {
    unmount();
  }
});

it('a full disk is one sentence, and nothing is half published', async ({ skip }) => {
  const unmount = mount('size=1m') ?? skip('only root may mount a file system');
  try {
    const large = 'The assembly was peaceful. '.repeat(60_000);
    desk.edit('datapackage.json', (text) => text.replace('"description": "', `"description": "${large}`));
    const { exit, stderr } = await desk.run('publish', 'dataset', '--data', 'disk/data');
    expect(exit).toBe(exits.failed);
    expect(stderr).toMatch(/^article21: cannot use .*: the disk is full; .*\n$/);
    expect(snapshotFolders(join(desk.cwd, 'disk/data'))).toEqual([]);
    expect((await desk.json('verify', '--data', 'disk/data')).document.error.code).toBe('nothing_published');
  } finally {
    unmount();
  }
});

/** A file system of its own at `disk`; answers how to take it away, null where that is not allowed. */
function mount(options: string): (() => void) | null {
  const at = join(desk.cwd, 'disk');
  mkdirSync(at);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return () => void execFileSync('umount', [at]);
}
