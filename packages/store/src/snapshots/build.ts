import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type DatasetReading, datasetFiles, type Issue, type RestrictionRecord } from '@article21/model';
import type { Table } from '../port.ts';
import { isWithheld, type Withheld } from '../retractions/withheld.ts';
import { copySource } from './copy.ts';
import { derive } from './derive.ts';
import { isSnapshotMissing, snapshotDamaged, snapshotRetracted } from './errors.ts';
import { contentHash, type FileEntry, fingerprint } from './fingerprint.ts';
import { type Folder, snapshotId } from './folder.ts';
import { type Manifest, sealed } from './manifest.ts';
import type { Published } from './published.ts';
import { withoutFolder } from './verify.ts';

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

/** What it takes to make a snapshot: where files are written, what groups records, and what was published before. */
export type Building = Pick<Folder, 'fs' | 'engine'> & { published: Published };

type Report = (stage: PublishProgress['stage'], records: number) => void;

const RECORDS_PER_REPORT = 1000;

/** Copies a dataset into the folder `root`, reads it there, and writes all that a snapshot holds but its manifest. */
export async function build(
  folder: Building,
  root: string,
  { sourceDir, read, report }: { sourceDir: string; read: ReadDataset; report: Report },
): Promise<Built> {
  report('copying', 0);
  const paths = await copySource(folder.fs, sourceDir, join(root, 'files'));
  const outcome = await read(join(root, 'files'));
  if (!('reading' in outcome)) return { ok: false, issues: outcome.issues };
  const { reading } = outcome;
  const withheld = await folder.published.withheld();
  const allowed = withheld ? refusing(reading, withheld) : reading.records();
  const table = await folder.engine.load(reporting(allowed, report), root, reading.vocabulary);
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
  folder: Building,
  root: string,
  {
    reading,
    table,
    files,
    report,
  }: { reading: DatasetReading; table: Table; files: FileEntry[]; report: Report },
): Promise<Built> {
  const { id, fileEngine: engine = id, recordsFile } = folder.engine;
  const published = files.map(withoutFolder);
  const { created } = reading.meta;
  const isInternal = reading.sources.some(({ visibility }) => visibility === 'internal');
  const own = datasetFiles({ tallies: reading.tallies(), sources: reading.sources });
  const isSalted = isInternal || published.some(({ path }) => !own.has(path));
  const existing =
    // An earlier version salted no file that is none of the dataset's.
    (isInternal ? null : await publishedBefore(folder.published, created, published)) ??
    (isSalted ? await saltedBefore(folder.published, created, published) : null);
  if (existing) return { ok: true, manifest: existing, alreadyPublished: true };
  const salt = isSalted ? randomBytes(32).toString('hex') : null;
  const hash = contentHash(published, salt);
  const records = await table.size();
  report('saving', records);
  const derived = await derive(folder, root, { reading, table });
  report('checking', records);
  const manifest = sealed({
    format: salt === null ? 1 : 2,
    id: snapshotId(created, hash),
    contentHash: hash,
    ...(salt === null ? {} : { salt }),
    meta: reading.meta,
    records,
    tallies: [...reading.tallies()],
    engine,
    recordsFile,
    files: [...files, ...derived].sort((a, b) => (a.path < b.path ? -1 : 1)),
  });
  return { ok: true, manifest, alreadyPublished: false };
}

/** The manifest of the same files published before; null when there is none. Throws when it is damaged. */
async function publishedBefore(
  published: Published,
  created: string,
  files: readonly FileEntry[],
): Promise<Manifest | null> {
  const hash = contentHash(files, null);
  const id = snapshotId(created, hash);
  let manifest: Manifest;
  try {
    manifest = await requireSound(published, id);
  } catch (error) {
    if (isSnapshotMissing(error)) return null;
    throw error;
  }
  if (manifest.contentHash !== hash) throw new Error(`other content has the id ${id}; change its version`);
  return manifest;
}

/**
 * The same where some of the files are for nobody else: the id says nothing of them, but each manifest has its salt. Throws a
 * `SnapshotRetracted` where they were retracted.
 */
async function saltedBefore(
  published: Published,
  created: string,
  files: readonly FileEntry[],
): Promise<Manifest | null> {
  for (const id of await published.ids()) {
    if (!id.startsWith(`${created}-`)) continue;
    const { manifest } = await published.inspectManifest(id);
    if (manifest?.salt === undefined || contentHash(files, manifest.salt) !== manifest.contentHash) continue;
    return requireSound(published, id);
  }
  for (const tombstone of (await published.retractions()).values()) {
    if (tombstone === 'damaged' || tombstone.salt === null) continue;
    if (contentHash(files, tombstone.salt) === tombstone.contentHash) throw snapshotRetracted(tombstone);
  }
  return null;
}

async function requireSound(published: Published, id: string): Promise<Manifest> {
  const [problem] = (await published.verify(id)).problems;
  if (problem)
    throw snapshotDamaged(id, `${problem.file} ${problem.problem}; move it away and publish again`);
  const { manifest, problem: unread } = await published.inspectManifest(id);
  if (!manifest) throw snapshotDamaged(id, `manifest.json ${unread}`);
  return manifest;
}

/** Throws one sentence on a record that was retracted. */
async function* refusing(reading: DatasetReading, withheld: Withheld): AsyncIterable<RestrictionRecord> {
  for await (const record of reading.records()) {
    if (isWithheld(withheld, reading.meta.name, record.id))
      throw new Error(
        `record ${record.id} was retracted and is not published again: take it out of the dataset, or, if it is another ` +
          'record, give it another id',
      );
    yield record;
  }
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
