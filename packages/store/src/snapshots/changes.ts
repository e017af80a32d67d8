import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { hasCode } from './durable-fs.ts';
import { obstacleOf, snapshotDamaged, snapshotMissing } from './errors.ts';
import { sha256 } from './fingerprint.ts';
import { type Folder, isSnapshotId } from './folder.ts';

/** More than was ever written there is not read. */
const MOST_BYTES = 32 * 2 ** 20;

/**
 * Keeps what a snapshot changed against an earlier one, as text. It stands beside the snapshots, whose files depend on
 * nothing but what was published, and begins with a hash of itself and of the two that it is about: the file of two
 * others in its place is damage, too.
 */
export async function keepChanges(folder: Folder, id: string, since: string, text: string): Promise<void> {
  const path = pathOf(folder, id, since);
  const { fs, changes } = folder;
  const temporary = `${path}.tmp-${randomUUID()}`;
  await fs.makeFolder(changes);
  try {
    await fs.write(temporary, `${sealOf(id, since, text)}\n${text}`);
    await fs.sync(temporary);
    await fs.rename(temporary, path);
  } catch (error) {
    await fs.remove(temporary).catch(() => {
      // The first error is the one to report.
    });
    throw error;
  }
  await fs.sync(changes);
}

/** What was kept; null where nothing was, as of what was published by an earlier program. Throws a `SnapshotDamaged`. */
export async function readChanges(folder: Folder, id: string, since: string): Promise<string | null> {
  const path = pathOf(folder, id, since);
  const mend = `remove ${path}, and it is made anew when somebody asks`;
  const kept = await textOf(folder, path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return null;
    const obstacle = obstacleOf(error);
    if (obstacle === null) throw error;
    throw snapshotDamaged(id, `what it changed ${obstacle}; ${mend}`, error);
  });
  if (kept === null) return null;
  const text = kept.slice(kept.indexOf('\n') + 1);
  if (kept !== `${sealOf(id, since, text)}\n${text}`)
    throw snapshotDamaged(id, `what it changed is not what was written; ${mend}`);
  return text;
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
  return join(folder.changes, `${id}-since-${since}.json`);
}
