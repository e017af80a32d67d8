import { join } from 'node:path';
import { damageOf } from './errors.ts';
import { contentHash, type FileEntry, fingerprint, walk } from './fingerprint.ts';
import { type Folder, snapshotFolder, snapshotId } from './folder.ts';
import { inspectManifest, type Manifest } from './manifest.ts';

/** What verifying a snapshot found: `ok` when there is no problem. */
export interface VerifyReport {
  id: string;
  ok: boolean;
  problems: { file: string; problem: string }[];
}

/** Reads every byte of a snapshot and compares it with its manifest. Throws only when there is no such snapshot. */
export async function verify(folder: Folder, id: string): Promise<VerifyReport> {
  return report(folder, id, (entry) => difference(folder, snapshotFolder(folder, id), entry));
}

/** What differs between a snapshot and its manifest, as `differs` says of each file. */
export async function report(folder: Folder, id: string, differs: Differs): Promise<VerifyReport> {
  const { manifest, problem } = await inspectManifest(folder, id);
  if (!manifest) return { id, ok: false, problems: [{ file: 'manifest.json', problem }] };
  const problems = await compare(folder, snapshotFolder(folder, id), manifest, differs);
  return { id, ok: problems.length === 0, problems };
}

/** How a file differs from its entry; null when it does not. */
export type Differs = (entry: FileEntry) => Promise<string | null>;

/** What differs between a snapshot's files, in whatever folder they stand, and its manifest. */
export async function compare(
  folder: Folder,
  root: string,
  manifest: Manifest,
  differs: Differs = (entry) => difference(folder, root, entry),
): Promise<VerifyReport['problems']> {
  return compareFiles((await walk(folder.fs, root)).files, manifest, differs);
}

/** What differs between the files that there are, of these paths, and a manifest. */
export async function compareFiles(
  paths: readonly string[],
  manifest: Manifest,
  differs: Differs,
): Promise<VerifyReport['problems']> {
  const found = new Set(paths);
  const problems: VerifyReport['problems'] = [];
  for (const entry of manifest.files) {
    const problem = found.has(entry.path) ? await differs(entry) : 'is missing';
    if (problem) problems.push({ file: entry.path, problem });
    found.delete(entry.path);
  }
  found.delete('manifest.json');
  for (const file of found) problems.push({ file, problem: 'is not in the manifest' });
  // Of a public edition the files as published are elsewhere: its manifest is what somebody signed.
  if (manifest.format === 3) return problems;
  const published = manifest.files.filter(({ path }) => path.startsWith('files/')).map(withoutFolder);
  const hash = contentHash(published, manifest.salt ?? null);
  if (hash !== manifest.contentHash || snapshotId(manifest.meta.created, hash) !== manifest.id)
    problems.push({ file: 'manifest.json', problem: 'its id is not the hash of the published files' });
  return problems;
}

/** A published file by its path within the dataset, which is what the content hash is over. */
export function withoutFolder(entry: FileEntry): FileEntry {
  return { ...entry, path: entry.path.slice('files/'.length) };
}

/** How a file differs from its entry; null when it does not. */
export async function difference(folder: Folder, root: string, entry: FileEntry): Promise<string | null> {
  let now: FileEntry;
  try {
    now = await fingerprint(folder.fs, root, entry.path, entry.bytes);
    // A longer file is not read to its end.
    const isLonger = now.bytes > entry.bytes;
    if (isLonger) now.bytes = Math.max(now.bytes, (await folder.fs.stamp(join(root, entry.path))).size);
  } catch (error) {
    const problem = damageOf(error);
    if (problem !== null) return problem;
    throw error;
  }
  if (now.bytes !== entry.bytes) return `has ${now.bytes} bytes instead of ${entry.bytes}`;
  return now.sha256 === entry.sha256 ? null : 'is not what was published (its hash differs)';
}
