import { createHash, randomUUID } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isGone } from '@article21/store';

/** The two folders that stand beside a target while an export is written. */
export interface Claim {
  /** What is filled. */
  filled: string;
  /** What stood there before, until the new one is in its place. */
  replaced: string;
  /** From then on, nothing of it is cleared up when the program is interrupted. */
  release(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** The claims of this process. In a container every start has the same process id, which says nothing. */
const own = new Set<string>();

/** Their names say whose they are: the machine, the process, and which of its exports. */
function namesOf(target: string, mark: string): Omit<Claim, 'release'> {
  const beside = (kind: string) => join(dirname(target), `.${basename(target)}.${kind}-${mark}`);
  return { filled: beside('new'), replaced: beside('old') };
}

function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}

/** Names for an export of this process. Whoever interrupts it finds the target as it was before, and nothing beside it. */
export function claimBeside(target: string): Claim {
  const mark = `${machine()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const names = namesOf(target, mark);
  const interrupted = (signal: NodeJS.Signals) => {
    release();
    try {
      if (existsSync(names.replaced) && !existsSync(target)) renameSync(names.replaced, target);
      // What is being written at this moment may still come into the folder.
      for (const folder of [names.filled, names.replaced])
        rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
    } finally {
      process.kill(process.pid, signal);
    }
  };
  const release = () => {
    own.delete(mark);
    for (const signal of signals) process.removeListener(signal, interrupted);
  };
  own.add(mark);
  for (const signal of signals) process.once(signal, interrupted);
  return { ...names, release };
}

/**
 * Clears up what exports that were killed left beside a target: those of this machine whose process is gone. The folder that
 * such an export had moved aside comes back where nothing took its place.
 */
export async function clearBeside(target: string): Promise<void> {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  for (const mark of leftMarks(basename(target), await readdir(parent))) {
    const { filled, replaced } = namesOf(target, mark);
    if (existsSync(replaced) && !existsSync(target)) await rename(replaced, target);
    for (const folder of [filled, replaced]) await rm(folder, { recursive: true, force: true });
  }
}

function leftMarks(name: string, entries: readonly string[]): Set<string> {
  const begins = [`.${name}.new-`, `.${name}.old-`];
  const marks = entries.flatMap((entry) => {
    const begin = begins.find((it) => entry.startsWith(it));
    const mark = entry.slice(begin?.length);
    const [, host, pid] = /^([0-9a-f]{8})-(\d+)-[0-9a-f]{8}$/.exec(mark) ?? [];
    if (begin === undefined || host !== machine()) return [];
    const isLeft = Number(pid) === process.pid ? !own.has(mark) : isGone(Number(pid));
    return isLeft ? [mark] : [];
  });
  return new Set(marks);
}
