import { type LoadedSnapshot, parquetRefused, publicParquet, redact, shownFiles } from '@article21/answers';
import { allRecords, type Changes } from '@article21/answers/changes';
import type { SnapshotsAnswer } from '@article21/contract';
import {
  encodeCells,
  LONGEST_PART,
  type RestrictionRecord,
  type Retraction,
  translationsIn,
} from '@article21/model';
import type { Catalogue } from '@article21/store';
import { type About, names, snapshotFolder } from '../layout.ts';
import { type MirrorFile, textFile } from './file.ts';
import { recordFiles } from './records.ts';

/** A snapshot that is to be mirrored. */
export interface Mirrored {
  loaded: LoadedSnapshot;
  changes: Changes;
  /** What was retracted before, the last first. */
  retractions: readonly Retraction[];
  /** Told how many records were written. */
  tell(records: number): void;
}

/**
 * The files that answer for a snapshot, one after another. Words of internal sources, the names of their files and
 * the hashes of their texts are in none of them.
 */
export async function* snapshotFiles(mirrored: Mirrored): AsyncGenerator<MirrorFile> {
  const { loaded } = mirrored;
  const folder = snapshotFolder(loaded.id);
  for await (const { path, data } of files(mirrored)) yield { path: `${folder}/${path}`, data };
}

async function* files({ loaded, changes, retractions, tell }: Mirrored): AsyncGenerator<MirrorFile> {
  const { snapshot } = loaded;
  yield aboutFile(loaded);
  yield await cellsFile(loaded);
  yield textFile(names.outlines, await snapshot.outlines());
  yield textFile(names.changes, changes);
  yield textFile(names.retractions, retractions);
  if (parquetRefused(loaded) === null) yield { path: names.parquet, data: await publicParquet(loaded) };
  for (const { id } of snapshot.catalogue.sources) {
    const text = await snapshot.text(id);
    if (text !== null) yield { path: names.text(id), data: text };
    const head = await snapshot.table(id);
    if (head === null) continue;
    yield textFile(names.table(id), head);
    for (let part = 0; part * LONGEST_PART < head.lastRow; part++)
      yield textFile(names.tablePart(id, part), await snapshot.tablePart(id, part));
  }
  yield* recordFiles(shown(loaded, tell), snapshot.manifest.records);
}

/** What a page needs before its first chart, beside the cells. */
export function aboutFile(loaded: LoadedSnapshot): MirrorFile {
  return textFile(names.about, aboutOf(loaded));
}

/** What is rolled up. */
export async function cellsFile({ snapshot }: LoadedSnapshot): Promise<MirrorFile> {
  return { path: names.cells, data: encodeCells(await snapshot.cells()) };
}

async function* shown(loaded: LoadedSnapshot, tell: Mirrored['tell']): AsyncGenerator<RestrictionRecord> {
  let count = 0;
  for await (const record of allRecords(loaded.snapshot.records)) {
    yield redact(record, loaded);
    count += 1;
    tell(count);
  }
}

/** A snapshot as the API lists it. */
export function summaryOf({ id, snapshot }: LoadedSnapshot): SnapshotsAnswer['snapshots'][number] {
  const { meta } = snapshot.catalogue;
  const { name, language, title, version, created, synthetic } = meta;
  const own = { name, language, title, ...translationsIn(meta, 'title'), version, created, synthetic };
  return { id, ...own, records: snapshot.manifest.records };
}

/** A catalogue without the names of the files of internal sources. */
export function shownCatalogue(catalogue: Catalogue): Catalogue {
  const sources = catalogue.sources.map((it) => (it.visibility === 'public' ? it : { ...it, file: null }));
  return { ...catalogue, sources };
}

function aboutOf(loaded: LoadedSnapshot): About {
  const { id, snapshot } = loaded;
  const { manifest, catalogue } = snapshot;
  const { records, recordsFile } = manifest;
  return {
    id,
    manifest: { records, recordsFile, files: shownFiles(snapshot) },
    catalogue: shownCatalogue(catalogue),
    versions: { current: id, snapshots: [summaryOf(loaded)] },
  };
}
