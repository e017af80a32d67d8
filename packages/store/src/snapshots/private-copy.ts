import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskObstacle } from './errors.ts';
import type { FileEntry } from './fingerprint.ts';

/** A copy of a file that only this process can reach: what was verified when it was made is what is read for ever. */
export interface PrivateCopy {
  /** Where this process reads it, until it is closed. */
  path: string;
  close(): Promise<void>;
}

/**
 * Copies a file, piece by piece, and hashes the very bytes that are written; null where they are not those of `entry`.
 * The copy has no name where the system offers open files by their number, so nobody can put another in its place and
 * nothing of it stays when the process is killed; elsewhere it stands in a folder of this user alone.
 */
export async function privateCopy(
  pieces: AsyncIterable<Uint8Array>,
  entry: Pick<FileEntry, 'bytes' | 'sha256'>,
): Promise<PrivateCopy | null> {
  const { handle, path, remove } = await createFile();
  const close = async () => {
    await handle.close();
    await remove();
  };
  try {
    if (await fill(handle, pieces, entry)) return { path, close };
  } catch (error) {
    await close();
    throw error;
  }
  await close();
  return null;
}

/** An empty file of this process alone, without a name where it can be read without one. */
async function createFile(): Promise<{ handle: FileHandle; path: string; remove(): Promise<void> }> {
  const folder = await explained(mkdtemp(join(tmpdir(), 'article21-records-')));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'records');
    const flags = constants.O_RDWR | constants.O_CREAT | constants.O_EXCL;
    const handle = await explained(open(file, flags, 0o600));
    const path = await unnamed(handle, file);
    if (path !== null) await remove();
    return { handle, path: path ?? file, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function fill(
  handle: FileHandle,
  pieces: AsyncIterable<Uint8Array>,
  { bytes, sha256 }: Pick<FileEntry, 'bytes' | 'sha256'>,
): Promise<boolean> {
  const hash: Hash = createHash('sha256');
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    // What stands there now may have no end.
    if (length > bytes) return false;
    hash.update(piece);
    await explained(handle.writeFile(piece));
  }
  return length === bytes && hash.digest('hex') === sha256;
}

/** The path by which the system offers an open file, also after its name is removed; null where it offers none. */
async function unnamed(handle: FileHandle, file: string): Promise<string | null> {
  const path = `/proc/self/fd/${handle.fd}`;
  try {
    const [offered, own] = [await stat(path), await stat(file)];
    return offered.ino === own.ino && offered.dev === own.dev ? path : null;
  } catch {
    // Not Linux, or a container without /proc: the folder of this user alone has to do.
    return null;
  }
}

/**
 * Says that it is the folder for temporary files which cannot be written, whatever the system says of it: without its code, a folder
 * that is not there would be taken for a file of the snapshot that is missing.
 */
async function explained<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    const obstacle = diskObstacle(cause, 'set TMPDIR to a folder on another disk');
    const why =
      obstacle === null ? `${messageOf(cause)}; ${ELSEWHERE}` : `${obstacle.explanation} (${obstacle.code})`;
    throw new Error(`records cannot be copied to ${tmpdir()} (TMPDIR) to be read: ${why}`, { cause });
  }
}

const ELSEWHERE = 'set TMPDIR to a folder that can be written';

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
