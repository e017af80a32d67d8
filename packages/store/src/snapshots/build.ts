import { join } from 'node:path';
import type { DatasetReading, Issue, RestrictionRecord } from '@article21/model';
import type { Table } from '../port.ts';
import { copySource } from './copy.ts';
import { derive } from './derive.ts';
import { isSnapshotMissing, snapshotDamaged } from './errors.ts';
import { contentHash, type FileEntry, fingerprint } from './fingerprint.ts';
import { type Folder, snapshotId } from './folder.ts';
import { type Manifest, readManifest, sealed } from './manifest.ts';
import { verify, withoutFolder } from './verify.ts';

/** Reads the dataset in a folder; a package that cannot be read at all has issues only. */
export type ReadDataset = (
  dir: string,
) => Promise<{ reading: DatasetReading } | { issues: readonly Issue[] }>;

export interface PublishProgress {
  stage: 'copying' | 'reading' | 'saving' | 'checking';
  /** Records read so far. */
  records: number;
}

/** What became of a dataset: a snapshot whose manifest is yet to be written, one of before, or none. */
export type Built =
  | { ok: true; manifest: Manifest; alreadyPublished: boolean }
  | { ok: false; issues: readonly Issue[] };

type Report = (stage: PublishProgress['stage'], records: number) => void;

const RECORDS_PER_REPORT = 1000;

/** Copies a dataset into the folder `root`, reads it there, and writes all that a snapshot holds but its manifest. */
export async function build(
  folder: Folder,
  root: string,
  sourceDir: string,
  read: ReadDataset,
  report: Report,
): Promise<Built> {
  report('copying', 0);
  const paths = await copySource(folder.fs, sourceDir, join(root, 'files'));
  const outcome = await read(join(root, 'files'));
  if (!('reading' in outcome)) return { ok: false, issues: outcome.issues };
  const { reading } = outcome;
  const table = await folder.engine.load(reporting(reading.records(), report), root);
  try {
    const issues = reading.issues();
    if (issues.length > 0) return { ok: false, issues };
    const files: FileEntry[] = [];
    for (const path of paths) files.push(await fingerprint(folder.fs, root, `files/${path}`));
    return await assemble(folder, root, { reading, table, files, report });
  } finally {
    await table.close();
  }
}

async function assemble(
  folder: Folder,
  root: string,
  {
    reading,
    table,
    files,
    report,
  }: { reading: DatasetReading; table: Table; files: FileEntry[]; report: Report },
): Promise<Built> {
  const { id: engine, recordsFile } = folder.engine;
  const hash = contentHash(files.map(withoutFolder));
  const id = snapshotId(reading.meta.created, hash);
  const existing = await existingManifest(folder, id, hash);
  if (existing) return { ok: true, manifest: existing, alreadyPublished: true };
  const records = await table.size();
  report('saving', records);
  const derived = await derive(folder.fs, root, reading, table, recordsFile);
  report('checking', records);
  const manifest = sealed({
    format: 1,
    id,
    contentHash: hash,
    meta: reading.meta,
    records,
    tallies: [...reading.tallies()],
    engine,
    recordsFile,
    files: [...files, ...derived].sort((a, b) => (a.path < b.path ? -1 : 1)),
  });
  return { ok: true, manifest, alreadyPublished: false };
}

/** The manifest of the same content published before; null when there is none. Throws when it is damaged. */
async function existingManifest(folder: Folder, id: string, hash: string): Promise<Manifest | null> {
  try {
    const [problem] = (await verify(folder, id)).problems;
    if (problem)
      throw snapshotDamaged(id, `${problem.file} ${problem.problem}; move it away and publish again`);
  } catch (error) {
    if (isSnapshotMissing(error)) return null;
    throw error;
  }
  const manifest = await readManifest(folder, id);
  if (manifest.contentHash !== hash) throw new Error(`other content has the id ${id}; change its version`);
  return manifest;
}

async function* reporting(
  records: AsyncIterable<RestrictionRecord>,
  report: Report,
): AsyncIterable<RestrictionRecord> {
  let count = 0;
  report('reading', count);
  for await (const record of records) {
    yield record;
    count += 1;
    if (count % RECORDS_PER_REPORT === 0) report('reading', count);
  }
}
