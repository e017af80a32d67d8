import { join } from 'node:path';
import { hasCode } from './durable-fs.ts';
import type { FileEntry } from './fingerprint.ts';
import { type Folder, snapshotFolder } from './folder.ts';
import { difference, report, type VerifyReport } from './verify.ts';

/** Looks again and again whether the files of a snapshot are still those that were published. */
export type Inspect = (id: string) => Promise<VerifyReport>;

/** What a file was found to be when the system said this of it. */
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

  async function differs(id: string, found: Map<string, Found>, entry: FileEntry): Promise<string | null> {
    const root = snapshotFolder(folder, id);
    const stamp = await folder.fs.stamp(join(root, entry.path)).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (stamp === null) return 'is missing';
    const before = found.get(entry.path);
    if (before?.stamp === stamp.text) return before.problem;
    const problem = await difference(folder, root, entry);
    const isSettled = Math.abs(now() - stamp.changed) > SETTLED_MS;
    // The stamp is from before the file was read: what is changed meanwhile has another the next time.
    if (isSettled) found.set(entry.path, { stamp: stamp.text, problem });
    else found.delete(entry.path);
    return problem;
  }

  return (id) => {
    if (known.id !== id) known = { id, found: new Map() };
    const { found } = known;
    const running =
      going.get(id) ??
      report(folder, id, (entry) => differs(id, found, entry)).finally(() => going.delete(id));
    going.set(id, running);
    return running;
  };
}
