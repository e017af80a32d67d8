import { dirname, join } from 'node:path';
import { isSnapshotId } from '@article21/model';
import { hasCode, mostBytes } from '../snapshots/durable-fs.ts';
import { damageOf, obstacleOf, snapshotDamaged, snapshotRetracted } from '../snapshots/errors.ts';
import { type Folder, namesIn } from '../snapshots/folder.ts';
import { replaceFile } from '../snapshots/replace-file.ts';
import { parseTombstone, REPAIR_TOMBSTONE_HINT, type Retractions, type Tombstone } from './tombstone.ts';

/** The tombstone of a snapshot; null where it has none. Throws a `SnapshotDamaged` where it is not what was written. */
export async function readTombstone(folder: Folder, id: string): Promise<Tombstone | null> {
  const path = tombstonePath(folder, id);
  let bytes: Uint8Array;
  try {
    bytes = await folder.fs.read(path, mostBytes.line);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null;
    const problem = damageOf(error);
    if (problem === null) throw error;
    // Whether there is one is not known then: to remove what is served because of that would be a mistake.
    const unread = `whether it was retracted is not known: ${placed(id)} ${problem}; let the user who runs this read it`;
    const standing = `its tombstone, ${placed(id)}, ${problem}; ${REPAIR_TOMBSTONE_HINT}`;
    throw snapshotDamaged(id, obstacleOf(error) === null ? unread : standing, error);
  }
  const tombstone = parseTombstone(id, new TextDecoder().decode(bytes));
  if (tombstone === null)
    throw snapshotDamaged(
      id,
      `its tombstone, ${placed(id)}, is not what was written; ${REPAIR_TOMBSTONE_HINT}`,
    );
  return tombstone;
}

/** What is wrong where a tombstone is not the one that this process has read before. */
export function tombstoneReplaced(id: string): Error {
  return snapshotDamaged(
    id,
    `its tombstone, ${placed(id)}, is another than when it was first read; ${REPAIR_TOMBSTONE_HINT}`,
  );
}

/** Throws a `SnapshotRetracted` on a snapshot with a tombstone, whatever else there is of it. */
export async function refuseRetracted(folder: Folder, id: string): Promise<void> {
  const tombstone = await readTombstone(folder, id);
  if (tombstone) throw snapshotRetracted(tombstone);
}

/** The ids that have a tombstone, whatever stands in it. */
export async function retractedIds(folder: Folder): Promise<string[]> {
  const names = await namesIn(folder, folder.retractions);
  return names.flatMap((name) => {
    const id = name.replace(/\.json$/, '');
    return name === `${id}.json` && isSnapshotId(id) ? [id] : [];
  });
}

/** All tombstones. Those that were read before, which never change, are not read again. */
export async function readRetractions(folder: Folder): Promise<Retractions> {
  const found = new Map<string, Tombstone | 'damaged'>();
  for (const id of (await retractedIds(folder)).sort()) {
    const known = folder.tombstones.get(id) ?? (await soundOrDamaged(folder, id));
    if (known === null) continue;
    if (known !== 'damaged') folder.tombstones.set(id, known);
    found.set(id, known);
  }
  return found;
}

async function soundOrDamaged(folder: Folder, id: string): Promise<Tombstone | 'damaged' | null> {
  try {
    return await readTombstone(folder, id);
  } catch (error) {
    if (error instanceof Error && error.name === 'SnapshotDamaged') return 'damaged';
    throw error;
  }
}

/** Writes a file of the retractions; who reads it sees all of it or the one before. */
export async function placeFile({ fs }: Folder, path: string, text: string): Promise<void> {
  await fs.makeFolder(dirname(path));
  await fs.sync(dirname(dirname(path)));
  await replaceFile(fs, path, text);
  await fs.sync(dirname(path));
}

const placed = (id: string) => `retractions/${id}.json`;

export function tombstonePath({ retractions }: Folder, id: string): string {
  if (!isSnapshotId(id)) throw new Error(`no id of a snapshot: ${id.slice(0, 64)}`);
  return join(retractions, `${id}.json`);
}
