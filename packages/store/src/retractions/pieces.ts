import { join } from 'node:path';
import { editionManifest } from '../editions/edition.ts';
import { isPieceName, piecesOf, readPiece } from '../editions/pieces.ts';
import { readStatement } from '../editions/statement.ts';
import { type Folder, namesIn } from '../snapshots/folder.ts';
import type { Manifest } from '../snapshots/manifest.ts';

/** All pieces of a store, and the statement that was signed last; null where none was. */
interface Pieces {
  names: readonly string[];
  statement: string | null;
  read(name: string): Promise<Uint8Array | 'damaged' | null>;
  remove(name: string): Promise<void>;
}

/**
 * Removes what public editions of retracted snapshots are made of, as far as no other edition is made of the same. What
 * belongs to no edition, as lists that were signed before, goes with it.
 */
export async function sweepPieces(
  { names, statement, read, remove }: Pieces,
  retracted: ReadonlySet<string>,
): Promise<void> {
  const kept = new Set(statement?.match(/[0-9a-f]{64}/g));
  for (const name of names) {
    const manifest = manifestOf(await read(name));
    if (!manifest || retracted.has(manifest.id)) continue;
    kept.add(name);
    for (const file of manifest.files) for (const piece of piecesOf(file)) kept.add(piece);
  }
  for (const name of names) if (!kept.has(name)) await remove(name);
}

/** The same in a folder. */
export async function sweepPiecesIn(folder: Folder, retracted: ReadonlySet<string>): Promise<void> {
  const root = join(folder.editions, 'pieces');
  // Nothing else is removed: the folder may be a link to one in which somebody keeps something, too.
  const names = (await namesIn(folder, root)).filter(isPieceName);
  if (names.length === 0) return;
  const pieces = {
    names,
    statement: await readStatement(folder),
    read: (name: string) => readPiece(folder, name),
    remove: (name: string) => folder.fs.remove(join(root, name)),
  };
  await sweepPieces(pieces, retracted);
  await folder.fs.sync(root);
}

/** The manifest of an edition that a piece is; null where it is anything else. */
function manifestOf(bytes: Uint8Array | 'damaged' | null): Manifest | null {
  if (!(bytes instanceof Uint8Array) || bytes[0] !== '{'.charCodeAt(0)) return null;
  try {
    return editionManifest(bytes);
  } catch {
    // A text or a table may begin so, too.
    return null;
  }
}
