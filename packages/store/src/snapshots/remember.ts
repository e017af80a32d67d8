import { namesOf, readChanges } from './changes.ts';
import type { Folder } from './folder.ts';
import { listIds } from './ids.ts';
import { inspectManifest } from './manifest.ts';

/**
 * Reads the seals of all snapshots and of what they changed, so that none of them can be made anew unnoticed while this
 * process runs. What cannot be read is passed over here: whoever asks for it is told.
 */
export async function remember(folder: Folder): Promise<void> {
  const passOver = () => null;
  for (const id of await listIds(folder)) await inspectManifest(folder, id).catch(passOver);
  for (const [id, since] of await namesOf(folder)) await readChanges(folder, id, since).catch(passOver);
}
