import { namesOf, readChanges } from './changes.ts';
import type { Folder } from './folder.ts';
import { listIds } from './ids.ts';
import { readLog } from './log.ts';
import { inspectManifest } from './manifest.ts';

/**
 * Reads the seals of all snapshots and comparisons, and the log, so that none can be replaced unnoticed while this process runs. Unreadable
 * ones are skipped: requests for them report the error.
 */
export async function readSeals(folder: Folder): Promise<void> {
  const passOver = () => null;
  for (const id of await listIds(folder)) await inspectManifest(folder, id).catch(passOver);
  await readLog(folder).catch(passOver);
  for (const [id, since] of (await namesOf(folder).catch(passOver)) ?? [])
    await readChanges(folder, id, since).catch(passOver);
}
