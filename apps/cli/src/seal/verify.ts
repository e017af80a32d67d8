import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFs, sha256, walk } from '@article21/store';
import { type MirrorManifest, readMirrorManifest, sealFiles } from './manifest.ts';
import type { PublicKey } from './minisign.ts';
import { readSignature, type Signed } from './signed.ts';

/** What verifying a mirror found. */
export interface MirrorReport {
  /** Null where there is none that can be read. */
  manifest: MirrorManifest | null;
  problems: { file: string; problem: string }[];
  /** Files that the owner of a web space adds for its host: none of the export's, and no damage to it. */
  foreign: string[];
  /** The key that signed it, when, and whether that was the key asked for; null where nobody signed it. */
  signature: Signed | null;
}

export interface VerifyOptions {
  /** Must have signed it; without, the key beside it is taken, which says only that nothing was damaged by accident. */
  pinned?: PublicKey | null;
  /** It must have been signed at this time or later, in milliseconds: an older one may have been put in its place. */
  since?: number | null;
  tell?(done: number, total: number): void;
}

/** What is said of a file that is listed and not there. */
export const MISSING = 'is missing';

/** A signature or a key has some hundred bytes. */
const LARGEST = 10_000;

/** What is said of a file that no list names. */
const NOT_LISTED = 'is not in the manifest';

/** GitHub Pages reads from it under which name it shows the folder: one host name, of at most 253 letters. */
const HOST_FILE = 'CNAME';
const LONGEST_NAME = 253;
const hostName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * Compares every file of a mirror with its manifest, and that with its signature. No link is followed: what stands in
 * the folder itself is examined, and nothing else.
 */
export async function verifyMirror(
  root: string,
  { pinned = null, since = null, tell = () => {} }: VerifyOptions = {},
): Promise<MirrorReport> {
  const read = await readFiles(root);
  const bytes = read.get(sealFiles.manifest);
  if (!(bytes instanceof Uint8Array)) return failed(bytes ?? MISSING);
  const signed = readSignature({
    manifest: bytes,
    signature: read.get(sealFiles.signature) ?? null,
    beside: read.get(sealFiles.publicKey) ?? null,
    pinned,
    since,
  });
  const { manifest, problem } = readMirrorManifest(bytes);
  if (!manifest) return { ...failed(problem), signature: signed.signature };
  const { problems, foreign } = await compare(root, manifest, tell);
  return { manifest, problems: [...signed.problems, ...problems], foreign, signature: signed.signature };
}

function failed(problem: string): MirrorReport {
  const problems = [{ file: sealFiles.manifest, problem }];
  return { manifest: null, problems, foreign: [], signature: null };
}

/** The files that say what a mirror is: their bytes, or what is wrong with them. One that is not there is left out. */
async function readFiles(root: string): Promise<Map<string, Uint8Array | string>> {
  const read = new Map<string, Uint8Array | string>();
  for (const file of Object.values(sealFiles)) {
    const most = file === sealFiles.manifest ? Number.POSITIVE_INFINITY : LARGEST;
    const content = await readItself(join(root, file), (size) =>
      size > most ? `has ${size} bytes, far more than it needs` : null,
    );
    if (content !== MISSING) read.set(file, content);
  }
  return read;
}

async function compare(
  root: string,
  { files }: MirrorManifest,
  tell: (done: number, total: number) => void,
): Promise<Pick<MirrorReport, 'problems' | 'foreign'>> {
  const { files: paths, folders } = await walk(nodeFs, root);
  const found = new Set(paths);
  const problems: MirrorReport['problems'] = [];
  for (const [done, { path, bytes, sha256 }] of files.entries()) {
    tell(done, files.length);
    const problem = found.has(path) ? await difference(root, path, bytes, sha256) : MISSING;
    if (problem) problems.push({ file: path, problem });
    found.delete(path);
  }
  for (const file of Object.values(sealFiles)) found.delete(file);
  const added = [...found];
  const foreign: string[] = [];
  for (const file of added) {
    const problem = file === HOST_FILE ? await otherThanHostName(root) : NOT_LISTED;
    if (problem === null) foreign.push(file);
    else problems.push({ file, problem });
  }
  // A folder with files in it is told by them.
  const told = [...files.map(({ path }) => path), ...added];
  for (const folder of folders)
    if (folder !== '' && !told.some((path) => path.startsWith(`${folder}/`)))
      problems.push({ file: `${folder}/`, problem: NOT_LISTED });
  return { problems, foreign };
}

async function difference(root: string, path: string, bytes: number, hash: string): Promise<string | null> {
  const now = await readItself(join(root, path), (size) =>
    size === bytes ? null : `has ${size} bytes instead of ${bytes}`,
  );
  if (typeof now === 'string') return now;
  return sha256(now) === hash ? null : 'is not what was exported (its hash differs)';
}

/**
 * What is wrong with the file that names the host, which nobody signs; null where it is one host name. Anything else that
 * it held would be served, and taken for a part of a mirror that was signed.
 */
async function otherThanHostName(root: string): Promise<string | null> {
  const otherwise = `holds something else than one host name, and ${NOT_LISTED}`;
  const now = await readItself(join(root, HOST_FILE), (size) =>
    size > LONGEST_NAME + '\r\n'.length ? otherwise : null,
  );
  if (typeof now === 'string') return now === otherwise ? otherwise : NOT_LISTED;
  const name = Buffer.from(now)
    .toString('latin1')
    .replace(/\r?\n$/, '');
  return name.length <= LONGEST_NAME && hostName.test(name) ? null : otherwise;
}

/** The bytes of a file, or what is wrong with it, as `refuse` says of its length first. Follows no link. */
async function readItself(
  path: string,
  refuse: (size: number) => string | null,
): Promise<Uint8Array | string> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stats = await handle.stat();
    if (!stats.isFile()) return 'is not a file';
    return refuse(stats.size) ?? (await handle.readFile());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return MISSING;
    if (code === 'ELOOP' || code === 'ENXIO') return 'is not a file';
    throw error;
  } finally {
    await handle?.close();
  }
}
