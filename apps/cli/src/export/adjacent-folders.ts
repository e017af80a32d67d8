import { existsSync, readdirSync, renameSync, rmdirSync, writeSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { misuse } from '../failure.ts';
import { visible } from '../output.ts';
import { createOwnerTag, releaseOwnerTag, staleOwnerTags } from '../owner-tag.ts';
import { readJournal, removeWritten } from './journal.ts';
import { leftQuarantines } from './quarantine.ts';
import { examine, type Removable, removeListed } from './replaced.ts';

/** The two folders that stand beside a target while an export is written. */
export interface Claim {
  /** What is filled. */
  filled: string;
  /** What stood there before, until the new one is in its place. */
  replaced: string;
  /** The paths that this export began to write into the first: they alone are removed when it comes to nothing. */
  written: Set<string>;
  /** From then on, nothing of it is cleared up when the program is interrupted. */
  release(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Their names say whose they are: the machine, the process and its start, and which of its exports. */
function namesOf(target: string, mark: string): Pick<Claim, 'filled' | 'replaced'> {
  const adjacent = (kind: string) => join(dirname(target), `.${basename(target)}.${kind}-${mark}`);
  return { filled: adjacent('new'), replaced: adjacent('old') };
}

/** Names for an export of this process. Whoever interrupts it finds the target as it was before, and nothing beside it. */
export function claimAdjacent(target: string): Claim {
  const mark = createOwnerTag();
  const names = namesOf(target, mark);
  const written = new Set<string>();
  const interrupted = (signal: NodeJS.Signals) => {
    release();
    try {
      if (existsSync(names.replaced) && !existsSync(target)) renameSync(names.replaced, target);
      // What is being written at this moment may still come into the folder. What stood in the target before is not
      // removed unexamined: the next export does that.
      let left = removeWritten(names.filled, written);
      for (let again = 0; left !== null && again < 5; again++) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
        left = removeWritten(names.filled, written);
      }
      if (left !== null) reportKept(names.filled, left);
    } finally {
      process.kill(process.pid, signal);
    }
  };
  const release = () => {
    releaseOwnerTag(mark);
    for (const signal of signals) process.removeListener(signal, interrupted);
  };
  for (const signal of signals) process.once(signal, interrupted);
  return { ...names, written, release };
}

/**
 * Clears up what exports that were killed left beside a target: those of this machine whose process is gone. The folder that
 * such an export had moved aside comes back where nothing took its place. Throws where somebody put something into it.
 */
export async function clearAdjacent(target: string): Promise<void> {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  for (const mark of staleTagsOf(basename(target), await readdir(parent))) {
    const { filled, replaced } = namesOf(target, mark);
    for (const folder of [filled, replaced].flatMap(leftQuarantines)) removeEmpty(folder);
    if (existsSync(replaced) && !existsSync(target)) await rename(replaced, target);
    if (existsSync(replaced)) await removeReplaced(replaced);
    await removeFilled(filled);
  }
}

/** Tells the operator that something stays beside the target, and why. In one go, because the program may be ending. */
export function reportKept(folder: string, left: string): void {
  writeSync(2, `${folder} is kept: it has ${visible(left)}, which this export did not write\n`);
}

/** One that was complete has no list of what is being written any more, but the one of an export. */
async function removeFilled(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const written = readJournal(folder);
  const examined = written ? null : await examine(folder);
  const files: Removable | null =
    examined === null || examined === 'no export' ? null : (examined.files ?? null);
  const left = removeWritten(folder, written ?? files?.keys() ?? [], files);
  if (left === null) return;
  throw misuse(
    `${folder}, which an interrupted export left, has ${visible(left)}, which it did not write; move it away`,
  );
}

async function removeReplaced(folder: string): Promise<void> {
  const examined = await examine(folder);
  const left =
    examined === 'no export'
      ? 'something else than an export'
      : (examined.problem ?? removeListed(folder, examined.files.keys(), examined.files));
  if (left === null) return;
  throw misuse(`${folder}, which an interrupted export moved aside, has ${visible(left)}; move it away`);
}

/** Throws where a file is in it: it was being looked at when the export ended. */
function removeEmpty(folder: string): void {
  if (readdirSync(folder).length > 0)
    throw misuse(`${folder}, which an interrupted export left, has a file that it moved; move it away`);
  rmdirSync(folder);
}

/** The marks of exports of this machine that have ended, by what they left beside a target of this name. */
function staleTagsOf(name: string, entries: readonly string[]): Set<string> {
  return staleOwnerTags(entries, [`.${name}.new-`, `.${name}.old-`]);
}
