import { join } from 'node:path';
import { hasCode } from './durable-fs.ts';
import { isStoreBusy } from './errors.ts';
import type { Folder } from './folder.ts';
import { withLock } from './lock.ts';

/**
 * Removes what a publisher that died left behind, and answers the paths. Does nothing while another one is at work,
 * and nothing when there is no store yet.
 */
export async function recover(folder: Folder): Promise<string[]> {
  try {
    await folder.fs.list(folder.snapshots);
    return await withLock(folder, () => sweep(folder));
  } catch (error) {
    if (isStoreBusy(error) || hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Removes temporary files and folders; only for the one who holds the lock. */
export async function sweep({ fs, snapshots, dataDir }: Folder): Promise<string[]> {
  const inSnapshots = (await fs.list(snapshots)).filter(({ name }) => name.startsWith('tmp-'));
  const inDataDir = (await fs.list(dataDir)).filter(({ name }) => /^(?:current|lock)\.tmp-/.test(name));
  const left = [
    ...inSnapshots.map(({ name }) => join(snapshots, name)),
    ...inDataDir.map(({ name }) => join(dataDir, name)),
  ];
  for (const path of left) await fs.remove(path);
  return left;
}
