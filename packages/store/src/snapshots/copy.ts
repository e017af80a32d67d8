import { link, lstat, readdir, realpath, stat, statfs } from 'node:fs/promises';
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
  const found = new Map<string, Found>();
  for (const path of copied.sort()) found.set(path, await fileWithin(root, path));
  await refuseFull(target, [...new Map([...found.values()].map((it) => [it.identity, it.bytes])).values()]);
  const pathOf = new Map<string, string>();
  for (const [path, { file, identity }] of found) {
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

/**
 * Throws where there is no room for all that is to be copied, before any of it is: a file that takes no room itself, because it
 * is empty over wide stretches, takes all of its length in the copy, and a full disk is in the way of everybody.
 */
async function refuseFull(target: string, sizes: readonly number[]): Promise<void> {
  const { bavail, bsize, blocks } = await statfs(target);
  const [needed, room] = [sizes.reduce((sum, bytes) => sum + bytes, 0), bavail * bsize];
  // Some systems do not say how much room there is.
  if (blocks === 0 || needed <= room) return;
  const message = `the dataset has ${needed} bytes, and there is room for ${room}`;
  throw Object.assign(new Error(message), { code: 'ENOSPC', path: target });
}

interface Found {
  file: string;
  /** The same for one file by whatever name. */
  identity: string;
  bytes: number;
}

/** The real file behind a path of the dataset; it must lie in the dataset. */
async function fileWithin(root: string, path: string): Promise<Found> {
  const real = await realpath(join(root, path)).catch((cause: unknown) => {
    throw new Error(`${path} is a link to nothing; put the file itself there`, { cause });
  });
  if (!real.startsWith(`${root}${sep}`))
    throw new Error(`${path} is a link out of the dataset; put the file itself there`);
  const stats = await stat(real, { bigint: true });
  if (!stats.isFile()) throw new Error(`${path} is not a file; a dataset holds files only`);
  return { file: real, identity: `${stats.dev} ${stats.ino}`, bytes: Number(stats.size) };
}
