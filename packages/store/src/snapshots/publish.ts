import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DatasetReading, Issue, RestrictionRecord, Tally } from '@article21/model';
import { change } from './change.ts';
import { copySource } from './copy.ts';
import { derive } from './derive.ts';
import { isSnapshotMissing, snapshotDamaged } from './errors.ts';
import { contentHash, fingerprint, walk } from './fingerprint.ts';
import { type Folder, snapshotId } from './folder.ts';
import { withLock } from './lock.ts';
import { type Manifest, readManifest, sealed, writeManifest } from './manifest.ts';
import { sweep } from './recover.ts';
import { compare, verify, withoutFolder } from './verify.ts';

/** Reads the dataset in a folder; a package that cannot be read at all has issues only. */
export type ReadDataset = (
  dir: string,
) => Promise<{ reading: DatasetReading } | { issues: readonly Issue[] }>;

export interface PublishProgress {
  stage: 'copying' | 'reading' | 'saving' | 'checking';
  /** Records read so far. */
  records: number;
}

export interface PublishOptions {
  /** Who publishes; for the log. */
  by?: string;
  note?: string;
  onProgress?: (progress: PublishProgress) => void;
}

export type PublishResult =
  | { ok: true; id: string; alreadyPublished: boolean; tallies: readonly Tally[] }
  | { ok: false; issues: readonly Issue[] };

const RECORDS_PER_REPORT = 1000;

/**
 * Publishes the dataset in a folder and serves it from then on. Readers see the snapshot before or this one, never a
 * mixture; with any issue, or any failure before the swap, nothing changes. The same files again are the same
 * snapshot, which is then served again.
 */
export function publish(
  folder: Folder,
  sourceDir: string,
  read: ReadDataset,
  options: PublishOptions = {},
): Promise<PublishResult> {
  return withLock(folder, async () => {
    await sweep(folder);
    const temporary = join(folder.snapshots, `tmp-${randomUUID()}`);
    await folder.fs.makeFolder(temporary);
    let built: Built;
    try {
      built = await build(folder, temporary, sourceDir, read, options);
      if (built.ok && !built.alreadyPublished) await makeFinal(folder, temporary, built.manifest);
    } catch (error) {
      await folder.fs.remove(temporary).catch(() => {
        // The first error is the one to report; the next publish or recover() removes the folder.
      });
      throw error;
    }
    await folder.fs.remove(temporary);
    return built.ok ? serve(folder, built.manifest, built.alreadyPublished, options) : built;
  });
}

type Built =
  | { ok: true; manifest: Manifest; alreadyPublished: boolean }
  | { ok: false; issues: readonly Issue[] };

async function build(
  folder: Folder,
  root: string,
  sourceDir: string,
  read: ReadDataset,
  { onProgress }: PublishOptions,
): Promise<Built> {
  const { fs, engine } = folder;
  const report = (stage: PublishProgress['stage'], records: number) => onProgress?.({ stage, records });
  report('copying', 0);
  const paths = await copySource(fs, sourceDir, join(root, 'files'));
  const outcome = await read(join(root, 'files'));
  if (!('reading' in outcome)) return { ok: false, issues: outcome.issues };
  const { reading } = outcome;
  const table = await engine.load(
    reporting(reading.records(), (records) => report('reading', records)),
    root,
  );
  try {
    const issues = reading.issues();
    if (issues.length > 0) return { ok: false, issues };
    const records = await table.size();
    const files = await Promise.all(paths.map((path) => fingerprint(fs, root, `files/${path}`)));
    const hash = contentHash(files.map(withoutFolder));
    const id = snapshotId(reading.meta.created, hash);
    const existing = await existingManifest(folder, id, hash);
    if (existing) return { ok: true, manifest: existing, alreadyPublished: true };
    report('saving', records);
    const { recordsFile } = engine;
    const derived = await derive(fs, root, reading, table, recordsFile);
    const manifest = sealed({
      format: 1,
      id,
      contentHash: hash,
      meta: reading.meta,
      records,
      tallies: [...reading.tallies()],
      engine: engine.id,
      recordsFile,
      files: [...files, ...derived].sort((a, b) => (a.path < b.path ? -1 : 1)),
    });
    report('checking', records);
    return { ok: true, manifest, alreadyPublished: false };
  } finally {
    await table.close();
  }
}

/** Puts the snapshot on the disk, reads it back, and gives it its name. */
async function makeFinal(folder: Folder, root: string, manifest: Manifest): Promise<void> {
  const { fs, snapshots } = folder;
  await writeManifest(fs, root, manifest);
  const { files, folders } = await walk(fs, root);
  for (const path of files) await fs.sync(join(root, path));
  for (const path of folders) await fs.sync(join(root, path));
  const [problem] = await compare(folder, root, manifest);
  if (problem) throw new Error(`${problem.file} ${problem.problem} on reading it back; check the disk`);
  await fs.rename(root, join(snapshots, manifest.id));
  await fs.sync(snapshots);
  await fs.sync(folder.dataDir);
}

/** The manifest of the same content published before; null when there is none. Throws when it is damaged. */
async function existingManifest(folder: Folder, id: string, hash: string): Promise<Manifest | null> {
  let manifest: Manifest;
  try {
    manifest = await readManifest(folder, id);
  } catch (error) {
    if (isSnapshotMissing(error)) return null;
    throw error;
  }
  if (manifest.contentHash !== hash)
    throw new Error(`other content has the id ${id}; change the dataset's version`);
  const [problem] = (await verify(folder, id)).problems;
  if (problem)
    throw snapshotDamaged(id, `${problem.file} ${problem.problem}; move the snapshot away and publish again`);
  return manifest;
}

async function serve(
  folder: Folder,
  manifest: Manifest,
  alreadyPublished: boolean,
  { by, note }: PublishOptions,
): Promise<PublishResult> {
  await change(folder, manifest, { what: 'published', by, note });
  return { ok: true, id: manifest.id, alreadyPublished, tallies: manifest.tallies };
}

async function* reporting(
  records: AsyncIterable<RestrictionRecord>,
  report: (records: number) => void,
): AsyncIterable<RestrictionRecord> {
  let count = 0;
  report(count);
  for await (const record of records) {
    yield record;
    count += 1;
    if (count % RECORDS_PER_REPORT === 0) report(count);
  }
  report(count);
}
