import { basename, join } from 'node:path';
import { isSnapshotId } from '@article21/model';
import { refuseRetracted } from '../retractions/read.ts';
import { hasCode } from './durable-fs.ts';
import { damageOf, snapshotDamaged, snapshotMissing } from './errors.ts';
import { sha256 } from './fingerprint.ts';
import type { Folder } from './folder.ts';
import { replaceFile } from './replace-file.ts';

/** More than was ever written there is not read. */
const MOST_BYTES = 32 * 2 ** 20;

/**
 * Keeps what a snapshot changed against an earlier one, as text. It stands beside the snapshots, whose files depend on
 * nothing but what was published, and begins with a hash of itself and of the two that it is about: the file of two
 * others in its place is damage, too. Whoever can write it can make that hash anew, and so a process takes no other text
 * than it has kept or read first. Throws a `SnapshotRetracted`, and leaves nothing, where one of the two was retracted
 * while they were compared.
 */
export async function keepChanges(folder: Folder, id: string, since: string, text: string): Promise<void> {
  const path = pathOf(folder, id, since);
  const { fs, changes } = folder;
  await fs.makeFolder(changes);
  await replaceFile(fs, path, `${sealOf(id, since, text)}\n${text}`);
  // A retraction places its tombstone before it removes what stands here: one of the two sees the other.
  try {
    for (const of of [id, since]) await refuseRetracted(folder, of);
  } catch (error) {
    await fs.remove(path);
    throw error;
  }
  folder.comparisons.set(basename(path), sealOf(id, since, text));
  await fs.sync(changes);
}

/** What was kept; null where nothing was, as of what was published by an earlier program. Throws a `SnapshotDamaged`. */
export async function readChanges(folder: Folder, id: string, since: string): Promise<string | null> {
  const path = pathOf(folder, id, since);
  const mend = `remove ${path}, and it is made anew when somebody asks`;
  const kept = await textOf(folder, path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    const obstacle = damageOf(error);
    if (obstacle === null) throw error;
    throw snapshotDamaged(id, `what it changed ${obstacle}; ${mend}`, error);
  });
  if (kept === null) return null;
  const text = kept.slice(kept.indexOf('\n') + 1);
  const seal = sealOf(id, since, text);
  if (kept !== `${seal}\n${text}`)
    throw snapshotDamaged(id, `what it changed is not what was written; ${mend}`);
  const first = folder.comparisons.get(basename(path)) ?? seal;
  folder.comparisons.set(basename(path), first);
  if (seal !== first)
    throw snapshotDamaged(
      id,
      `what it changed is another text than when it was first read; ${mend}, or start again if it was replaced on purpose`,
    );
  return text;
}

/** The snapshots against which something was kept of this one. Throws a `SnapshotDamaged` where nobody may look for it. */
export async function keptAgainst(folder: Folder, id: string): Promise<string[]> {
  const names = await namesOf(folder).catch((error: unknown) => {
    const obstacle = damageOf(error);
    if (obstacle === null) throw error;
    throw snapshotDamaged(
      id,
      `what it changed is not known: ${folder.changes} ${obstacle}; ${MEND_FOLDER}`,
      error,
    );
  });
  return names.flatMap(([of, since]) => (of === id ? [since] : [])).sort();
}

/** What to do where the folder of all that is kept cannot be read. */
export const MEND_FOLDER =
  'let the user who runs this read it, or remove it: what it has is made anew when somebody asks';

/** Of all that is kept, each as the snapshot that it is of and the one that it is against. */
export async function namesOf({ fs, changes }: Folder): Promise<[id: string, since: string][]> {
  const entries = await fs.list(changes).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return [];
    throw error;
  });
  return entries.flatMap(({ name }): [string, string][] => {
    const [id = '', since = ''] = name.replace(/\.json$/, '').split('-since-');
    return isSnapshotId(id) && isSnapshotId(since) && name === nameOf(id, since) ? [[id, since]] : [];
  });
}

function sealOf(id: string, since: string, text: string): string {
  return sha256(`${id} since ${since}\n${text}`);
}

async function textOf({ fs }: Folder, path: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of fs.pieces(path)) {
    pieces.push(piece);
    length += piece.length;
    if (length > MOST_BYTES) break;
  }
  return Buffer.concat(pieces).toString();
}

/** Throws on what is no id, so that no other path can be asked for. */
function pathOf(folder: Folder, id: string, since: string): string {
  for (const it of [id, since]) if (!isSnapshotId(it)) throw snapshotMissing(it);
  return join(folder.changes, nameOf(id, since));
}

function nameOf(id: string, since: string): string {
  return `${id}-since-${since}.json`;
}
