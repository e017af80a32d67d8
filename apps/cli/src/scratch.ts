import { mkdirSync, rmSync } from 'node:fs';
import { lstat, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOwnerTag, releaseOwnerTag, staleOwnerTags } from './owner-tag.ts';

const BEGIN = 'article21-scratch-';
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Works with a folder that nobody else can read, among the temporary files of the system. It may hold words of internal
 * sources, and so it goes with the work, also where that is interrupted; what a kill left goes the next time.
 */
export async function withScratch<T>(work: (folder: string) => Promise<T>, parent = tmpdir()): Promise<T> {
  await clearScratch(parent);
  const mark = createOwnerTag();
  const folder = join(parent, BEGIN + mark);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const interrupted = (signal: NodeJS.Signals) => {
    release();
    remove();
    process.kill(process.pid, signal);
  };
  const release = () => {
    releaseOwnerTag(mark);
    for (const signal of signals) process.removeListener(signal, interrupted);
  };
  for (const signal of signals) process.once(signal, interrupted);
  try {
    mkdirSync(folder, { mode: 0o700 });
    return await work(folder);
  } finally {
    remove();
    release();
  }
}

/** Removes what processes of this user and this machine left that were killed. */
async function clearScratch(parent: string): Promise<void> {
  for (const mark of staleOwnerTags(await readdir(parent), [BEGIN])) {
    const folder = join(parent, BEGIN + mark);
    // Somebody else may clear up at the same moment; and anybody may put a link there, which leads nowhere or to what is ours.
    const found = await lstat(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (found?.isDirectory() && found.uid === process.geteuid?.())
      await rm(folder, { recursive: true, force: true });
  }
}
