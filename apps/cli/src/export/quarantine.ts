import {
  type BigIntStats,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A folder of this user alone, in which a file is looked at once more before it is removed for good. */
export interface Quarantine {
  /**
   * Removes a file that was just seen to be this. Between the look and the removal somebody may have put another one in its
   * place, or led its folder elsewhere: what was really taken is compared, and put back where it is not that. Answers whether it was.
   */
  remove(file: string, seen: BigIntStats): boolean;
  /** Removes the folder. Answers what stays in it, since there was no way back; null where nothing does. */
  end(): string | null;
}

/** Such a folder beside another one, on the same disk. */
export function createQuarantine(folder: string): Quarantine {
  const own = mkdtempSync(`${folder}.gone-`);
  let count = 0;
  return {
    remove(file, seen) {
      count += 1;
      const taken = join(own, String(count));
      try {
        renameSync(file, taken);
      } catch (error) {
        if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? ''))
          return false;
        throw error;
      }
      const isSame = identity(lstatSync(taken, { bigint: true })) === identity(seen);
      if (isSame) unlinkSync(taken);
      else putBack(taken, file);
      return isSame;
    },
    end() {
      const [stays] = readdirSync(own);
      if (stays === undefined) rmdirSync(own);
      return stays === undefined ? null : `a file that is not its own, which is now ${join(own, stays)}`;
    },
  };
}

/** The folders that removals beside a folder left because they were killed, or had no way back. */
export function leftQuarantines(folder: string): string[] {
  const parent = dirname(folder);
  const names = readdirSync(parent).filter((name) => name.startsWith(`${basename(folder)}.gone-`));
  return names.map((name) => join(parent, name));
}

/** By what a file is known that was only moved: that, too, counts as a change of it. */
function identity({ dev, ino, size, mtimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs].join(' ');
}

/** In the place of nothing that came there meanwhile; then it stays where it is. */
function putBack(taken: string, file: string): void {
  try {
    if (lstatSync(taken).isDirectory()) renameSync(taken, file);
    else {
      // Unlike a change of name, a second name never replaces what is there.
      linkSync(taken, file);
      unlinkSync(taken);
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EEXIST', 'ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EISDIR', 'EPERM'].includes(code)) throw error;
  }
}
