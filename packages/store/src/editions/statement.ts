import { join } from 'node:path';
import { hasCode, mostBytes } from '../snapshots/durable-fs.ts';
import { storeBusy } from '../snapshots/errors.ts';
import type { Folder } from '../snapshots/folder.ts';
import { replaceFile } from '../snapshots/replace-file.ts';
import { STATEMENT } from './edition.ts';

/** On whose word something is done to a store that follows, and which statement was the last one when that was heard. */
export interface OnWord {
  by: string;
  statement: string;
  after: string | null;
}

/** The text of the signed statement; null where nobody signed anything. */
export async function readStatement({ fs, editions }: Folder): Promise<string | null> {
  try {
    return new TextDecoder().decode(await fs.read(join(editions, STATEMENT), mostBytes.line));
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null;
    throw error;
  }
}

/**
 * Keeps the signed statement of what is served, for who holds the lock: whoever reads it sees the old one or the new one, whole.
 * `before` is done just before, when nothing refuses it any more.
 */
export async function keepStatement(
  folder: Folder,
  text: string,
  after: string | null,
  before?: () => Promise<void>,
): Promise<void> {
  const { fs, editions } = folder;
  refuseOvertaken(await readStatement(folder), after);
  await fs.makeFolder(editions);
  await replaceFile(fs, join(editions, STATEMENT), text, before);
  await fs.sync(editions);
}

/**
 * A statement follows the one that was read when it was made, or heard. Throws a `StoreBusy` where another stands there by now:
 * of two who sign or follow at once, the second one's is not the last word.
 */
export function refuseOvertaken(now: string | null, after: string | null): void {
  if (now !== after)
    throw storeBusy(
      'somebody else has signed or followed meanwhile, and nothing was signed or served; try again',
    );
}
