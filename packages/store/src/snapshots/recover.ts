import { join } from 'node:path';
import { completeRetractions, isRetractionUnfinished } from '../retractions/retract.ts';
import { completeChange } from './change.ts';
import { isStoreBusy } from './errors.ts';
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
    return await withLock(folder, () => sweep(folder));
  } catch (error) {
    if (isStoreBusy(error)) return [];
    throw error;
  }
}

/** Removes temporary files and folders; only for the one who holds the lock. */
export async function sweep(folder: Folder): Promise<string[]> {
  const { paths } = await leftovers(folder);
  await completeChange(folder);
  await completeRetractions(folder);
  for (const path of paths) await folder.fs.remove(path);
  return paths;
}

async function leftovers(folder: Folder): Promise<{ paths: string[]; unfinished: boolean }> {
  const inDataDir = await namesIn(folder, folder.dataDir);
  const inSnapshots = inDataDir.includes('snapshots') ? await namesIn(folder, folder.snapshots) : [];
  const temporary = inDataDir.filter((name) => /^(?:current|lock|change\.json)\.tmp-/.test(name));
  const inRetractions = inDataDir.includes('retractions') ? await namesIn(folder, folder.retractions) : [];
  const paths = [
    ...inRetractions.filter((name) => name.includes('.tmp-')).map((name) => join(folder.retractions, name)),
    ...inSnapshots.filter((name) => name.startsWith('tmp-')).map((name) => join(folder.snapshots, name)),
    ...temporary.map((name) => join(folder.dataDir, name)),
  ];
  const unfinished =
    inDataDir.includes('lock') ||
    inDataDir.includes('change.json') ||
    (inDataDir.includes('retractions') && (await isRetractionUnfinished(folder)));
  return { paths, unfinished };
}
