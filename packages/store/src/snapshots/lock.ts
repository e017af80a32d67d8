import { randomUUID } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { hasCode, mostBytes } from './durable-fs.ts';
import { storeBusy } from './errors.ts';
import { sha256 } from './fingerprint.ts';
import type { Folder } from './folder.ts';
import { requireLog } from './log.ts';
import {
  type Holder,
  hasEnded,
  type ProcessIdentity,
  printHolder,
  readHolder,
  thisProcess,
} from './process.ts';

/** The locks that this process holds: a file with our own process id and another token is left over. */
const held = new Set<string>();

/**
 * Runs `work` as the only one who changes this folder, and only where that can be written into its log. A lock that a dead process of this machine left is broken;
 * another is respected, also where nobody can tell from here: throws a `StoreBusy` at once, without waiting.
 */
export async function withLock<T>(folder: Folder, work: () => Promise<T>): Promise<T> {
  await makeStore(folder);
  const token = randomUUID();
  // Before it is written down: whoever reads it there must know that it is held.
  held.add(token);
  try {
    await take(folder, printHolder(token));
  } catch (error) {
    held.delete(token);
    throw error;
  }
  let result: T;
  try {
    await requireLog(folder);
    result = await work();
  } catch (error) {
    held.delete(token);
    await folder.fs.remove(folder.lock).catch(() => {
      // The first error is the one to report; a lock of this process that is not held is broken by the next.
    });
    throw error;
  }
  held.delete(token);
  await folder.fs.remove(folder.lock);
  return result;
}

/** Makes the folders of a new store. */
async function makeStore({ fs, dataDir, snapshots }: Folder): Promise<void> {
  try {
    await fs.list(snapshots);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
    await fs.makeFolder(dataDir);
    await fs.sync(dirname(resolve(dataDir)));
    // Last, so that a publication after one that failed here begins here again.
    await fs.makeFolder(snapshots);
  }
}

async function take(folder: Folder, text: string): Promise<void> {
  const { fs, lock, dataDir } = folder;
  if (await fs.create(lock, text)) return;
  const stale = await staleText(folder, lock);
  const isTaken =
    stale === null ? await fs.create(lock, text) : await takeOver(folder, lock, { stale, text });
  if (!isTaken) throw storeBusy(`${dataDir} is being changed by another process; try again when it is done`);
}

/**
 * Puts this process in the place of a holder that has ended; answers whether it did. There is no moment in which nobody stands
 * there, and one process at a time does it: it claims it in a file beside, whose name is made of the text to be replaced.
 * Who ended before it had done so is replaced in the same way.
 */
async function takeOver(
  folder: Folder,
  path: string,
  { stale, text }: { stale: string; text: string },
): Promise<boolean> {
  const { fs, lock } = folder;
  const claim = `${lock}.tmp-${uuidOf(stale)}`;
  if (!(await fs.create(claim, text))) {
    const ended = await staleText(folder, claim);
    if (ended === null || !(await takeOver(folder, claim, { stale: ended, text }))) return false;
  }
  // Somebody else may have done it between the reading of it and the claim.
  if ((await readHolderText(folder, path)) === stale) {
    await fs.rename(claim, path);
    return true;
  }
  await fs.remove(claim);
  return false;
}

/** A name in the form of those that are removed where a process left them. */
function uuidOf(text: string): string {
  return sha256(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** The text of a holder that has ended; null when it is gone by now. Throws when it is alive. */
async function staleText(folder: Folder, path: string): Promise<string | null> {
  const text = await readHolderText(folder, path);
  if (text === null) return null;
  const holder = readHolder(text);
  // One cut short by a crash names nobody who could still hold it.
  if (holder === null) return text;
  if (hasEnded(holder, held)) return text;
  throw storeBusy(
    `${folder.dataDir} is being changed by ${named(holder, thisProcess())}; try again when it is done (if it died, remove ${path})`,
  );
}

function named({ pid, host, namespace }: Holder, own: ProcessIdentity): string {
  if (host !== own.host) return `process ${pid} on ${host}`;
  const isElsewhere = namespace !== undefined && namespace !== own.namespace;
  return isElsewhere ? `process ${pid} of another container` : `process ${pid}`;
}

/** The text of the lock; null where nobody has it. */
export function readLock(folder: Folder): Promise<string | null> {
  return readHolderText(folder, folder.lock);
}

async function readHolderText({ fs }: Folder, path: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await fs.read(path, mostBytes.line));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}
