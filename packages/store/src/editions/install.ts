import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { change } from '../snapshots/change.ts';
import { isSnapshotMissing, snapshotDamaged } from '../snapshots/errors.ts';
import type { Folder } from '../snapshots/folder.ts';
import { appendLog, type LogEntry, readLog } from '../snapshots/log.ts';
import { holdsManifest, type Manifest, manifestBytes, readManifest } from '../snapshots/manifest.ts';
import { makeFinal } from '../snapshots/publish.ts';
import { type Published, publishedIn } from '../snapshots/published.ts';
import { whenRecovered } from '../snapshots/recover.ts';
import { editionManifest } from './edition.ts';
import { bytesOf, type EditionFile, readPiece } from './pieces.ts';
import { keepStatement, type OnWord } from './statement.ts';

/**
 * Makes a snapshot of an edition, all of whose pieces are kept. It is not served yet. `publishedAt`: when it was
 * published where it comes from. Answers whether it was not there before.
 */
export async function installEdition(
  folder: Folder,
  bytes: Uint8Array,
  publishedAt: string,
): Promise<boolean> {
  const manifest = editionManifest(bytes);
  return whenRecovered(folder, async () => {
    if (await isInstalled(folder, manifest)) return false;
    const root = join(folder.snapshots, `tmp-${randomUUID()}`);
    await folder.fs.makeFolder(root);
    try {
      for (const file of manifest.files) await assemble(folder, root, file);
      await makeFinal(folder, root, manifest);
    } catch (error) {
      await folder.fs.remove(root).catch(() => {
        // The first error is the one to report; recover() removes the folder.
      });
      throw error;
    }
    const entry = installedEntry(await readLog(folder), manifest, publishedAt);
    if (entry) await appendLog(folder, entry);
    return true;
  });
}

/** What is to be written into the log of an edition that was installed; null where that stands there already. */
export function installedEntry(
  log: readonly LogEntry[],
  { id, records }: Manifest,
  publishedAt: string,
): LogEntry | null {
  if (log.some(({ what, to }) => what === 'published' && to === id)) return null;
  const entry = { by: 'the origin', what: 'published', from: null, to: id, note: null } as const;
  return { ...entry, at: publishedAt, records: { before: null, after: records } };
}

/** Serves a snapshot that was installed, on the word of `statement`, which is kept for whoever follows this store. */
export async function serveEdition(
  folder: Folder,
  id: string,
  { by, statement, after }: OnWord,
): Promise<void> {
  await whenRecovered(folder, async () => {
    const manifest = await readManifest(folder, id);
    // Where another who follows into the same folder has heard a later word, nothing is served. Kept last: what a crash cuts short is
    // asked for, and done, again.
    await keepStatement(folder, statement, after, () =>
      change(folder, manifest, { what: 'followed', by, note: undefined }),
    );
  });
}

/** Whether the snapshot is there and sound. Throws where another has its id, or it is damaged. */
async function isInstalled(folder: Folder, manifest: Manifest): Promise<boolean> {
  const { id } = manifest;
  try {
    await readManifest(folder, id);
  } catch (error) {
    if (isSnapshotMissing(error)) return false;
    throw error;
  }
  const isSame = await holdsManifest(folder.fs, join(folder.snapshots, id), manifestBytes(manifest));
  await requireSame(publishedIn(folder), id, isSame);
  return true;
}

/** Throws where the snapshot that has the id of an edition is not that edition, or is damaged. */
export async function requireSame(
  published: Pick<Published, 'verify'>,
  id: string,
  isSame: boolean,
): Promise<void> {
  if (!isSame)
    throw new Error(
      `there is a snapshot ${id} already, and it is not this edition; follow into a place of its own (--data)`,
    );
  const [problem] = (await published.verify(id)).problems;
  if (problem)
    throw snapshotDamaged(id, `${problem.file} ${problem.problem}; move it away to have it pulled again`);
}

async function assemble(folder: Folder, root: string, file: EditionFile): Promise<void> {
  const path = join(root, file.path);
  await folder.fs.makeFolder(dirname(path));
  for await (const piece of bytesOf(file, (hash) => readPiece(folder, hash)))
    await folder.fs.append(path, piece);
}
