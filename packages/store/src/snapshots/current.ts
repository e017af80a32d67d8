import { dirname } from 'node:path';
import { isSnapshotId } from '@article21/model';
import { hasCode, mostBytes } from './durable-fs.ts';
import { isSnapshotMissing, isSnapshotRetracted, obstacleOf } from './errors.ts';
import type { Folder } from './folder.ts';
import { readManifest } from './manifest.ts';
import { replaceFile } from './replace-file.ts';

/** The id of the snapshot served; null before the first is published. Throws when it names none. */
export async function readCurrent(folder: Folder): Promise<string | null> {
  const id = await statedCurrent(folder);
  if (id === null) return null;
  const mend = 'choose a snapshot with rollback, or publish again';
  if (!isSnapshotId(id)) throw new Error(`${folder.current} is malformed: it names no snapshot; ${mend}`);
  try {
    await readManifest(folder, id);
  } catch (error) {
    if (isSnapshotRetracted(error))
      throw new Error(`${folder.current} points to what was retracted, ${id}; ${mend}`, { cause: error });
    if (!isSnapshotMissing(error)) throw error;
    throw new Error(`${folder.current} points nowhere: there is no snapshot ${id}; ${mend}`, {
      cause: error,
    });
  }
  return id;
}

/** The content of the file, valid or not; null if there is none. */
export async function statedCurrent(folder: Folder): Promise<string | null> {
  try {
    return new TextDecoder().decode(await folder.fs.read(folder.current, mostBytes.line)).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    // Then it is not this file that is wrong, but the folder that it should be in.
    if (hasCode(error, 'ENOTDIR'))
      throw Object.assign(new Error(`${folder.dataDir} is not a folder`, { cause: error }), {
        code: 'ENOTDIR',
        path: folder.dataDir,
      });
    const obstacle = obstacleOf(error);
    if (obstacle === null) throw error;
    const mend = 'move it away, and choose a snapshot with rollback, or publish again';
    throw new Error(`${folder.current} is damaged: it ${obstacle}; ${mend}`, { cause: error });
  }
}

/** Serves another snapshot from now on: whoever reads the file sees the old id or the new one, whole. */
export async function swapCurrent({ fs, current }: Folder, id: string): Promise<void> {
  await replaceFile(fs, current, `${id}\n`);
  await fs.sync(dirname(current));
}

/** Serves nothing from now on, until a snapshot is served again. */
export async function serveNothing({ fs, current }: Folder): Promise<void> {
  await fs.remove(current);
  await fs.sync(dirname(current));
}
