import { existsSync } from 'node:fs';
import { copyFile, link, lstat, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashOf } from './dataset-folder.ts';
import { busy, unusable } from './unusable.ts';
import {
  adjacent,
  letGo,
  ownerOf,
  plainText,
  refuseBusy,
  removeAbandoned,
  removeIfOf,
  removeUnnamed,
  takeName,
  takeOver,
  WAITING,
} from './waiting-change.ts';

const JOURNAL = 'journal.json';
/** In bytes, far more than it has. */
const LONGEST_JOURNAL = 10_000_000;

/** Files made ready to take the place of those of a folder, all of them or none. */
export interface Change {
  /** A folder with the files as they will be; those that do not change are there too, so that all of it can be checked. */
  readonly staged: string;
  /** Puts the files in place, and removes those that are staged no more. Throws, and changes nothing, where somebody has changed one of them meanwhile. */
  commit(files: readonly string[]): Promise<void>;
  abandon(): Promise<void>;
}

/**
 * Begins to change a folder of a dataset. Whatever happens, a kill too, the folder is as it was before or as it is after: the
 * new files are put in place when all of them are on the disk and a journal says so, and `finishChange` ends what a kill
 * interrupted. A folder that is not there yet appears whole.
 */
export async function beginChange(folder: string): Promise<Change> {
  await finishChange(folder);
  const isNew = !existsSync(folder);
  await mkdir(dirname(folder), { recursive: true });
  const waiting = isNew ? adjacent(folder) : join(folder, WAITING);
  await refuseBusy(folder, waiting);
  await removeAbandoned(waiting);
  const owner = await takeName(waiting, folder);
  // From then on the change is made, if not now, then by whoever comes next.
  let isDecided = false;
  const abandon = async () => {
    if (!isDecided && (await ownerOf(waiting)) === owner.text) await removeIfOf(waiting, owner.text);
    letGo(owner.token);
  };
  const staged = join(waiting, 'files');
  const before: Before = new Map();
  try {
    // A new dataset has names of internal sources in it: who else may read it, its owner says.
    await mkdir(staged, { mode: 0o700 });
    if (!isNew) await copyInto(folder, staged, '', before);
  } catch (error) {
    await abandon();
    throw error;
  }
  return {
    staged,
    abandon,
    async commit(files) {
      const isStaged = (file: string) => existsSync(join(staged, file));
      const kept = files.filter(isStaged);
      const removed = files.filter((file) => !kept.includes(file));
      await syncAll(staged, kept);
      // Where somebody took this change for abandoned, what waits there by now is another one, or was not there for a moment.
      if ((await ownerOf(waiting)) !== owner.text || removed.some(isStaged))
        throw busy({ code: 'busy', values: { folder, waiting } });
      if (isNew) {
        await rename(staged, folder);
        await syncFolder(dirname(folder));
        await removeIfOf(waiting, owner.text);
        return void letGo(owner.token);
      }
      for (const file of files)
        if ((await hashOf(join(folder, file))) !== (before.get(file)?.hash ?? null))
          throw busy({ code: 'changed', values: { file } });
      await refuseChanged(folder, before);
      for (const file of files) await requireWithin(folder, file);
      await writeDurably(join(waiting, JOURNAL), JSON.stringify({ files: kept, removed }));
      isDecided = true;
      await carryOut(folder);
      letGo(owner.token);
    },
  };
}

/**
 * Ends a change that a kill interrupted: all of it, where its journal was written; else nothing of it. Throws where one is
 * being put in place at this moment: who makes it also ends it.
 */
export async function finishChange(folder: string): Promise<void> {
  const waiting = join(folder, WAITING);
  for (const either of [adjacent(folder), waiting]) await removeUnnamed(either);
  // A folder that was new is there or not: what waits beside it is of no use to anybody else.
  await removeAbandoned(adjacent(folder));
  if (!existsSync(waiting)) return;
  if (existsSync(join(waiting, JOURNAL))) {
    const token = await takeOver(waiting, folder);
    if (token === null) return;
    try {
      await carryOut(folder);
    } finally {
      letGo(token);
    }
  } else await removeAbandoned(waiting);
}

/** Puts the files that a journal names in place. */
async function carryOut(folder: string): Promise<void> {
  const waiting = join(folder, WAITING);
  const journal = join(waiting, JOURNAL);
  const named = readJournal((await plainText(journal, LONGEST_JOURNAL)) ?? '');
  if (named === null) throw unusable({ code: 'journal', values: { file: journal, folder: waiting } });
  for (const file of [...named.files, ...named.removed]) {
    await requireWithin(folder, join(WAITING, 'files', file));
    await requireWithin(folder, file);
  }
  for (const file of named.removed) await rm(join(folder, file), { force: true });
  for (const file of named.files) {
    const from = join(waiting, 'files', file);
    if (!existsSync(from)) continue;
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await rename(from, join(folder, file));
  }
  await syncFolder(folder);
  await removeIfOf(waiting, await ownerOf(waiting));
}

/**
 * The files that a change puts in place, and those that it removes; null where it is no journal. It came with the folder, which somebody else may have
 * made: what it names must not lead out of it, nor to what is hidden in it, which is no part of a dataset (`.git`).
 */
function readJournal(text: string): { files: string[]; removed: string[] } | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  // An earlier version removed nothing.
  const { files, removed = [] } = Object(parsed) as { files?: unknown; removed?: unknown };
  const isPlain = (file: unknown): file is string =>
    typeof file === 'string' && file.split(/[/\\]/).every((part) => part !== '' && !part.startsWith('.'));
  const areFiles = (all: unknown): all is string[] => Array.isArray(all) && all.every(isPlain);
  return areFiles(files) && areFiles(removed) ? { files, removed } : null;
}

/** Throws where a folder on the way to a file is a link: it may lead anywhere. */
async function requireWithin(folder: string, file: string): Promise<void> {
  for (let at = dirname(file); at !== '.'; at = dirname(at)) {
    const found = await lstat(join(folder, at)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
      throw error;
    });
    if (found?.isSymbolicLink()) throw unusable({ code: 'is_link', values: { folder: join(folder, at) } });
  }
}

/** What the files of a folder held when a change of it began. */
type Before = Map<string, { hash: string | null; stamp: string | null }>;

/**
 * Throws where somebody has changed or removed a file that the change leaves as it is, as `git checkout` does: the folder that was
 * found sound was another one. A file that the system knows again is not read anew.
 */
async function refuseChanged(folder: string, before: Before): Promise<void> {
  for (const [file, { hash, stamp }] of before) {
    const path = join(folder, file);
    if ((await stampOf(path)) !== stamp && (await hashOf(path)) !== hash)
      throw busy({ code: 'changed', values: { file } });
  }
}

/** Number, size and time of the last writing of a file; null where there is none. Not of its last change, as which a second name counts. */
async function stampOf(path: string): Promise<string | null> {
  const stats = await stat(path, { bigint: true }).catch(() => null);
  return stats && [stats.ino, stats.size, stats.mtimeNs].join('.');
}

/** Links the files of a folder into another, and notes what they hold; hidden ones are no part of a dataset. */
async function copyInto(from: string, to: string, under: string, before: Before): Promise<void> {
  for (const entry of await readdir(join(from, under), { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(under, entry.name);
    if (entry.isDirectory()) {
      await mkdir(join(to, path));
      await copyInto(from, to, path, before);
    } else if (entry.isFile()) {
      // Before it is read, so that what is written into it meanwhile gives it another stamp.
      const stamp = await stampOf(join(from, path));
      before.set(path, { hash: await hashOf(join(from, path)), stamp });
      await linkOrCopy(join(from, path), join(to, path));
    }
  }
}

/** Disks of some systems know no second name for a file. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to);
  }
}

async function syncAll(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) {
    const handle = await open(join(folder, file), 'r');
    await handle.sync();
    await handle.close();
  }
  for (const at of new Set(files.map((file) => dirname(join(folder, file))))) await syncFolder(at);
}

async function writeDurably(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  const handle = await open(`${path}.new`, 'r');
  await handle.sync();
  await handle.close();
  await rename(`${path}.new`, path);
  await syncFolder(dirname(path));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
