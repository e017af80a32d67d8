import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint, nodeFs, walk } from '@article21/store';
import { type MirrorManifest, readMirrorManifest, sealFiles } from './manifest.ts';
import { isSigned, type PublicKey, printKeyId, readPublicKey, signedWith } from './minisign.ts';

/** What verifying a mirror found. */
export interface MirrorReport {
  /** Null where there is none that can be read. */
  manifest: MirrorManifest | null;
  problems: { file: string; problem: string }[];
  /** Files that the owner of a web space adds for its host: none of the export's, and no damage to it. */
  foreign: string[];
  /** The id of the key that signed it, and whether that was the one asked for; null where nobody signed it. */
  signature: { key: string; pinned: boolean } | null;
}

/** GitHub Pages reads from it under which name it shows the folder. */
const ofTheHost: ReadonlySet<string> = new Set(['CNAME']);

/**
 * Compares every file of a mirror with its manifest, and that with its signature. `pinned` is the key that must have
 * signed it; without, the one beside it is taken, which says only that nothing was damaged by accident.
 */
export async function verifyMirror(
  root: string,
  pinned: PublicKey | null,
  tell: (done: number, total: number) => void = () => {},
): Promise<MirrorReport> {
  const bytes = await readIfThere(root, sealFiles.manifest);
  if (bytes === null) return failed('is missing');
  const signed = await signatureOf(root, bytes, pinned);
  const { manifest, problem } = readMirrorManifest(bytes);
  if (!manifest) return { ...failed(problem), signature: signed.signature };
  const { problems, foreign } = await compare(root, manifest, tell);
  return { manifest, problems: [...signed.problems, ...problems], foreign, signature: signed.signature };
}

function failed(problem: string): MirrorReport {
  const problems = [{ file: sealFiles.manifest, problem }];
  return { manifest: null, problems, foreign: [], signature: null };
}

async function compare(
  root: string,
  { files }: MirrorManifest,
  tell: (done: number, total: number) => void,
): Promise<Pick<MirrorReport, 'problems' | 'foreign'>> {
  const found = new Set((await walk(nodeFs, root)).files);
  const problems: MirrorReport['problems'] = [];
  for (const [done, { path, bytes, sha256 }] of files.entries()) {
    tell(done, files.length);
    const problem = found.has(path) ? await difference(root, path, bytes, sha256) : 'is missing';
    if (problem) problems.push({ file: path, problem });
    found.delete(path);
  }
  for (const file of Object.values(sealFiles)) found.delete(file);
  const added = [...found];
  for (const file of added)
    if (!ofTheHost.has(file)) problems.push({ file, problem: 'is not in the manifest' });
  return { problems, foreign: added.filter((file) => ofTheHost.has(file)) };
}

async function difference(root: string, path: string, bytes: number, hash: string): Promise<string | null> {
  if (!(await lstat(join(root, path))).isFile()) return 'is not a file';
  const now = await fingerprint(nodeFs, root, path);
  if (now.bytes !== bytes) return `has ${now.bytes} bytes instead of ${bytes}`;
  return now.sha256 === hash ? null : 'is not what was exported (its hash differs)';
}

async function signatureOf(
  root: string,
  manifest: Uint8Array,
  pinned: PublicKey | null,
): Promise<Pick<MirrorReport, 'problems' | 'signature'>> {
  const wrong = (file: string, problem: string) => ({ problems: [{ file, problem }], signature: null });
  const text = (await readIfThere(root, sealFiles.signature))?.toString() ?? null;
  const beside = (await readIfThere(root, sealFiles.publicKey))?.toString() ?? null;
  if (text === null)
    return pinned ? wrong(sealFiles.manifest, 'is not signed') : { problems: [], signature: null };
  if (!pinned && beside === null)
    return wrong(sealFiles.publicKey, 'is missing; name the key that it was signed with by --key');
  try {
    const key = pinned ?? readPublicKey(beside ?? '');
    const [by, asked] = [signedWith(text), key.id].map((id) => printKeyId(id));
    if (by !== asked) return wrong(sealFiles.signature, `is of key ${by}, not of ${asked}`);
    if (!isSigned(manifest, text, key))
      return wrong(sealFiles.signature, `is not a signature of ${sealFiles.manifest} by key ${asked}`);
    return { problems: [], signature: { key: asked ?? '', pinned: pinned !== null } };
  } catch (error) {
    return wrong(sealFiles.signature, `cannot be used: ${error instanceof Error ? error.message : error}`);
  }
}

async function readIfThere(root: string, path: string): Promise<Buffer | null> {
  try {
    return Buffer.from(await nodeFs.read(join(root, path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
