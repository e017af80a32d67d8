import { randomUUID } from 'node:crypto';
import { lstatSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MirrorReport } from '../seal/index.ts';
import { stampOf } from '../stamp.ts';
import { createQuarantine, type Quarantine } from './quarantine.ts';

/** Files that may be removed, by path: what each was known by when an export was found to have written it; empty where it was gone. */
export type Removable = ReadonlyMap<string, string>;

/**
 * What an earlier export left: the files that may be removed and those that the owner added for the host of the web space,
 * or the first thing there that no export wrote.
 */
export type Examined =
  | { files: Removable; foreign: string[]; problem?: never }
  | { files?: never; problem: string };

/**
 * Compares every file of a folder, path and hash, with what the export that wrote it says it wrote. A file that is
 * gone is no obstacle; one that was added or changed is somebody's work.
 */
export async function examine(folder: string): Promise<Examined | 'no export'> {
  const { MISSING, verifyMirror } = await import('../seal/index.ts');
  const report = await verifyMirror(folder);
  if (report.manifest === null) return 'no export';
  const [strange] = report.problems.filter(({ problem }) => !problem.startsWith(MISSING));
  if (strange) return { problem: foreignFileText(strange.file, report) };
  // The list of files comes last, so that whoever is killed meanwhile leaves what the next export knows.
  const listed = report.manifest.files.map(({ path }): [string, string] => [path, '']);
  return { files: new Map([...listed, ...report.stamps]), foreign: report.foreign };
}

function foreignFileText(file: string, { problems }: MirrorReport): string {
  const problem = problems.find((it) => it.file === file)?.problem;
  const isAdded = problem === 'is not in the manifest';
  return isAdded ? `${file}, which no export wrote` : `${file}, which ${problem}`;
}

/** Moves the named files of a folder into another one, which has none of that name. */
export function copyKept(from: string, to: string, names: readonly string[]): void {
  for (const name of names) renameSync(join(from, name), join(to, name));
}

/** What is said of a folder in which something stays that nobody named. */
const LATE = 'a file that was put there meanwhile';

/**
 * Removes the named files of a folder, and the folders that are empty then. In one go, so that no signal finds it half
 * done. Nothing is removed by way of a link. With stamps a file is only removed while it has the one that it had when it was
 * examined. Answers what stays and why, null when the folder is gone: what came there meanwhile stays.
 */
export function removeListed(
  folder: string,
  paths: Iterable<string>,
  stamps: Removable | null = null,
): string | null {
  const folders = new Set<string>();
  let changed: string | null = null;
  const aside = stamps === null ? null : createQuarantine(folder);
  for (const path of paths) {
    if (isWithin(folder, path) && removeFile(folder, path, aside && { aside, stamp: stamps?.get(path) }))
      for (let at = dirname(path); at !== '.'; at = dirname(at)) folders.add(at);
    else changed ??= `${path}, which was changed meanwhile`;
  }
  const stays = aside?.end() ?? null;
  if (stays !== null) changed = stays;
  const deepestFirst = [...folders].sort((a, b) => b.split('/').length - a.split('/').length);
  for (const path of deepestFirst)
    if (isWithin(folder, path)) unlessAbsent(() => rmdirSync(join(folder, path)));
  return unlessAbsent(() => rmdirSync(folder)) ? null : (changed ?? LATE);
}

/** Answers whether nothing stands there any more. */
function removeFile(
  folder: string,
  path: string,
  known: { aside: Quarantine; stamp: string | undefined } | null,
): boolean {
  const full = join(folder, path);
  const stats = lstatSync(full, { bigint: true, throwIfNoEntry: false });
  if (!stats) return true;
  if (known === null) return unlessAbsent(() => unlinkSync(full));
  return known.stamp === stampOf(stats) && known.aside.remove(full, stats);
}

/** Whether a path leads to nothing outside of the folder, also by a link that somebody put in the place of a folder. */
function isWithin(folder: string, path: string): boolean {
  if (path.split('/').some((it) => ['', '.', '..'].includes(it))) return false;
  for (let at = dirname(path); ; at = dirname(at)) {
    if (lstatSync(join(folder, at), { throwIfNoEntry: false })?.isDirectory() === false) return false;
    if (at === '.') return true;
  }
}

/** Gives a folder that was moved aside a name that its owner sees; answers it. */
export function keep(folder: string, target: string): string {
  const kept = `${target}.kept-${randomUUID().slice(0, 8)}`;
  renameSync(folder, kept);
  return kept;
}

/** Whether it is done, or was so before. What stands in a folder keeps it. */
function unlessAbsent(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return true;
    if (['ENOTEMPTY', 'EEXIST', 'EISDIR', 'EPERM', 'ENOTDIR'].includes(code ?? '')) return false;
    throw error;
  }
}
