import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { hasCode } from '../snapshots/durable-fs.ts';
import { obstacleOf } from '../snapshots/errors.ts';
import { type FileEntry, sha256 } from '../snapshots/fingerprint.ts';
import type { Folder } from '../snapshots/folder.ts';

/** In bytes: small enough to be held in memory, to be asked for again where a connection broke, and to be kept by any cache. */
export const PIECE = 4 * 2 ** 20;
/** A manifest is one piece, however many files it lists. */
export const MOST_PIECE = 32 * 2 ** 20;

/** A file of a public edition; one of more than one piece has their hashes, in their order. */
export interface EditionFile extends FileEntry {
  pieces?: string[] | undefined;
}

/** The hashes of the pieces that a file is made of, in their order: one of no more than one piece is that piece. */
export function piecesOf({ sha256: hash, pieces }: EditionFile): readonly string[] {
  return pieces ?? [hash];
}

/** The bytes of a file, piece by piece. Throws where one of them is not kept. */
export async function* bytesOf(
  file: EditionFile | undefined,
  read: (hash: string) => Promise<Uint8Array | 'damaged' | null>,
): AsyncIterable<Uint8Array> {
  for (const hash of file ? piecesOf(file) : []) {
    const piece = await read(hash);
    if (!(piece instanceof Uint8Array))
      throw new Error(`a piece of ${file?.path} is ${piece ?? 'missing'}: ${hash}`);
    yield piece;
  }
}

/** Whether it is the name of a piece. Nothing else can be asked for. */
export function isPieceName(hash: string): boolean {
  return /^[0-9a-f]{64}$/.test(hash);
}

/** A piece by its hash, compared with it; null where there is none, `damaged` where something else stands in its place. */
export async function readPiece(folder: Folder, hash: string): Promise<Uint8Array | 'damaged' | null> {
  if (!isPieceName(hash)) return null;
  try {
    const bytes = await folder.fs.read(pathOf(folder, hash), MOST_PIECE);
    return sha256(bytes) === hash ? bytes : 'damaged';
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null;
    if (obstacleOf(error) !== null) return 'damaged';
    throw error;
  }
}

/** Keeps a piece under its hash, which it answers. What is cut short here is found by that hash, and written again. */
export async function keepPiece(folder: Folder, bytes: Uint8Array): Promise<string> {
  refuseLarge(bytes);
  const hash = sha256(bytes);
  if ((await readPiece(folder, hash)) instanceof Uint8Array) return hash;
  const path = pathOf(folder, hash);
  await folder.fs.makeFolder(join(folder.editions, 'pieces'));
  await folder.fs.remove(path);
  await folder.fs.write(path, bytes);
  await folder.fs.sync(path);
  return hash;
}

export function refuseLarge(bytes: Uint8Array): void {
  if (bytes.length > MOST_PIECE) throw new Error(`a piece of ${bytes.length} bytes is too large`);
}

/** What an edition is made from, and where its pieces go. */
export interface Making {
  folder: Folder;
  /** Keeps a piece, and answers its hash. */
  keep(bytes: Uint8Array): Promise<string>;
}

/** Cuts a file into pieces, and keeps them. Throws where its bytes are not those of `expected`. */
export async function cutFile(
  { folder, keep }: Making,
  root: string,
  { path, ...expected }: Pick<FileEntry, 'path'> & Partial<FileEntry>,
): Promise<EditionFile> {
  const hash = createHash('sha256');
  const pieces: string[] = [];
  let bytes = 0;
  for await (const piece of inPieces(folder.fs.pieces(join(root, path)))) {
    hash.update(piece);
    bytes += piece.length;
    pieces.push(await keep(piece));
  }
  const sha = hash.digest('hex');
  if (expected.sha256 !== undefined && sha !== expected.sha256)
    throw new Error(`${path} is not what was published (its hash differs)`);
  if (pieces.length === 0) pieces.push(await keep(new Uint8Array()));
  return { path, bytes, sha256: sha, ...(pieces.length > 1 ? { pieces } : {}) };
}

async function* inPieces(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    for (let at = 0; at < part.length; ) {
      const taken = part.subarray(at, at + PIECE - length);
      held.push(taken);
      length += taken.length;
      at += taken.length;
      if (length === PIECE) {
        yield Buffer.concat(held);
        held = [];
        length = 0;
      }
    }
  }
  if (length > 0) yield Buffer.concat(held);
}

function pathOf({ editions }: Folder, hash: string): string {
  return join(editions, 'pieces', hash);
}
