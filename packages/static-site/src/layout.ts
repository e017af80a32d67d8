import type { SnapshotsAnswer } from '@article21/contract';
import type { Basis, Day, Kind } from '@article21/model';
import type { Catalogue, Manifest } from '@article21/store';

/** Where a snapshot's files stand within a mirror. The id is in it, so that no cache mixes two. */
export function snapshotFolder(id: string): string {
  return `snapshots/${id}`;
}

/** What stands in the folder of a snapshot that was retracted, beside its page: that it was, for servers and programs. */
export const TOMBSTONE = 'retracted.json';

/** The files of a snapshot's folder, by name. */
export const names = {
  about: 'about.json',
  cells: 'cells.bin',
  outlines: 'outlines.json',
  changes: 'changes.json',
  /** The snapshots that were retracted: what is said of each, the last first. */
  retractions: 'retractions.json',
  parquet: 'records.parquet',
  index: 'records/index.json',
  shard: (n: number) => `records/${n}.json`,
  /** Which shard a record is in, for those whose id has this hash. */
  ids: (n: number) => `records/ids-${n}.json`,
  text: (sourceId: string) => `texts/${sourceId}.txt`,
  table: (sourceId: string) => `tables/${sourceId}/head.json`,
  /** The rows of a table from `LONGEST_PART * part + 1` on. */
  tablePart: (sourceId: string, part: number) => `tables/${sourceId}/${part}.json`,
} as const;

/** What a page needs before its first chart, beside the cells. Nothing in it is internal. */
export interface About {
  id: string;
  manifest: Pick<Manifest, 'records' | 'recordsFile' | 'files'>;
  /** Of an internal source, `file` is null. */
  catalogue: Catalogue;
  /** The mirrored snapshot alone. */
  versions: SnapshotsAnswer;
}

/** Which records stand in which file, in the order of pages: by basis, first day, id. */
export interface RecordIndex {
  shards: readonly Shard[];
  /** How many files of ids there are. */
  ids: number;
}

/** One file of records, and what must hold of a record for it to be in it. */
export interface Shard {
  basis: Basis;
  /** The days by which the first and the last record stand in the order of pages. */
  from: readonly [Day, Day];
  /** Of the days that the sources leave possible: the earliest and the latest first one, `OPEN_START` where open. */
  begins: readonly [Day, Day];
  /** The latest last one; `OPEN_END` where one is open. */
  to: Day;
  last: string;
  kinds: readonly Kind[];
  places: readonly string[];
}

/** How many records stand in one file: some 300 kB. */
export const SHARD = 500;
/** How many ids stand in one file, about. */
export const IDS = 4000;

/** The file of ids that an id is to be looked for in (FNV-1a). */
export function idsFile(id: string, files: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % files;
}
