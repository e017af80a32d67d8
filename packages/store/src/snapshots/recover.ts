import { basename, join } from 'node:path';
import { completeRetractions, isRetractionUnfinished } from '../retractions/retract.ts';
import { completeChange } from './change.ts';
import { damageOf, isStoreBusy } from './errors.ts';
import { type Folder, namesIn } from './folder.ts';
import { withLock } from './lock.ts';

/**
 * Removes what a publisher that died left behind, and answers the paths; a change of what is served that it made and
 * had not yet written down is written into the log. Does nothing while another one is at work.
 * Where there is nothing to remove, nothing is written, so that a store may stand on a disk that is read-only.
 */
export async function recover(folder: Folder): Promise<string[]> {
  const { paths, unfinished } = await leftovers(folder);
  if (paths.length === 0 && !unfinished) return [];
  try {
    return await whenRecovered(folder, async (removed) => removed);
  } catch (error) {
    if (isStoreBusy(error)) return [];
    throw error;
  }
}

/**
 * Holds the lock while `work` is done, which begins when all that an earlier process was cut short in has been carried out or removed:
 * a retraction that is carried out later would undo what `work` serves. It is told which paths were removed.
 */
export function whenRecovered<T>(folder: Folder, work: (removed: string[]) => Promise<T>): Promise<T> {
  return withLock(folder, async () => {
    const { paths } = await leftovers(folder);
    await completeChange(folder);
    await completeRetractions(folder);
    for (const path of paths) await folder.fs.remove(path);
    return work(paths);
  });
}

async function leftovers(folder: Folder): Promise<{ paths: string[]; unfinished: boolean }> {
  const { dataDir, snapshots, retractions, editions, changes } = folder;
  const inDataDir = await namesIn(folder, dataDir);
  const paths: string[] = [];
  for (const at of [retractions, editions, changes, snapshots, dataDir])
    if (at === dataDir || inDataDir.includes(basename(at)))
      paths.push(...(await listed(folder, at)).filter(isTemporary).map((name) => join(at, name)));
  const unfinished =
    inDataDir.includes('lock') ||
    inDataDir.includes('change.json') ||
    (inDataDir.includes('retractions') && (await isRetractionUnfinished(folder)));
  return { paths, unfinished };
}

/** What stands in a folder. Where comparisons cannot be kept, nothing of them is left over, and a publication goes on without. */
async function listed(folder: Folder, at: string): Promise<string[]> {
  return namesIn(folder, at).catch((error: unknown) => {
    if (at === folder.changes && damageOf(error) !== null) return [];
    throw error;
  });
}

/** Whether a name is one that this program makes for what is being written. One that only looks like it may be somebody else's. */
function isTemporary(name: string): boolean {
  return /(?:^|\.)tmp-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(name);
}
