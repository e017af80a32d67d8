import { change } from './change.ts';
import { snapshotDamaged } from './errors.ts';
import type { Folder } from './folder.ts';
import { withLock } from './lock.ts';
import { readManifest } from './manifest.ts';
import { sweep } from './recover.ts';
import { verify } from './verify.ts';

/** Serves another snapshot from now on. Throws when there is none of this id, or it is damaged. */
export async function rollback(folder: Folder, id: string, by?: string): Promise<void> {
  await readManifest(folder, id);
  const [problem] = (await verify(folder, id)).problems;
  if (problem) throw snapshotDamaged(id, `${problem.file} ${problem.problem}`);
  await withLock(folder, async () => {
    // A retraction of it that was cut short comes first: it would be carried out later, and nothing would be served then.
    await sweep(folder);
    // Read again: while every byte was compared, somebody else may have retracted it.
    await change(folder, await readManifest(folder, id), { what: 'rolled back', by, note: undefined });
  });
}
