import { access, constants, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, posix, relative } from 'node:path';
import { hex, type Problem } from './findings.ts';

/**
 * `name` is the file's path in its folder, with /, as the folder has it; `identity` is the same for one file by
 * whatever name: through links, and in other letters where the disk does not tell them apart.
 */
export type Located =
  | { ok: true; path: string; name: string; identity: string; bytes: number }
  | { ok: false; problem: Problem };

/**
 * Finds a file of a dataset: by the very name, or else by one that is canonically equivalent, because systems write
 * й as one letter or as two. Refuses names that lead out of its folder, also by a link, and what is no ordinary file.
 * The folder must exist.
 */
export async function locateFile(folder: string, name: string): Promise<Located> {
  if (name.includes('\\')) {
    const hint = `write ${name.replaceAll('\\', '/')}: a dataset is read on every system`;
    return refuse('invalid_value', name, 'is written with \\', /^[a-z]:/i.test(name) ? INSIDE : hint);
  }
  if (leadsOut(name)) return refuse('invalid_value', name, 'leads out of the folder of the dataset', INSIDE);
  const unfit = name
    .split('/')
    .map(unfitName)
    .find((why) => why !== null);
  if (unfit) return refuse('invalid_value', name, unfit, RENAME);
  try {
    const [found, ...others] = await namesOf(folder, name);
    if (found === undefined) return refuse('missing_file', name, 'is not there', INSIDE);
    if (others.length > 0)
      return refuse('invalid_value', name, `is one of ${others.length + 1} whose names look the same`, ONE);
    const path = await realpath(join(folder, found));
    if (leadsOut(relative(await realpath(folder), path)))
      return refuse('invalid_value', name, 'is a link that leads out of the folder of the dataset', INSIDE);
    const stats = await stat(path);
    if (!stats.isFile()) return refuse('unreadable_file', name, 'is not a file', INSIDE);
    await access(path, constants.R_OK);
    const identity = `${stats.dev} ${stats.ino}`;
    return { ok: true, path, name: found, identity, bytes: stats.size };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse(
      'unreadable_file',
      name,
      `cannot be read (${code ?? String(error)})`,
      'check who may read it',
    );
  }
}

/** The name itself where there is such a file, else the names in the folder that are canonically equivalent to it. */
async function namesOf(folder: string, name: string): Promise<string[]> {
  const exact = posix.normalize(name);
  if (await isThere(join(folder, exact))) return [exact];
  let found = [''];
  for (const part of exact.split('/')) {
    const composed = part.normalize('NFC');
    const inside = await Promise.all(
      found.map(async (at) => {
        const names = await namesIn(join(folder, at));
        return names.filter((it) => it.normalize('NFC') === composed).map((it) => posix.join(at, it));
      }),
    );
    found = inside.flat();
  }
  return found;
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isAbsent(error)) return false;
    throw error;
  }
}

/** What a folder holds; nothing where there is no such folder. */
async function namesIn(path: string): Promise<string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Whether Windows keeps a name for a device, whatever stands behind a full stop in it: `con`, `nul.csv`. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
}

/** Why a file cannot have a name on every system on which a dataset, a mirror or an archive of it is unpacked; null where it can. */
function unfitName(part: string): string | null {
  const [sign] = /[<>:"|?*]|\p{C}|\p{Default_Ignorable_Code_Point}/u.exec(part) ?? [];
  if (sign !== undefined) {
    const shown = /[!-~]/.test(sign) ? sign : `the invisible U+${hex(sign).toUpperCase()}`;
    return `has ${shown} in its name, which some systems do not allow`;
  }
  if (isDeviceName(part)) return `is called ${part}, a name that Windows keeps for itself`;
  if (/^\.[^.]/.test(part)) return 'is hidden: its name, or that of a folder, begins with a full stop';
  return /[^.][. ]$/.test(part) ? 'has a name that ends with a full stop or a space' : null;
}

const RENAME = 'rename it, here too: a dataset is read on every system';
const INSIDE = 'put the file into the folder of the dataset and give its name relative to that, with /';
const ONE = 'keep one of them: their letters are the same, composed in different ways';

function leadsOut(name: string): boolean {
  // Drive letters too, because a dataset checked on one system is published on another.
  return name === '' || /^[a-z]:/i.test(name) || isAbsolute(name) || name.split(/[\\/]/).includes('..');
}

function refuse(code: Problem['code'], name: string, what: string, hint: string): Located {
  return { ok: false, problem: { code, stated: name, message: `the file ${what}`, hint } };
}
