import { statedCurrent, swapCurrent } from './current.ts';
import { isSnapshotDamaged, isSnapshotMissing } from './errors.ts';
import type { Folder } from './folder.ts';
import { appendLog, type LogEntry } from './log.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { operator } from './operator.ts';

interface Change {
  what: LogEntry['what'];
  by: string | undefined;
  note: string | undefined;
}

/** Serves a snapshot that is on the disk, and writes down that it is. */
export async function change(folder: Folder, manifest: Manifest, { what, by, note }: Change): Promise<void> {
  const from = await statedCurrent(folder);
  const before = from === null ? null : await recordsOf(folder, from);
  // Also after an earlier publication whose last steps failed: its name must be on the disk before it is served.
  await folder.fs.sync(folder.snapshots);
  await swapCurrent(folder, manifest.id);
  try {
    await appendLog(folder, {
      at: new Date().toISOString(),
      by: by ?? operator(),
      what,
      from,
      to: manifest.id,
      records: { before, after: manifest.records },
      note: note ?? null,
    });
  } catch (cause) {
    throw new Error(`${manifest.id} is served, but ${folder.log} could not be written`, { cause });
  }
}

/** How many records the snapshot before has; null when it cannot be read, which is no reason to go on serving it. */
async function recordsOf(folder: Folder, id: string): Promise<number | null> {
  try {
    return (await readManifest(folder, id)).records;
  } catch (error) {
    if (isSnapshotMissing(error) || isSnapshotDamaged(error)) return null;
    throw error;
  }
}
