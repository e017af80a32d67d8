import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { nodeFs } from '../../src/index.ts';
import { temporaryFolder } from '../samples.ts';

/** What a handle has instead of a file descriptor when it is closed. */
const CLOSED = -1;

interface Synced {
  /** The inode. */
  file: number;
  handle: FileHandle;
}

describe('the files of this machine', () => {
  it.each(['file', '.'])(
    'are told to be on the disk when the system has synced them (%s), and closed',
    async (name) => {
      const path = join(await folderWithFile(), name);
      const synced = await watchSyncs(null, () => nodeFs.sync(path));
      expect(synced.map(({ file }) => file)).toEqual([(await stat(path)).ino]);
      expect(synced.map(({ handle }) => handle.fd)).toEqual([CLOSED]);
    },
  );

  it('are closed and the failure told when the system cannot sync', async () => {
    const path = join(await folderWithFile(), 'file');
    const failure = Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    const synced = await watchSyncs(failure, () => expect(nodeFs.sync(path)).rejects.toBe(failure));
    expect(synced.map(({ handle }) => handle.fd)).toEqual([CLOSED]);
  });

  it('are made with all the text of theirs or not at all, and never twice', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'lock');
    expect(await nodeFs.create(file, 'first')).toBe(true);
    expect(await nodeFs.create(file, 'second')).toBe(false);
    expect(await readFile(file, 'utf8')).toBe('first');
    expect(await readdir(folder)).toEqual(['lock']);
    await expect(nodeFs.create(join(folder, 'none', 'lock'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('are listed by what they are; a link is neither a file nor a folder', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'below'));
    await writeFile(join(folder, 'file'), 'x');
    await symlink(join(folder, 'file'), join(folder, 'link'));
    const entries = await nodeFs.list(folder);
    expect(entries.sort((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'below', kind: 'folder' },
      { name: 'file', kind: 'file' },
      { name: 'link', kind: 'other' },
    ]);
  });

  it('of a store can be read by a group, and by nobody else', async () => {
    const folder = await temporaryFolder();
    const made = join(folder, 'a', 'b');
    await nodeFs.makeFolder(made);
    const open = join(folder, 'open');
    await writeFile(open, 'x', { mode: 0o666 });
    await nodeFs.write(join(made, 'written'), 'x');
    await nodeFs.create(join(made, 'created'), 'x');
    await nodeFs.append(join(made, 'appended'), 'x');
    await nodeFs.copy(open, join(made, 'copied'));
    const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    const allowed = (mode: number) => (mode & ~process.umask()).toString(8);
    for (const path of [join(folder, 'a'), made])
      expect([path, await modeOf(path)]).toEqual([path, allowed(0o750)]);
    for (const name of ['written', 'created', 'appended', 'copied'])
      expect([name, await modeOf(join(made, name))]).toEqual([name, allowed(0o640)]);
  });

  it('get their folder, with those above it, also where it is there already', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b');
    await nodeFs.makeFolder(folder);
    await nodeFs.makeFolder(folder);
    expect(await nodeFs.list(folder)).toEqual([]);
    await writeFile(join(folder, 'file'), 'x');
    await expect(nodeFs.makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(nodeFs.makeFolder(join(folder, 'file', 'c'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('are read in pieces of 64 KiB, appended to, copied and removed', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'file');
    await nodeFs.write(file, new Uint8Array(2 * 65_536 + 1));
    const sizes: number[] = [];
    for await (const piece of nodeFs.pieces(file)) sizes.push(piece.length);
    expect(sizes).toEqual([65_536, 65_536, 1]);
    await nodeFs.write(file, 'a');
    await nodeFs.append(file, 'b');
    await nodeFs.copy(file, join(folder, 'copy'));
    expect(new TextDecoder().decode(await nodeFs.read(join(folder, 'copy'), 2))).toBe('ab');
    await nodeFs.remove(folder);
    await nodeFs.remove(folder);
    await expect(nodeFs.list(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

async function folderWithFile(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), 'x');
  return folder;
}

/** Runs some work, and tells each time that the system is asked to sync; `failure`, when given, is what it answers. */
async function watchSyncs(failure: Error | null, work: () => Promise<void>): Promise<Synced[]> {
  const some = await open(import.meta.filename, 'r');
  const handles = Object.getPrototypeOf(some) as FileHandle;
  await some.close();
  const synced: Synced[] = [];
  const watched = vi.spyOn(handles, 'sync').mockImplementation(async function (this: FileHandle) {
    synced.push({ file: (await this.stat()).ino, handle: this });
    if (failure) throw failure;
  });
  try {
    await work();
  } finally {
    watched.mockRestore();
  }
  return synced;
}
