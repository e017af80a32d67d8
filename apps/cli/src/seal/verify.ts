import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFs, walk } from '@article21/store';
import { stampOf } from '../stamp.ts';
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
  /** By path, what each file that was found sound was known by when its bytes were read (`stampOf`). */
  stamps: ReadonlyMap<string, string>;
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

/** In bytes. A signature or a key has some hundred; a list of a million files has less, and no text could be twice as long. */
const LARGEST = 10_000;
const LARGEST_LIST = 256 * 2 ** 20;

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
  const bytesOf = (file: string) => {
    const content = read.get(file) ?? null;
    return content !== null && typeof content !== 'string' ? content.bytes : content;
  };
  const bytes = bytesOf(sealFiles.manifest);
  if (!(bytes instanceof Uint8Array)) return failed(bytes ?? MISSING);
  const signed = readSignature({
    manifest: bytes,
    signature: bytesOf(sealFiles.signature),
    adjacentKey: bytesOf(sealFiles.publicKey),
    pinned,
    since,
  });
  const { manifest, problem } = readMirrorManifest(bytes);
  if (!manifest) return { ...failed(problem), signature: signed.signature };
  const stamps = new Map<string, string>();
  for (const [file, content] of read) if (typeof content !== 'string') stamps.set(file, content.stamp);
  const { problems, foreign } = await compare(root, manifest, stamps, tell);
  const all = [...signed.problems, ...problems];
  return { manifest, problems: all, foreign, stamps, signature: signed.signature };
}

function failed(problem: string): MirrorReport {
  const problems = [{ file: sealFiles.manifest, problem }];
  return { manifest: null, problems, foreign: [], stamps: new Map(), signature: null };
}

/** The files that say what a mirror is: their bytes, or what is wrong with them. One that is not there is left out. */
async function readFiles(root: string): Promise<Map<string, Content | string>> {
  const read = new Map<string, Content | string>();
  for (const file of Object.values(sealFiles)) {
    const most = file === sealFiles.manifest ? LARGEST_LIST : LARGEST;
    const content = await readItself(join(root, file), (size) =>
      size > most ? `has ${size} bytes, far more than it needs` : null,
    );
    if (content !== MISSING) read.set(file, content);
  }
  return read;
}

/** Adds to the stamps those of the files that are as listed. */
async function compare(
  root: string,
  { files }: MirrorManifest,
  stamps: Map<string, string>,
  tell: (done: number, total: number) => void,
): Promise<Pick<MirrorReport, 'problems' | 'foreign'>> {
  const { files: paths, folders } = await walk(nodeFs, root);
  const found = new Set(paths);
  const problems: MirrorReport['problems'] = [];
  for (const [done, listed] of files.entries()) {
    tell(done, files.length);
    const { path } = listed;
    const outcome = found.has(path) ? await readListed(root, listed) : { problem: MISSING };
    if (outcome.stamp === undefined) problems.push({ file: path, problem: outcome.problem });
    else stamps.set(path, outcome.stamp);
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
  // A folder with files in it is known by them.
  const filePaths = [...files.map(({ path }) => path), ...added];
  for (const folder of folders)
    if (folder !== '' && !filePaths.some((path) => path.startsWith(`${folder}/`)))
      problems.push({ file: `${folder}/`, problem: NOT_LISTED });
  return { problems, foreign };
}

/** What a file is known by that is as listed, or what is wrong with it. */
async function readListed(
  root: string,
  { path, bytes, sha256: hash }: MirrorManifest['files'][number],
): Promise<{ stamp: string; problem?: never } | { stamp?: never; problem: string }> {
  const hashed = createHash('sha256');
  const stamp = await piecesOfItself(
    join(root, path),
    (size) => (size === bytes ? null : `has ${size} bytes instead of ${bytes}`),
    (piece) => hashed.update(piece),
  );
  if ('problem' in stamp) return stamp;
  if (hashed.digest('hex') !== hash) return { problem: 'is not what was exported (its hash differs)' };
  return stamp;
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
  const name = Buffer.from(now.bytes)
    .toString('latin1')
    .replace(/\r?\n$/, '');
  return name.length <= LONGEST_NAME && hostName.test(name) ? null : otherwise;
}

interface Content {
  bytes: Uint8Array;
  stamp: string;
}

/** What is in a file, or what is wrong with it, as `refuse` says of its length first. Follows no link. */
async function readItself(path: string, refuse: (size: number) => string | null): Promise<Content | string> {
  const pieces: Uint8Array[] = [];
  const read = await piecesOfItself(path, refuse, (piece) => pieces.push(piece));
  return 'problem' in read ? read.problem : { bytes: Buffer.concat(pieces), stamp: read.stamp };
}

/** The same, piece by piece and not beyond that length: a file may be larger than the memory, and grow while it is read. */
async function piecesOfItself(
  path: string,
  refuse: (size: number) => string | null,
  take: (piece: Uint8Array) => void,
): Promise<{ stamp: string } | { problem: string }> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    // Before it is read, so that what is written into it meanwhile gives it another stamp.
    const stats = await handle.stat({ bigint: true });
    if (!stats.isFile()) return { problem: 'is not a file' };
    const size = Number(stats.size);
    const refused = refuse(size);
    if (refused !== null) return { problem: refused };
    if (size === 0) return { stamp: stampOf(stats) };
    for await (const piece of handle.createReadStream({ end: size - 1, autoClose: false })) take(piece);
    return { stamp: stampOf(stats) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { problem: MISSING };
    if (code === 'ELOOP' || code === 'ENXIO') return { problem: 'is not a file' };
    throw error;
  } finally {
    await handle?.close();
  }
}
