import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exits } from '../src/command.ts';
import { snapshotFolders, useDesk } from './datasets.ts';
import { makeSite } from './export/site.ts';

const desk = useDesk();

it('a DATA_DIR that a file stands in the way of is one sentence, and nothing is published', async () => {
  writeFileSync(join(desk.cwd, '.data'), '');
  const { exit, stdout, stderr } = await desk.run('publish', 'dataset');
  expect([exit, stdout]).toEqual([exits.failed, '']);
  expect(stderr).toMatch(/^article21: cannot use .*: a file stands where a folder is needed; .*\n$/);
  const { document } = await desk.json('publish', 'dataset');
  expect(document).toMatchObject({ ok: false, error: { code: 'not_writable' } });
});

it('a read-only DATA_DIR is one sentence, and nothing is published (where it is skipped: run it as root, who may mount a disk)', async ({
  skip,
}) => {
  const unmount = mount('ro') ?? skip('only root may mount a file system');
  try {
    const { exit, stderr } = await desk.run('publish', 'dataset', '--data', 'disk/data');
    expect(exit).toBe(exits.failed);
    expect(stderr).toMatch(/^article21: cannot .*read-only.*\n$/);
  } finally {
    unmount();
  }
});

// A little more room each time, so that the disk is full when copying, when grouping, when saving.
const sizes = [32, 64, 96, 128, 192, 256, 512, 1024];
it('however small a disk is, the dataset is published or the disk said to be full, with nothing in between (where it is skipped: run it as root, who may mount a disk)', async ({
  skip,
}) => {
  const exitsBySize: number[] = [];
  for (const size of sizes) {
    const unmount = mount(`size=${size}k`) ?? skip('only root may mount a file system');
    try {
      const { exit, stdout, stderr } = await desk.run('publish', 'dataset', '--data', 'disk/data');
      const folders = snapshotFolders(join(desk.cwd, 'disk/data'));
      const verified = await desk.json('verify', '--data', 'disk/data');
      const published = { stderr: '', folders: [expect.any(String)], document: { ok: true } };
      const full = {
        stdout: '',
        stderr: expect.stringMatching(/^article21: .*the disk is full; .*\n$/),
        folders: [],
        document: { error: { code: 'nothing_published' } },
      };
      const outcome = { stdout, stderr, folders, document: verified.document };
      expect(outcome, `${size} KiB`).toMatchObject(exit === exits.done ? published : full);
      expect(stdout).toContain(folders[0] ?? '');
      exitsBySize.push(exit);
    } finally {
      unmount();
    }
  }
  expect([exitsBySize.at(0), exitsBySize.at(-1)]).toEqual([exits.failed, exits.done]);
  expect(new Set(exitsBySize)).toEqual(new Set([exits.failed, exits.done]));
});

it('on a disk that has become full what was published is served still, and nothing is left lying about (where it is skipped: run it as root, who may mount a disk)', async ({
  skip,
}) => {
  const unmount = mount('size=1024k') ?? skip('only root may mount a file system');
  try {
    const dataDir = join(desk.cwd, 'disk/data');
    const first = await desk.json('publish', 'dataset', '--data', 'disk/data');
    const before = readdirSync(dataDir);
    expect(() => writeFileSync(join(desk.cwd, 'disk/rest'), Buffer.alloc(2_000_000))).toThrow('ENOSPC');
    desk.edit('places.csv', (text) => text.replace('Almaty', 'Almaty city'));
    const { exit, document } = await desk.json('publish', 'dataset', '--data', 'disk/data');
    expect([exit, document.error.code]).toEqual([exits.failed, 'disk_full']);
    expect(readdirSync(dataDir)).toEqual(before);
    expect((await desk.json('verify', '--data', 'disk/data')).document).toMatchObject({
      ok: true,
      snapshots: [{ id: first.document.id }],
    });
  } finally {
    unmount();
  }
});

it('an export to a disk without room for it is one sentence, and leaves nothing that could pass for one (where it is skipped: run it as root, who may mount a disk)', async ({
  skip,
}) => {
  const unmount = mount('size=256k') ?? skip('only root may mount a file system');
  try {
    await desk.publish();
    makeSite(desk.cwd);
    const { exit, stderr } = await desk.run('export', 'disk/out', '--site', 'site');
    expect(exit).toBe(exits.failed);
    expect(stderr).toMatch(/^article21: cannot export to .*out: the disk is full; free some space, .*\n$/);
    expect(readdirSync(join(desk.cwd, 'disk'))).toEqual([]);
  } finally {
    unmount();
  }
});

/** A file system of its own at `disk`; answers how to take it away, null where that is not allowed. */
function mount(options: string): (() => void) | null {
  const at = join(desk.cwd, 'disk');
  mkdirSync(at, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return () => void execFileSync('umount', [at]);
}
