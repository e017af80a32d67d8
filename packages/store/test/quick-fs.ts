import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { type DurableFs, nodeFs } from '../src/index.ts';
import { hasCode, modes } from '../src/snapshots/durable-fs.ts';

/**
 * The machine's files without its slow syncing, asked at once: to hand each operation to another thread, as a server must, takes ten times
 * as long as the operation. What is there and no plain file is the real ones' to refuse.
 */
export const quickFs: DurableFs = {
  ...nodeFs,
  makeFolder: async (path) => {
    try {
      mkdirSync(path, modes.folder);
    } catch {
      await nodeFs.makeFolder(path);
    }
  },
  list: async (path) =>
    readdirSync(path, { withFileTypes: true }).map((it) => ({
      name: it.name,
      kind: it.isFile() ? 'file' : it.isDirectory() ? 'folder' : 'other',
    })),
  read: async (path, most) => {
    const there = found(path);
    return isRefused(there) || (there && there.size > most) ? nodeFs.read(path, most) : readFileSync(path);
  },
  pieces: async function* (path) {
    if (isRefused(found(path))) yield* nodeFs.pieces(path);
    else yield readFileSync(path);
  },
  write: async (path, data) => writeFileSync(path, data, { mode: modes.file }),
  create: async (path, text) => {
    try {
      writeFileSync(path, text, { flag: 'wx', mode: modes.file });
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    }
  },
  append: async (path, data) => {
    const there = found(path);
    if (there?.nlink === 1 && there.isFile()) appendFileSync(path, data);
    else await nodeFs.append(path, data);
  },
  copy: async (from, to) => {
    copyFileSync(from, to);
    chmodSync(to, modes.file);
  },
  sync: async () => {},
  rename: async (from, to) => renameSync(from, to),
  remove: async (path) => rmSync(path, { recursive: true, force: true }),
};

function found(path: string): Stats | undefined {
  return lstatSync(path, { throwIfNoEntry: false });
}

function isRefused(there: Stats | undefined): boolean {
  return there !== undefined && !there.isFile();
}
