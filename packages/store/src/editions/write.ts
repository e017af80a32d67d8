import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createVocabulary, type RestrictionRecord } from '@article21/model';
import { engine as engineOf } from '../engines/index.ts';
import type { FileEntry } from '../snapshots/fingerprint.ts';
import { type Folder, snapshotFolder } from '../snapshots/folder.ts';
import { withLock } from '../snapshots/lock.ts';
import { type Manifest, printManifest, readManifest, sealed } from '../snapshots/manifest.ts';
import type { Catalogue } from '../snapshots/open.ts';
import { cutFile, type EditionFile, keepPiece, type Making } from './pieces.ts';

/** What of a snapshot anybody may have. The store does not know which words those are: whoever answers readers does. */
export interface PublicPart {
  /** Without the names of the files of internal sources. */
  catalogue: Catalogue;
  /** Without the words of internal sources; null where there are none, and the records are those of the snapshot. */
  records: AsyncIterable<RestrictionRecord> | null;
  /** The files that readers are told of. */
  listed: readonly FileEntry[];
}

/** Keeps the public edition of a snapshot in pieces; answers the hash of its manifest, which is one of them. */
export function writeEdition(folder: Folder, id: string, part: PublicPart): Promise<string> {
  return withLock(folder, () => makeEdition({ folder, keep: (bytes) => keepPiece(folder, bytes) }, id, part));
}

/** The same, for who holds the lock. */
export async function makeEdition(making: Making, id: string, part: PublicPart): Promise<string> {
  const { folder, keep } = making;
  const manifest = await readManifest(folder, id);
  const files: EditionFile[] = [];
  for (const entry of manifest.files)
    if (isShared(entry.path)) files.push(await cutFile(making, snapshotFolder(folder, id), entry));
  const catalogue = Buffer.from(`${JSON.stringify(part.catalogue)}\n`);
  files.push({ path: 'catalogue.json', bytes: catalogue.length, sha256: await keep(catalogue) });
  files.push(await recordsFile(making, manifest, part));
  const { salt: _salt, seal: _seal, files: _files, ...about } = manifest;
  const edition = sealed({
    ...about,
    format: 3,
    // How many rows were refused, and of which tables, is said to whoever publishes.
    tallies: [],
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    listed: [...part.listed],
  });
  return keep(Buffer.from(printManifest(edition)));
}

/** What stands in an edition as in its snapshot: what was counted, and what is only there of public sources. */
function isShared(path: string): boolean {
  return path === 'cells.bin' || path === 'outlines.json' || /^(?:texts|tables)\//.test(path);
}

async function recordsFile(
  making: Making,
  { id, engine, recordsFile: path, files }: Manifest,
  { records, catalogue }: PublicPart,
): Promise<EditionFile> {
  const { folder } = making;
  if (records === null)
    return cutFile(making, snapshotFolder(folder, id), files.find((it) => it.path === path) ?? { path });
  const root = join(folder.snapshots, `tmp-${randomUUID()}`);
  await folder.fs.makeFolder(root);
  try {
    const table = await engineOf(engine).load(records, root, createVocabulary(catalogue.declared));
    try {
      await table.save(join(root, path));
    } finally {
      await table.close();
    }
    return await cutFile(making, root, { path });
  } finally {
    await folder.fs.remove(root);
  }
}
