export { openSharedStore, type SharedStore } from './database-store.ts';
export { chainOf, describeError, detailsOf, LONGEST_CHAIN, printable, titleOf } from './described-error.ts';
export { type Edition, readEdition } from './editions/edition.ts';
export type { Editions } from './editions/index.ts';
export { MOST_PIECE, PIECE, piecesOf } from './editions/pieces.ts';
export { cellsFrom } from './engines/duckdb/cells.ts';
export { createRecordsTable, type RecordColumn, recordColumns } from './engines/duckdb/columns.ts';
export { openRelation } from './engines/duckdb/relation.ts';
export { engine, engines } from './engines/index.ts';
export {
  copyBetween,
  describeLocation,
  isShared,
  openStoreAt,
  readLocation,
  type StoreLocation,
} from './location.ts';
export type { Engine, EngineId, RecordFilter, RecordPage, Table } from './port.ts';
export { isDatabaseUrl, openDatabase } from './postgres/database.ts';
export { isDatabaseUnavailable } from './postgres/errors.ts';
export type { State } from './postgres/snapshots.ts';
export { type HeldRecord, heldRecord, type IsPublishedAs } from './retractions/held-record.ts';
export {
  type Retractions,
  shownRetractions,
  soundTombstones,
  type Tombstone,
} from './retractions/tombstone.ts';
export type { PublishProgress, ReadDataset } from './snapshots/build.ts';
export type { TableHead } from './snapshots/derive.ts';
export { type DurableFs, type Entry, makeFolder, nodeFs } from './snapshots/durable-fs.ts';
export {
  type DiskObstacle,
  diskObstacle,
  isSnapshotDamaged,
  isSnapshotMissing,
  isSnapshotRetracted,
  isStoreBusy,
  isStoreUnusable,
} from './snapshots/errors.ts';
export { type FileEntry, fingerprint, sha256, walk } from './snapshots/fingerprint.ts';
export type { SnapshotSummary } from './snapshots/list.ts';
export type { LogEntry } from './snapshots/log.ts';
export type { Manifest } from './snapshots/manifest.ts';
export type { Catalogue, Snapshot } from './snapshots/open.ts';
export { type ProcessIdentity, processStatus, thisProcess } from './snapshots/process.ts';
export type { PublishOptions, PublishResult } from './snapshots/publish.ts';
export type { VerifyReport } from './snapshots/verify.ts';
export { openStore, type Store } from './store.ts';
