import { randomUUID } from 'node:crypto';
import { renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MirrorReport } from '../seal/index.ts';

/**
 * What an earlier export left: the paths that may be removed and those that the owner added for the host of the web space,
 * or the first thing there that no export wrote.
 */
export type Examined =
  | { paths: string[]; foreign: string[]; problem?: never }
  | { paths?: never; problem: string };

/**
 * Compares every file of a folder, path and hash, with what the export that wrote it says it wrote. A file that is
 * gone is no obstacle; one that was added or changed is somebody's work.
 */
export async function examine(folder: string): Promise<Examined | 'no export'> {
  const { MISSING, sealFiles, verifyMirror } = await import('../seal/index.ts');
  const report = await verifyMirror(folder);
  if (report.manifest === null) return 'no export';
  const [strange] = report.problems.filter(({ problem }) => !problem.startsWith(MISSING));
  if (strange) return { problem: said(strange.file, report) };
  const listed = report.manifest.files.map(({ path }) => path);
  return { paths: [...listed, ...Object.values(sealFiles)], foreign: report.foreign };
}

function said(file: string, { problems }: MirrorReport): string {
  const problem = problems.find((it) => it.file === file)?.problem;
  const isAdded = problem === 'is not in the manifest';
  return isAdded ? `${file}, which no export wrote` : `${file}, which ${problem}`;
}

/** Moves the named files of a folder into another one, which has none of that name. */
export function carryOver(from: string, to: string, names: readonly string[]): void {
  for (const name of names) renameSync(join(from, name), join(to, name));
}

/**
 * Removes the named files of a folder, and the folders that are empty then. In one go, so that no signal finds it half
 * done. Answers whether the folder is gone: what came there meanwhile stays.
 */
export function removeListed(folder: string, paths: readonly string[]): boolean {
  const folders = new Set<string>();
  for (const path of paths) {
    unlessAbsent(() => unlinkSync(join(folder, path)));
    for (let at = dirname(path); at !== '.'; at = dirname(at)) folders.add(at);
  }
  const deepestFirst = [...folders].sort((a, b) => b.split('/').length - a.split('/').length);
  return (
    [...deepestFirst, ''].map((path) => unlessAbsent(() => rmdirSync(join(folder, path)))).at(-1) === true
  );
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
