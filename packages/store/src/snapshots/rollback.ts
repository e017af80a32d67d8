import { change } from './change.ts';
import { snapshotDamaged } from './errors.ts';
import type { Folder } from './folder.ts';
import { readManifest } from './manifest.ts';
import { whenRecovered } from './recover.ts';
import { verify } from './verify.ts';

/** Serves another snapshot from now on. Throws when there is none of this id, or it is damaged. */
export async function rollback(folder: Folder, id: string, by?: string): Promise<void> {
  await readManifest(folder, id);
  const [problem] = (await verify(folder, id)).problems;
  if (problem) throw snapshotDamaged(id, `${problem.file} ${problem.problem}`);
  await whenRecovered(folder, async () => {
    // Read again: while every byte was compared, somebody else may have retracted it.
    await change(folder, await readManifest(folder, id), { what: 'rolled back', by, note: undefined });
  });
}
