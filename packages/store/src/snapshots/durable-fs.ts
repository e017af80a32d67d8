import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  chmod,
  copyFile,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname } from 'node:path';

/** What stands in a folder. A link is neither a file nor a folder. */
export interface Entry {
  name: string;
  kind: 'file' | 'folder' | 'other';
}

interface Stamp {
  /** Equal where nothing was changed in between. */
  text: string;
  /** When it was changed last, by the system's clock, in milliseconds. */
  changed: number;
  /** In bytes. */
  size: number;
}

/** The few operations on files that snapshots are made of, so that a test can let any one of them fail. */
export interface DurableFs {
  /** Makes a folder and those above it; nothing when it is there. */
  makeFolder(path: string): Promise<void>;
  list(path: string): Promise<Entry[]>;
  /** A whole file. Throws an `Obstacle` on a link, on what is no file, and on one of more than `most` bytes. */
  read(path: string, most: number): Promise<Uint8Array>;
  /** A file's bytes, piece by piece. Throws an `Obstacle` on a link, and on what is no file: it waits for no pipe. */
  pieces(path: string): AsyncIterable<Uint8Array>;
  /** What is there, from device to time of change: another text after any change, also one that puts back its time. */
  stamp(path: string): Promise<Stamp>;
  /** Writes a whole file; not on the disk before `sync`. */
  write(path: string, data: Uint8Array | string): Promise<void>;
  /** Writes a new file that is there with all its text or not at all; false when there is one already. */
  create(path: string, text: string): Promise<boolean>;
  /**
   * Adds to the end of a file, or makes it. Throws an `Obstacle` on a link, on what is no file, and on a file that has other
   * names, which may be somebody else's.
   */
  append(path: string, data: Uint8Array | string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  /** Returns when the file, or the names in the folder, are on the disk. */
  sync(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, or a folder with all in it; nothing when it is not there. */
  remove(path: string): Promise<void>;
}

/** Node's own `recursive` never comes back where the system says of a folder's parent that it is there and is not. */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  try {
    await mkdir(path, mode);
  } catch (error) {
    if (hasCode(error, 'EEXIST') && (await stat(path)).isDirectory()) return;
    const above = dirname(path);
    if (!hasCode(error, 'ENOENT') || above === path) throw error;
    await makeFolder(above, mode);
    await mkdir(path, mode).catch(async (again: unknown) => {
      // Somebody else may have made it meanwhile.
      if (!hasCode(again, 'EEXIST') || !(await stat(path)).isDirectory()) throw again;
    });
  }
}

/** Follows no link, and waits for nobody to write into a pipe. */
const READ_FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Something stands in the place of a file that can or must not be read: `said` is to stand after its name. */
export class Obstacle extends Error {
  readonly explanation: string;
  constructor(path: string, explanation: string, cause?: unknown) {
    super(`${path} ${explanation}`, { cause });
    this.explanation = explanation;
  }
}

/** The largest that is read of what a store writes beside a dataset's files; far more than was ever written there. */
export const mostBytes = {
  /** Of `current`, `lock` and `change.json`, which have one line. */
  line: 64 * 1024,
  manifest: 32 * 2 ** 20,
  log: 64 * 2 ** 20,
} as const;

/** The same for what is written to its end. */
const APPEND_FLAGS =
  constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Opens what must be a file, and answers its size and how many names it has with it. */
async function openFile(path: string, flags = READ_FLAGS) {
  const handle = await open(path, flags, modes.file).catch((error: unknown) => {
    if (hasCode(error, 'ELOOP')) throw new Obstacle(path, 'is a link; put the file itself there', error);
    // A socket cannot be opened at all.
    if (hasCode(error, 'ENXIO')) throw new Obstacle(path, NO_FILE, error);
    throw error;
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw new Obstacle(path, NO_FILE);
    return { handle, size: stats.size, names: stats.nlink };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

const NO_FILE = 'is not a file';

/** Reads no more than the size that the file had when it was opened: what is written to it meanwhile may have no end. */
async function readBounded(path: string, most: number): Promise<Uint8Array> {
  const { handle, size } = await openFile(path);
  try {
    if (size > most) throw new Obstacle(path, `has ${size} bytes, and never has more than ${most}`);
    const bytes = Buffer.alloc(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await handle.read(bytes, length, size - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await handle.close();
  }
}

async function append(path: string, data: Uint8Array | string): Promise<void> {
  const { handle, names } = await openFile(path, APPEND_FLAGS);
  try {
    if (names !== 1) throw new Obstacle(path, 'has another name (a hard link); put a copy of it there');
    await handle.writeFile(data);
  } finally {
    await handle.close();
  }
}

/**
 * What a store holds is for its owner to change and for a group to serve: texts of internal sources are in it. A stricter
 * umask makes it stricter.
 */
export const modes = { folder: 0o750, file: 0o640 } as const;

/** The files of this machine. */
export const nodeFs: DurableFs = {
  makeFolder: (path) => makeFolder(path, modes.folder),
  list: async (path) => {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.map((it) => ({
      name: it.name,
      kind: it.isFile() ? 'file' : it.isDirectory() ? 'folder' : 'other',
    }));
  },
  read: readBounded,
  pieces: async function* (path) {
    const { handle } = await openFile(path);
    try {
      // Not larger: a whole piece is laid out in memory for the smallest of files.
      yield* handle.createReadStream({ highWaterMark: 64 * 1024, autoClose: false });
    } finally {
      await handle.close();
    }
  },
  stamp: async (path) => {
    const { dev, ino, mode, size, mtimeNs, ctimeNs } = await lstat(path, { bigint: true });
    const text = [dev, ino, mode, size, mtimeNs, ctimeNs].join(' ');
    return { text, changed: Number(ctimeNs / 1_000_000n), size: Number(size) };
  },
  write: (path, data) => writeFile(path, data, { mode: modes.file }),
  create: async (path, text) => {
    const temporary = `${path}.tmp-${randomUUID()}`;
    try {
      await writeFile(temporary, text, { flag: 'wx', mode: modes.file });
      await link(temporary, path);
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    } finally {
      await rm(temporary, { force: true });
    }
  },
  append,
  copy: copyPrivately,
  sync: async (path) => {
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
};

/** Copies a file; the copy is not readable to more than the store's other files, whatever the original is. */
export async function copyPrivately(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  await chmod(to, modes.file & ~process.umask());
}

/** Whether an error is the operating system's, of this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
