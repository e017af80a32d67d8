import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  type Annotation,
  type Assembly,
  type Cells,
  type Conversion,
  type Coverage,
  createVocabulary,
  type DatasetMeta,
  type Declared,
  decodeCells,
  type Outline,
  type Place,
  type RestrictionRecord,
  type Source,
  sourceSchema,
  type Vocabulary,
} from '@article21/model';
import { outlinesOf } from '@article21/outlines';
import { engine as engineOf } from '../engines/index.ts';
import type { RecordFilter, RecordPage, Table } from '../port.ts';
import { OUTLINES, type TableHead, tableFiles } from './derive.ts';
import { damageOf, snapshotDamaged } from './errors.ts';
import type { FileEntry } from './fingerprint.ts';
import { type Folder, snapshotFolder } from './folder.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { writeParquet } from './parquet.ts';
import { privateCopy } from './private-copy.ts';

/** The parts of a dataset besides its records. */
export interface Catalogue {
  meta: DatasetMeta;
  places: Place[];
  sources: Source[];
  assemblies: Assembly[];
  coverage: Coverage[];
  annotations: Annotation[];
  conversions: readonly Conversion[];
  /** The kinds and measures that it declares; absent if none. */
  declared?: Declared | undefined;
}

/** A published dataset. Every file is verified against its hash before it is used. */
export interface Snapshot {
  readonly id: string;
  /** Without the salt, so that nobody can publish that by mistake. */
  readonly manifest: Manifest;
  readonly catalogue: Catalogue;
  cells(): Promise<Cells>;
  /** Of the countries that its places lie in. A snapshot published before there were any has them as of today. */
  outlines(): Promise<readonly Outline[]>;
  records(filter: RecordFilter): Promise<RecordPage>;
  record(id: string): Promise<RestrictionRecord | null>;
  /** The cleaned text of a public source; null for an internal or an unknown one, and for one that is no text. */
  text(sourceId: string): Promise<string | null>;
  /** What the table of a public source is; null for any other source. */
  table(sourceId: string): Promise<TableHead | null>;
  /** The rows of such a table from `LONGEST_PART * part + 1` on. Throws where it has no such part. */
  tablePart(sourceId: string, part: number): Promise<readonly (readonly string[])[]>;
  /**
   * The bytes of a Parquet file: of these records, written anew, or with null the stored file, which may hold words of
   * internal sources. Throws with null where the snapshot's records are kept in another format.
   */
  parquet(records: AsyncIterable<RestrictionRecord> | null): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens a snapshot. Throws a `SnapshotMissing` or a `SnapshotDamaged`; so do its methods. */
export async function open(folder: Folder, id: string): Promise<Snapshot> {
  const manifest = await readManifest(folder, id);
  const root = snapshotFolder(folder, id);
  const entryOf = (path: string) => manifest.files.find((entry) => entry.path === path);
  const read = (path: string) => readChecked(folder, root, id, { path, entry: entryOf(path) });
  const catalogue = readCatalogue(decode(await read('catalogue.json')));
  const vocabulary = createVocabulary(catalogue.declared);
  const cells = once(async () => decodeCells(await read('cells.bin'), vocabulary));
  let opened: Table | null = null;
  const table = once(async () => {
    opened = await openTable(folder, root, manifest, vocabulary);
    return opened;
  });

  const { salt: _salt, ...shown } = manifest;
  return {
    id,
    manifest: shown,
    catalogue,
    cells,
    outlines: async () =>
      entryOf(OUTLINES)
        ? (JSON.parse(decode(await read(OUTLINES))) as Outline[])
        : outlinesOf(catalogue.places),
    records: async (filter) => (await table()).page(filter),
    record: async (recordId) => (await table()).record(recordId),
    text: async (sourceId) => {
      const source = catalogue.sources.find((it) => it.id === sourceId && it.visibility === 'public');
      const path = source && `texts/${source.id}.txt`;
      return path && entryOf(path) ? decode(await read(path)) : null;
    },
    table: async (sourceId) => {
      const source = catalogue.sources.find((it) => it.id === sourceId && it.visibility === 'public');
      return source?.kind === 'table' ? JSON.parse(decode(await read(tableFiles.head(source.id)))) : null;
    },
    tablePart: async (sourceId, part) => JSON.parse(decode(await read(tableFiles.part(sourceId, part)))),
    parquet: async (records) => {
      if (records !== null) return writeParquet(records);
      if (!manifest.recordsFile.endsWith('.parquet'))
        throw new Error(`the records of ${id} are kept in ${manifest.recordsFile}`);
      return read(manifest.recordsFile);
    },
    close: async () => {
      const table = opened;
      opened = null;
      await table?.close();
    },
  };
}

async function readChecked(
  folder: Folder,
  root: string,
  id: string,
  { path, entry }: { path: string; entry: FileEntry | undefined },
): Promise<Uint8Array> {
  if (!entry) throw snapshotDamaged(id, `${path} is not in the manifest`);
  const pieces: Uint8Array[] = [];
  let length = 0;
  const hash = createHash('sha256');
  await orDamaged(id, path, async () => {
    for await (const piece of folder.fs.pieces(join(root, path))) {
      pieces.push(piece);
      // Piece by piece, because a thread that hashes 100 MB at once does nothing else meanwhile.
      hash.update(piece);
      length += piece.length;
      // What stands there now may be larger than the memory.
      if (length > entry.bytes) break;
    }
  });
  // The bytes that are used are those that are hashed: reading twice could meet two different files.
  const data = Buffer.concat(pieces);
  if (hash.digest('hex') !== entry.sha256) throw snapshotDamaged(id, `${path} is not what was published`);
  return data;
}

/**
 * The engine reads a file as often as it is asked, and so is given a private copy: what stands in the store may be
 * changed at any time after it was compared with its hash.
 */
async function openTable(
  folder: Folder,
  root: string,
  manifest: Manifest,
  vocabulary: Vocabulary,
): Promise<Table> {
  const { id, recordsFile, files } = manifest;
  const entry = files.find(({ path }) => path === recordsFile);
  if (!entry) throw snapshotDamaged(id, `${recordsFile} is not in the manifest`);
  const { engine: own } = folder;
  const engine = manifest.engine === (own.fileEngine ?? own.id) ? own : engineOf(manifest.engine);
  const kept = await engine.kept?.(entry.sha256, vocabulary);
  if (kept) return kept;
  const copy = await orDamaged(id, recordsFile, () =>
    privateCopy(folder.fs.pieces(join(root, recordsFile)), entry),
  );
  if (copy === null) throw snapshotDamaged(id, `${recordsFile} is not what was published`);
  try {
    const table = await engine.open(copy.path, vocabulary);
    if (engine.readsAgain) return { ...table, close: () => table.close().finally(copy.close) };
    await copy.close();
    return table;
  } catch (cause) {
    await copy.close();
    throw new Error(`${recordsFile} of snapshot ${id} cannot be read by this version of the program`, {
      cause,
    });
  }
}

/** Reads a file of a snapshot; one that is gone, or is no file any more, is damage. */
async function orDamaged<T>(id: string, path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const problem = damageOf(error);
    throw problem === null ? error : snapshotDamaged(id, `${path} ${problem}`, error);
  }
}

/** A snapshot published before there was coverage, annotations or conversions has none. */
function readCatalogue(text: string): Catalogue {
  const { meta, sources, ...catalogue } = JSON.parse(text) as Omit<
    Catalogue,
    'coverage' | 'annotations' | 'conversions' | 'meta' | 'sources'
  > & {
    meta: Omit<DatasetMeta, 'language'>;
    sources: unknown[];
  };
  return {
    // Coverage, annotations, conversions, the language of the dataset and the kind of a source are not in snapshots of
    // earlier versions of the program.
    ...{ coverage: [], annotations: [], conversions: [] },
    ...catalogue,
    sources: sources.map((source) => sourceSchema.parse(source)),
    meta: { language: 'en', ...meta },
  };
}

/** Decodes without dropping a byte order mark, which would shift every offset. */
function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

/** Shares one run of the work among all callers; a failure is not cached, because it may pass. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null;
  return () => {
    running ??= work().catch((error: unknown) => {
      running = null;
      throw error;
    });
    return running;
  };
}
