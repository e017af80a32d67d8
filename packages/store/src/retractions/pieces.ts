import { join } from 'node:path';
import { editionManifest, STATEMENT } from '../editions/edition.ts';
import { piecesOf, readPiece } from '../editions/pieces.ts';
import { hasCode, mostBytes } from '../snapshots/durable-fs.ts';
import { type Folder, namesIn } from '../snapshots/folder.ts';
import type { Manifest } from '../snapshots/manifest.ts';

/**
 * Removes what public editions of retracted snapshots are made of, as far as no other edition is made of the same. What
 * belongs to no edition, as lists that were signed before, goes with it.
 */
export async function sweepPieces(folder: Folder, retracted: ReadonlySet<string>): Promise<void> {
  const pieces = join(folder.editions, 'pieces');
  const names = await namesIn(folder, pieces);
  if (names.length === 0) return;
  const kept = await namedByStatement(folder);
  for (const name of names) {
    const manifest = await manifestIn(folder, name);
    if (!manifest || retracted.has(manifest.id)) continue;
    kept.add(name);
    for (const file of manifest.files) for (const piece of piecesOf(file)) kept.add(piece);
  }
  for (const name of names) if (!kept.has(name)) await folder.fs.remove(join(pieces, name));
  await folder.fs.sync(pieces);
}

/** The manifest of an edition that a piece is; null where it is anything else. */
async function manifestIn(folder: Folder, name: string): Promise<Manifest | null> {
  const bytes = await readPiece(folder, name);
  if (!(bytes instanceof Uint8Array) || bytes[0] !== '{'.charCodeAt(0)) return null;
  try {
    return editionManifest(bytes);
  } catch {
    // A text or a table may begin so, too.
    return null;
  }
}

/** The list of editions that was signed last. */
async function namedByStatement({ fs, editions }: Folder): Promise<Set<string>> {
  try {
    const text = new TextDecoder().decode(await fs.read(join(editions, STATEMENT), mostBytes.line));
    return new Set(text.match(/[0-9a-f]{64}/g) ?? []);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return new Set();
    throw error;
  }
}
