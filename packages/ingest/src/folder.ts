import { access, constants, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import type { Problem } from './findings.ts';

export type Located = { ok: true; path: string; bytes: number } | { ok: false; problem: Problem };

/**
 * Finds a file of a dataset. Refuses names that lead out of its folder, also by a link, and what is no ordinary file.
 * The folder must exist.
 */
export async function locateFile(folder: string, name: string): Promise<Located> {
  if (leadsOut(name)) return refuse('invalid_value', name, 'leads out of the folder of the dataset', INSIDE);
  try {
    const path = await realpath(join(folder, name));
    if (leadsOut(relative(await realpath(folder), path)))
      return refuse('invalid_value', name, 'is a link that leads out of the folder of the dataset', INSIDE);
    const found = await stat(path);
    if (!found.isFile()) return refuse('unreadable_file', name, 'is not a file', INSIDE);
    await access(path, constants.R_OK);
    return { ok: true, path, bytes: found.size };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('missing_file', name, 'is not there', INSIDE);
    return refuse(
      'unreadable_file',
      name,
      `cannot be read (${code ?? String(error)})`,
      'check who may read it',
    );
  }
}

const INSIDE = 'put the file into the folder of the dataset and give its name relative to that, with /';

function leadsOut(name: string): boolean {
  // Back slashes and drive letters, because a dataset checked on one system is published on another.
  const windows = /^[a-z]:|\\/i.test(name);
  return name === '' || windows || isAbsolute(name) || name.split('/').includes('..');
}

function refuse(code: Problem['code'], name: string, what: string, hint: string): Located {
  return { ok: false, problem: { code, stated: name, message: `the file ${what}`, hint } };
}
