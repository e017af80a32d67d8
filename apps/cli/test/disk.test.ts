import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
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

it('a table is imported whole or not at all, however little room the disk has (where it is skipped: run it as root, who may mount a disk)', async ({
  skip,
}) => {
  const unmount = mount('size=1024k') ?? skip('only root may mount a file system');
  const folder = join(desk.cwd, 'disk/data');
  const ballast = join(desk.cwd, 'disk/ballast');
  try {
    writeTable('may.csv', 40);
    await desk.run('import', 'may.csv', '--into', 'disk/data');
    const mapping = JSON.parse(readFileSync(`${folder}.mapping.json`, 'utf8'));
    Object.assign(mapping.dataset, { title: 'Detentions', licence: 'CC-BY-4.0', created: '2013-06-01' });
    Object.assign(mapping.source, { publisher: 'Our Group', rights: 'CC BY 4.0' });
    writeFileSync(`${folder}.mapping.json`, JSON.stringify(mapping));
    const first = await desk.run('import', 'may.csv', '--into', 'disk/data');
    expect(first).toMatchObject({ exit: exits.done });
    const before = contentOf(folder);
    writeTable('june.csv', 60);
    const outcomes = new Set<number>();
    for (const room of [0, 4, 8, 12, 16, 24, 32, 64]) {
      writeFileSync(ballast, Buffer.alloc(freeBytes() - room * 1024));
      const { exit, stderr } = await desk.run('import', 'june.csv', '--into', 'disk/data');
      outcomes.add(exit);
      rmSync(ballast);
      if (exit === exits.done) break;
      expect(stderr, `${room} KiB`).toMatch(/^article21: .*the disk is full; .*\n$/);
      expect(contentOf(folder), `${room} KiB`).toEqual(before);
    }
    expect(outcomes).toEqual(new Set([exits.failed, exits.done]));
    expect(readFileSync(join(folder, 'records.csv'), 'utf8').trim().split('\n')).toHaveLength(61);
    expect((await desk.json('check', 'disk/data')).exit).toBe(exits.done);
  } finally {
    unmount();
  }
});

function writeTable(name: string, rows: number): void {
  const row = (_: unknown, i: number) =>
    `${i + 1},2013-05-${String((i % 28) + 1).padStart(2, '0')},Almaty,${i + 1}`;
  const lines = ['No,Date,City,Detained', ...Array.from({ length: rows }, row)];
  writeFileSync(join(desk.cwd, name), `${lines.join('\n')}\n`);
}

/** Each file below a folder, and what it holds. */
function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile());
  const paths = files.map((it) => join(it.parentPath, it.name)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')]));
}

function freeBytes(): number {
  const { bavail, bsize } = statfsSync(join(desk.cwd, 'disk'));
  return bavail * bsize;
}

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
