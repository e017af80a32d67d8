import { createHash } from 'node:crypto';
import { renameSync } from 'node:fs';
import { lstat, readdir, rename, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MirrorFile } from '@article21/static-site/write';
import { diskObstacle, makeFolder } from '@article21/store';
import { exits } from '../command.ts';
import { failure, misuse } from '../failure.ts';
import { visible } from '../output.ts';
import { claimAdjacent, clearAdjacent, reportKept } from './adjacent-folders.ts';
import { addToJournal, endJournal, removeWritten } from './journal.ts';
import { copyKept, type Examined, examine, keep, removeListed } from './replaced.ts';

interface WrittenFile {
  path: string;
  bytes: number;
  sha256: string;
}

/** A folder that is being filled, and takes the place of the target when it is complete. */
export interface NewFolder {
  files: readonly WrittenFile[];
  /**
   * Writes a file and keeps its hash. Throws on a path that was written already, and on one that servers of files leave
   * out: with a name that begins with `.` or `_`, but for the file by which they are told.
   */
  put(file: MirrorFile): Promise<void>;
  /** Writes a file that no list names. */
  putUnlisted(file: MirrorFile): Promise<void>;
  /** Puts the folder in the target's place. */
  finish(): Promise<void>;
  /** Removes what was written, and nothing that somebody else put there; nothing once it is finished. */
  discard(): Promise<void>;
}

/** Tells GitHub Pages to serve the folder as it is, and not through Jekyll, which leaves files out. */
export const NO_JEKYLL = '.nojekyll';

/** Begins a folder beside its target. Throws when the target holds anything that an earlier export did not write. */
export async function startFolder(target: string): Promise<NewFolder> {
  await withDiskHint(target, () => clearAdjacent(target));
  await withDiskHint(target, () => checkTarget(target));
  const claim = claimAdjacent(target);
  const root = claim.filled;
  const files: WrittenFile[] = [];
  const known = claim.written;
  const write = async ({ path, data }: MirrorFile) => {
    const bytes = typeof data === 'string' ? Buffer.from(data) : data;
    if (path !== NO_JEKYLL && /(?:^|\/)[._]/.test(path))
      throw new Error(`${path} would be left out by servers of files: a name begins with . or _`);
    if (known.has(path)) throw new Error(`${path} was to be written twice`);
    known.add(path);
    await withDiskHint(target, async () => {
      addToJournal(root, path);
      await makeFolder(dirname(join(root, path)));
      await writeFile(join(root, path), bytes, { flag: 'wx' });
    });
    return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  try {
    await withDiskHint(target, () => makeFolder(root));
  } catch (error) {
    claim.release();
    throw error;
  }
  return {
    files,
    put: async (file) => void files.push(await write(file)),
    putUnlisted: async (file) => void (await write(file)),
    finish: () =>
      withDiskHint(target, () => {
        endJournal(root);
        return replace(root, target, claim.replaced);
      }),
    discard: async () => {
      let left = removeWritten(root, known);
      // What is being written at this moment may still come into the folder.
      for (let again = 0; left !== null && again < 5; again++) {
        await sleep(20);
        left = removeWritten(root, known);
      }
      claim.release();
      if (left !== null) reportKept(root, left);
    },
  };
}

/** Does some work on the folder; what the system refuses is said in one sentence, with what to do about it. */
async function withDiskHint<T>(target: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const obstacle = diskObstacle(error, 'export to a folder on another disk');
    if (!obstacle) throw error;
    const { code, kind, explanation } = obstacle;
    throw failure(exits.failed, kind, `cannot export to ${target}: ${explanation} (${code})`, error);
  }
}

/**
 * For a moment between the two renames there is neither; a reader then meets what a missing page is. What stood there
 * is examined again before anything of it is removed: somebody may have put a file into it since the beginning. What the
 * owner added for the host of the web space stays.
 */
async function replace(root: string, target: string, old: string): Promise<void> {
  if (!(await exists(target))) return rename(root, target);
  renameSync(target, old);
  try {
    renameSync(root, target);
  } catch (error) {
    renameSync(old, target);
    throw error;
  }
  const examined = await examineOld(old);
  if (examined.files) copyKept(old, target, examined.foreign);
  const left = examined.files ? removeListed(old, examined.files.keys(), examined.files) : examined.problem;
  if (left === null) return;
  const kept = keep(old, target);
  throw failure(
    exits.failed,
    'kept',
    `${target} is exported anew, but what stood there before has ${visible(left)}: it is kept in ${kept}`,
  );
}

async function examineOld(old: string): Promise<Examined> {
  if (!(await lstat(old)).isDirectory()) return { problem: 'become something else than a folder' };
  if ((await readdir(old)).length === 0) return { files: new Map(), foreign: [] };
  const examined = await examine(old);
  return examined === 'no export' ? { problem: 'no list of files of an export' } : examined;
}

/** An earlier export is replaced whole, so there must be nothing in it that somebody else put there or changed. */
async function checkTarget(target: string): Promise<void> {
  if (!(await exists(target))) return;
  if (!(await lstat(target)).isDirectory())
    throw misuse(`${target} is not a folder; name one that is empty or not there yet`);
  const names = await readdir(target);
  if (names.length === 0) return rmdir(target);
  const examined = await examine(target);
  if (examined === 'no export')
    throw misuse(
      `${target} is not empty and no earlier export (it has ${visible(names[0] ?? '')}); name an empty folder`,
    );
  if (examined.problem !== undefined)
    throw misuse(`${target} has ${visible(examined.problem)}; move it away, or export to another folder`);
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
