import { isSnapshotId } from '@article21/model';
import { retractedIds } from '../retractions/read.ts';
import { hasCode } from './durable-fs.ts';
import type { Folder } from './folder.ts';

/** The ids of all snapshots, also of damaged ones, newest first; without those that were retracted, also where their files are there yet. */
export async function listIds(folder: Folder): Promise<string[]> {
  try {
    const entries = await folder.fs.list(folder.snapshots);
    const ids = entries.filter((it) => it.kind === 'folder' && isSnapshotId(it.name)).map((it) => it.name);
    const retracted = new Set(await retractedIds(folder));
    return ids
      .filter((id) => !retracted.has(id))
      .sort()
      .reverse();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
