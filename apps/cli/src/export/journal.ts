import { appendFileSync, lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Removable, removeListed } from './replaced.ts';

/**
 * The file in a folder that is being filled which names what is written into it, so that what a killed export left is told
 * from what somebody else put there. No file of an export has a name that begins so.
 */
const JOURNAL = '.article21-writing';
const MOST_BYTES = 64 * 2 ** 20;

/** Says that a path is about to be written. */
export function addToJournal(folder: string, path: string): void {
  appendFileSync(join(folder, JOURNAL), `${path}\n`);
}

/** Removes the list: what is complete has one of its own. */
export function endJournal(folder: string): void {
  rmSync(join(folder, JOURNAL), { force: true });
}

/** The paths that were to be written; null where nothing says so. */
export function readJournal(folder: string): string[] | null {
  const path = join(folder, JOURNAL);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  // Neither a link is followed nor a pipe waited for.
  if (!stats?.isFile() || stats.size > MOST_BYTES) return null;
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((it) => it !== '');
}

/**
 * Removes those files of a folder, and it when nothing else is in it; with stamps, as `removeListed` does. Answers the first thing that stays, which no export
 * wrote or which is being written at this moment; null when the folder is gone. The list stays as long as the folder does.
 */
export function removeWritten(
  folder: string,
  paths: Iterable<string>,
  stamps: Removable | null = null,
): string | null {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats) return null;
  if (!stats.isDirectory()) return 'become something else than a folder';
  const named = [...paths].filter((path) => path !== JOURNAL);
  if (removeListed(folder, named, stamps) === null) return null;
  const left = firstFile(folder, '');
  if (left !== null) return left;
  endJournal(folder);
  try {
    rmdirSync(folder);
    return null;
  } catch {
    // An empty folder that no export made, or what came there meanwhile.
    return readdirSync(folder)[0] ?? null;
  }
}

function firstFile(folder: string, at: string): string | null {
  for (const entry of readdirSync(join(folder, at), { withFileTypes: true })) {
    const path = at === '' ? entry.name : `${at}/${entry.name}`;
    const found = entry.isDirectory() ? firstFile(folder, path) : path === JOURNAL ? null : path;
    if (found !== null) return found;
  }
  return null;
}
