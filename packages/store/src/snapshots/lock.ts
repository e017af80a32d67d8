import { randomUUID } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { hasCode, mostBytes } from './durable-fs.ts';
import { storeBusy } from './errors.ts';
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
  const token = await take(folder);
  held.add(token);
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

async function take(folder: Folder): Promise<string> {
  const token = randomUUID();
  const text = printHolder(token);
  if (await folder.fs.create(folder.lock, text)) return token;
  const stale = await staleText(folder);
  if (stale !== null) await breakLock(folder, stale);
  if (await folder.fs.create(folder.lock, text)) return token;
  throw storeBusy(`${folder.dataDir} is being changed by another process; try again when it is done`);
}

/** The text of a lock whose holder is dead; null when the lock is gone by now. Throws when it is alive. */
async function staleText(folder: Folder): Promise<string | null> {
  const text = await readLock(folder);
  if (text === null) return null;
  const holder = readHolder(text);
  // A lock cut short by a crash names nobody who could still hold it.
  if (holder === null) return text;
  if (hasEnded(holder, held)) return text;
  throw storeBusy(
    `${folder.dataDir} is being changed by ${named(holder, thisProcess())}; try again when it is done (if it died, remove ${folder.lock})`,
  );
}

function named({ pid, host, namespace }: Holder, own: ProcessIdentity): string {
  if (host !== own.host) return `process ${pid} on ${host}`;
  const isElsewhere = namespace !== undefined && namespace !== own.namespace;
  return isElsewhere ? `process ${pid} of another container` : `process ${pid}`;
}

/** The text of the lock; null where nobody has it. */
export async function readLock({ fs, lock }: Folder): Promise<string | null> {
  try {
    return new TextDecoder().decode(await fs.read(lock, mostBytes.line));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Moves the dead lock away; whoever else broke it first and took a new one gets that one back. */
async function breakLock({ fs, lock }: Folder, stale: string): Promise<void> {
  const aside = `${lock}.tmp-${randomUUID()}`;
  try {
    await fs.rename(lock, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = new TextDecoder().decode(await fs.read(aside, mostBytes.line));
  if (moved !== stale) await fs.create(lock, moved);
  await fs.remove(aside);
}
