import { join } from 'node:path';
import { keptAgainst, MEND_FOLDER, readChanges } from './changes.ts';
import { hasCode } from './durable-fs.ts';
import { isSnapshotDamaged } from './errors.ts';
import type { FileEntry } from './fingerprint.ts';
import { type Folder, snapshotFolder } from './folder.ts';
import { difference, report, type VerifyReport } from './verify.ts';

/** Looks again and again whether the files of a snapshot, and what is kept of its changes, are still those that were written. */
export type Inspect = (id: string) => Promise<VerifyReport>;

/** What was found of a file with this stat. */
interface Found {
  stamp: string;
  problem: string | null;
}

/** A file that was changed so lately may be changed again without another time of change: clocks of disks are coarse. */
const SETTLED_MS = 2000;

// The time of day, because the times of files are of that clock.
const timeOfDay = () => Date.now();

/**
 * An inspection that reads only what was changed since it was last read, by what the system says of a file: it may be
 * asked every few seconds. Who asks while one is going on is given its answer.
 */
export function createInspect(folder: Folder, now: () => number = timeOfDay): Inspect {
  const going = new Map<string, Promise<VerifyReport>>();
  /** What was found of files, of one snapshot at a time: it is the served one that is asked for again and again. */
  let known = { id: '', found: new Map<string, Found>() };

  async function problemOf(
    path: string,
    found: Map<string, Found>,
    look: () => Promise<string | null>,
  ): Promise<string | null> {
    const stamp = await folder.fs.stamp(path).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (stamp === null) return 'is missing';
    const before = found.get(path);
    if (before?.stamp === stamp.text) return before.problem;
    const problem = await look();
    const isSettled = Math.abs(now() - stamp.changed) > SETTLED_MS;
    // The stamp is from before the file was read: what is changed meanwhile has another the next time.
    if (isSettled) found.set(path, { stamp: stamp.text, problem });
    else found.delete(path);
    return problem;
  }

  function differs(id: string, found: Map<string, Found>, entry: FileEntry): Promise<string | null> {
    const root = snapshotFolder(folder, id);
    return problemOf(join(root, entry.path), found, () => difference(folder, root, entry));
  }

  async function looked(id: string, found: Map<string, Found>): Promise<VerifyReport> {
    const { problems } = await report(folder, id, (entry) => differs(id, found, entry));
    const against = await keptAgainst(folder, id).catch((error: unknown) => {
      if (!isSnapshotDamaged(error)) throw error;
      problems.push({ file: 'changes', problem: `cannot be read; ${MEND_FOLDER}` });
      return [];
    });
    for (const since of against) {
      const name = `${id}-since-${since}.json`;
      const problem = await problemOf(join(folder.changes, name), found, () =>
        readChanges(folder, id, since).then(() => null, damageOf),
      );
      // It may have been removed since it was listed, and then nothing is kept.
      if (problem !== null && problem !== 'is missing') problems.push({ file: `changes/${name}`, problem });
    }
    return { id, ok: problems.length === 0, problems };
  }

  return (id) => {
    if (known.id !== id) known = { id, found: new Map() };
    const { found } = known;
    const running = going.get(id) ?? looked(id, found).finally(() => going.delete(id));
    going.set(id, running);
    return running;
  };
}

function damageOf(error: unknown): string {
  // What to do about it names a path of this machine, which is for the log of whoever asks for the comparison.
  if (isSnapshotDamaged(error))
    return 'is not what was kept; remove it, and it is made anew when somebody asks';
  throw error;
}
