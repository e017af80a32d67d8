import { createHash, randomUUID } from 'node:crypto';
import { constants, existsSync } from 'node:fs';
import { copyFile, link, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { hasEnded, printHolder, readHolder } from '@article21/store/process';
import { busy } from './unusable.ts';

/** Where the files of a change wait, in the folder that they are for. */
export const WAITING = '.article21-change';
const OWNER = 'process';
/** In bytes, far more than they have. */
const LONGEST_OWNER = 10_000;

/** The tokens of the changes that this process itself is making. */
const changing = new Set<string>();

/** Where the files of a folder that is not there yet wait. */
export function adjacent(folder: string): string {
  return join(dirname(folder), `.${basename(folder)}${WAITING}`);
}

/** Removes what a kill left of a change that had not got its name yet, or had it no more. */
export async function removeUnnamed(waiting: string): Promise<void> {
  const names = await readdir(dirname(waiting)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  const start = `${basename(waiting)}-`;
  for (const name of names) {
    const [, pid, token = ''] =
      (name.startsWith(start) && /^(\d+)(?:-(.+))?$/.exec(name.slice(start.length))) || [];
    if (pid === undefined) continue;
    const own = join(dirname(waiting), name);
    // Who makes it may be writing into it at this moment who that is, and who removes it for somebody else is named by its name.
    const stated = readHolder((await ownerOf(own)) ?? '');
    const named = { pid: Number(pid), host: hostname(), token };
    if (hasEnded(named, changing) && (stated === null || hasEnded(stated, changing)))
      await rm(own, { recursive: true, force: true });
  }
}

/** Makes the folder in which a change waits, with who makes it in it, in one step. */
export async function takeName(waiting: string, folder: string): Promise<{ token: string; text: string }> {
  const token = randomUUID();
  const text = printHolder(token);
  const own = `${waiting}-${process.pid}-${token}`;
  changing.add(token);
  try {
    await mkdir(own, { mode: 0o700 });
    await writeFile(join(own, OWNER), text);
    await rename(own, waiting).catch((error: unknown) => {
      throw busy({ code: 'busy', values: { folder, waiting } }, error);
    });
    return { token, text };
  } catch (error) {
    changing.delete(token);
    await rm(own, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Takes the place of whoever began a change and has ended, so that one process at a time finishes it. There is no moment in which nobody
 * stands there. Throws where somebody is at it; null where it was finished meanwhile.
 */
export async function takeOver(waiting: string, folder: string): Promise<string | null> {
  const token = randomUUID();
  changing.add(token);
  try {
    if (await replaceOwner(join(waiting, OWNER), printHolder(token))) return token;
    throw busy({ code: 'busy', values: { folder, waiting } });
  } catch (error) {
    changing.delete(token);
    if (isAbsent(error) && !existsSync(waiting)) return null;
    throw error;
  }
}

/**
 * Writes an owner where there is none, or one that has ended; answers whether it did. It is claimed in a file beside, whose name is made
 * of the text to be replaced; who ended before it had done so is replaced in the same way.
 */
async function replaceOwner(path: string, text: string): Promise<boolean> {
  const stale = await plainText(path, LONGEST_OWNER);
  if (!isAbandonedBy(stale)) return false;
  if (stale === null) return createWhole(path, text);
  const claim = `${path}-${createHash('sha256').update(stale).digest('hex').slice(0, 16)}`;
  if (!(await createWhole(claim, text)) && !(await replaceOwner(claim, text))) return false;
  // Somebody else may have done it between the reading of it and the claim.
  if ((await plainText(path, LONGEST_OWNER)) === stale) {
    await rename(claim, path);
    return true;
  }
  await rm(claim);
  return false;
}

/** Makes a file with all of its text in it; answers whether there was none. */
async function createWhole(path: string, text: string): Promise<boolean> {
  const own = `${path}.${randomUUID()}`;
  await writeFile(own, text);
  try {
    await link(own, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      // Disks of some systems know no second name for a file.
      return copyFile(own, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

export async function refuseBusy(folder: string, waiting: string): Promise<void> {
  if (existsSync(waiting) && !isAbandonedBy(await ownerOf(waiting)))
    throw busy({ code: 'busy', values: { folder, waiting } });
}

/**
 * Removes a change that nobody makes any more. Nobody can tell the moment at which somebody else does the same and begins one of
 * his own: it is moved away, which one alone can do, and what turns out to be another one is put back.
 */
export async function removeAbandoned(waiting: string): Promise<void> {
  const owner = await ownerOf(waiting);
  if (existsSync(waiting) && isAbandonedBy(owner)) await removeIfOf(waiting, owner);
}

/** Removes a change whose owner is still the one that was read. It is never seen without its owner. */
export async function removeIfOf(waiting: string, owner: string | null): Promise<void> {
  const token = randomUUID();
  const aside = `${waiting}-${process.pid}-${token}`;
  changing.add(token);
  try {
    await rename(waiting, aside);
    if ((await ownerOf(aside)) === owner) await rm(aside, { recursive: true, force: true });
    else await putBack(aside, waiting);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  } finally {
    changing.delete(token);
  }
}

/** Whether the process that began a change has ended without finishing it; who cannot be asked from here may be at it still. */
function isAbandonedBy(text: string | null): boolean {
  // A kill may have come while an earlier version removed the folder.
  if (text === null) return true;
  // An earlier version wrote the number of its process alone.
  const holder = readHolder(
    /^\d+$/.test(text) ? JSON.stringify({ pid: Number(text), host: hostname(), token: '' }) : text,
  );
  return holder === null || hasEnded(holder, changing);
}

/** Who makes a change, as it was written; null where nobody says so. */
export function ownerOf(waiting: string): Promise<string | null> {
  return plainText(join(waiting, OWNER), LONGEST_OWNER);
}

/** The text of a file; null where there is none, or something else than a change has: a pipe, a link, more than `most` bytes. */
export async function plainText(path: string, most: number): Promise<string | null> {
  try {
    const stats = await lstat(path);
    return stats.isFile() && stats.size <= most ? await readFile(path, 'utf8') : null;
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

async function putBack(aside: string, waiting: string): Promise<void> {
  try {
    await rename(aside, waiting);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    // A third one has begun by now: whose this was finds it out before he puts anything in place.
    await rm(aside, { recursive: true, force: true });
  }
}

/** Says that this process makes a change no longer. */
export function letGo(token: string): void {
  changing.delete(token);
}
