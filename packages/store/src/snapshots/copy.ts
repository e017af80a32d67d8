import { link, lstat, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { DurableFs } from './durable-fs.ts';
import { hasCode } from './durable-fs.ts';

/** A folder with more files than this is not a dataset but a mistake. */
const MOST_FILES = 10_000;

/** The file that says what of a dataset may be published, by whatever name a desk or a slip gives it. */
const POLICY = /^policy(?:[\W_].*)?$/i;

/**
 * Copies the files of a dataset, byte for byte, unless it has a policy: then only its public edition may be kept; names that begin with a dot stay behind. Throws on a link that leaves
 * the folder and on what is neither file nor folder. A file with two names has both in the copy. Answers the paths, sorted.
 */
export async function copySource(fs: DurableFs, sourceDir: string, target: string): Promise<string[]> {
  const root = await rootOf(sourceDir, target);
  await fs.makeFolder(target);
  const copied: string[] = [];
  const pending = [''];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (const name of (await readdir(join(root, at))).filter((it) => !it.startsWith('.'))) {
      if (at === '' && POLICY.test(name)) throw new Error(refusal(name));
      const path = at === '' ? name : `${at}/${name}`;
      if ((await lstat(join(root, path))).isDirectory()) pending.push(path);
      else copied.push(path);
    }
    if (copied.length > MOST_FILES)
      throw new Error(`${sourceDir} is no dataset: it has more than ${MOST_FILES} files`);
  }
  const pathOf = new Map<string, string>();
  for (const path of copied.sort()) {
    const { file, identity } = await fileWithin(root, path);
    const other = pathOf.get(identity);
    pathOf.set(identity, other ?? path);
    await fs.makeFolder(dirname(join(target, path)));
    if (other === undefined) await fs.copy(file, join(target, path));
    // One file with two names stays one: whoever reads the copy must see that a public text is also an internal one.
    else await link(join(target, other), join(target, path));
  }
  return copied;
}

function refusal(name: string): string {
  return `the dataset has ${JSON.stringify(name)}: not it but its public edition is to be published, which article21 publish makes of a file with the name policy.json`;
}

async function rootOf(sourceDir: string, target: string): Promise<string> {
  let root: string;
  try {
    root = await realpath(sourceDir);
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) throw new Error(`no such folder: ${sourceDir}`, { cause });
    throw cause;
  }
  if (!(await stat(root)).isDirectory()) throw new Error(`not a folder: ${sourceDir}`);
  if (`${await realpath(dirname(target))}${sep}`.startsWith(`${root}${sep}`))
    throw new Error(`${sourceDir} holds the store itself; give the dataset a folder of its own`);
  return root;
}

/** The real file behind a path of the dataset; it must lie in the dataset. */
async function fileWithin(root: string, path: string): Promise<{ file: string; identity: string }> {
  const real = await realpath(join(root, path)).catch((cause: unknown) => {
    throw new Error(`${path} is a link to nothing; put the file itself there`, { cause });
  });
  if (!real.startsWith(`${root}${sep}`))
    throw new Error(`${path} is a link out of the dataset; put the file itself there`);
  const stats = await stat(real, { bigint: true });
  if (!stats.isFile()) throw new Error(`${path} is not a file; a dataset holds files only`);
  return { file: real, identity: `${stats.dev} ${stats.ino}` };
}
