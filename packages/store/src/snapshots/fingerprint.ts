import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { DurableFs } from './durable-fs.ts';

/** A file as a manifest lists it: `path` within the snapshot, with `/` between folders. */
export interface FileEntry {
  path: string;
  bytes: number;
  sha256: string;
}

/** The length and hash of what stands in a file now; of a file of more than `most` bytes, of no more than shows that it is. */
export async function fingerprint(
  fs: DurableFs,
  root: string,
  path: string,
  most = Number.POSITIVE_INFINITY,
): Promise<FileEntry> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of fs.pieces(join(root, path))) {
    hash.update(piece);
    bytes += piece.length;
    if (bytes > most) break;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/**
 * One hash for a set of files, whatever order they are given in. With a salt (64 hex digits) nobody who does not have
 * it can tell whether he has guessed what stands in them.
 */
export function contentHash(files: readonly FileEntry[], salt: string | null): string {
  const lines = files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).sort();
  const hash = salt === null ? createHash('sha256') : createHmac('sha256', Buffer.from(salt, 'hex'));
  return hash.update(lines.join('')).digest('hex');
}

export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The paths of all files in a folder and of all folders, both sorted; what is neither counts as a file. */
export async function walk(fs: DurableFs, root: string): Promise<{ files: string[]; folders: string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  const pending = [''];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    folders.push(at);
    for (const { name, kind } of await fs.list(join(root, at))) {
      const path = at === '' ? name : `${at}/${name}`;
      if (kind === 'folder') pending.push(path);
      else files.push(path);
    }
  }
  return { files: files.sort(), folders: folders.sort() };
}
