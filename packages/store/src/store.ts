import type { Retraction } from '@article21/model';
import { type Editions, editionsOf } from './editions/index.ts';
import type { OnWord } from './editions/statement.ts';
import type { Engine } from './port.ts';
import { acceptRetractions, type RetractOptions, retract } from './retractions/ask.ts';
import { readRetractions } from './retractions/read.ts';
import type { Retractions } from './retractions/tombstone.ts';
import { withholds } from './retractions/withheld.ts';
import type { ReadDataset } from './snapshots/build.ts';
import { keepChanges, keptAgainst, readChanges } from './snapshots/changes.ts';
import { readCurrent } from './snapshots/current.ts';
import { type DurableFs, nodeFs } from './snapshots/durable-fs.ts';
import { explained } from './snapshots/errors.ts';
import { folderOf } from './snapshots/folder.ts';
import { listIds } from './snapshots/ids.ts';
import { createInspect } from './snapshots/inspect.ts';
import { list, type SnapshotSummary } from './snapshots/list.ts';
import { type LogEntry, readLog } from './snapshots/log.ts';
import { lost } from './snapshots/lost.ts';
import { type Manifest, shownManifest } from './snapshots/manifest.ts';
import { open, type Snapshot } from './snapshots/open.ts';
import { ownProblems } from './snapshots/own-files.ts';
import { type PublishOptions, type PublishResult, publish } from './snapshots/publish.ts';
import { publishedIn } from './snapshots/published.ts';
import { readSeals } from './snapshots/read-seals.ts';
import { recover } from './snapshots/recover.ts';
import { rollback } from './snapshots/rollback.ts';
import { sharedSeals } from './snapshots/seals.ts';
import { type VerifyReport, verify } from './snapshots/verify.ts';

/** The snapshots in a folder. Errors of the disk are said in one sentence, with the path and what to do. */
export interface Store {
  /** The id of the snapshot served; null before the first. Throws when `current` is malformed or points nowhere. */
  current(): Promise<string | null>;
  /** The snapshots whose manifest can be read, the last published first. */
  list(): Promise<SnapshotSummary[]>;
  /** The ids of all snapshots, also of damaged ones. */
  ids(): Promise<string[]>;
  /** What a snapshot is made of, without its salt; no other file of it is read. Throws a `SnapshotMissing` or a `SnapshotDamaged`. */
  manifest(id: string): Promise<Manifest>;
  /** Throws a `SnapshotMissing` or a `SnapshotDamaged`. */
  open(id: string): Promise<Snapshot>;
  /** Publishes the dataset in a folder. Throws a `StoreBusy` while another process publishes. */
  publish(sourceDir: string, read: ReadDataset, options?: PublishOptions): Promise<PublishResult>;
  /** Serves another snapshot; nothing is deleted. Throws a `SnapshotMissing` or a `SnapshotDamaged`. */
  rollback(id: string, by?: string): Promise<void>;
  /**
   * Removes snapshots for good, all of these or none, and keeps that and why: they are never answered, published or copied
   * again. Throws on the one that is served, and a `SnapshotMissing`; what was retracted before stays as it was.
   */
  retract(ids: readonly string[], options: RetractOptions): Promise<void>;
  /**
   * The same on the signed word of somebody whom this store follows, also of the one that is served: then nothing is, until
   * another is. Answers those that were not retracted before.
   */
  acceptRetractions(announced: readonly Retraction[], on: OnWord): Promise<string[]>;
  /** Every change of what is served, the oldest first. */
  log(): Promise<LogEntry[]>;
  /** Every snapshot that was retracted. */
  retractions(): Promise<Retractions>;
  /** Whether a record of a dataset was retracted, and may not be published again. */
  withholds(dataset: string, record: string): Promise<boolean>;
  /** The ids of snapshots that were published, and are neither there nor retracted. */
  lost(): Promise<string[]>;
  /** Compares every byte of a snapshot with its manifest. Throws a `SnapshotMissing`. */
  verify(id: string): Promise<VerifyReport>;
  /**
   * The same, but of a file that was not changed since it was last found sound only what the system says of it is read:
   * to be asked again and again while a snapshot is served. It also names what is kept of its changes and was altered.
   */
  inspect(id: string): Promise<VerifyReport>;
  /**
   * What is wrong with the files that it keeps beside its snapshots (`current`, the log, tombstones …): for each an error of one
   * sentence, with its path in the store, and how to mend it. Its cause says where the store stands, and is for the log alone.
   */
  problems(): Promise<Error[]>;
  /** The seals of those manifests of `ids` that were read, by id: for another thread of this process. */
  seals(ids: readonly string[]): Record<string, string>;
  /** From now on a manifest is damaged that has another seal than another thread of this process has read. */
  hold(seals: Readonly<Record<string, string>>): void;
  /** Keeps what a snapshot changed against an earlier one, so that nobody who asks has to wait for it. */
  keepChanges(id: string, since: string, text: string): Promise<void>;
  /** What was kept of that; null where nothing was. Throws a `SnapshotDamaged` where it is not what was written. */
  changes(id: string, since: string): Promise<string | null>;
  /** The ids of the snapshots against which that is kept. */
  keptAgainst(id: string): Promise<string[]>;
  /** What others may copy of it, and what it copies of another. */
  readonly editions: Editions;
  /** Reads the seals of all snapshots and of what they changed, and the log: none is another from now on. To be called at start. */
  remember(): Promise<void>;
  /** Removes what a publisher that died left behind; answers the paths. To be called at start. */
  recover(): Promise<string[]>;
}

/** The store in `dataDir`, which need not exist yet. `engine` is for what is published from now on. */
export function openStore({
  dataDir,
  engine,
  fs = nodeFs,
}: {
  dataDir: string;
  engine: Engine;
  fs?: DurableFs;
}): Store {
  const folder = folderOf(dataDir, engine, fs);
  const inspect = createInspect(folder);
  const explain: Explain = (work) =>
    work.catch((error: unknown) => {
      throw explained(error, dataDir);
    });
  return {
    current: () => explain(readCurrent(folder)),
    list: () => explain(list(publishedIn(folder))),
    ids: () => explain(listIds(folder)),
    manifest: (id) => explain(shownManifest(folder, id)),
    open: async (id) => explainedBy(explain, await explain(open(folder, id))),
    publish: (sourceDir, read, options) => explain(publish(folder, sourceDir, read, options)),
    rollback: (id, by) => explain(rollback(folder, id, by)),
    retract: (ids, options) => explain(retract(folder, ids, options)),
    acceptRetractions: (announced, on) => explain(acceptRetractions(folder, announced, on)),
    log: () => explain(readLog(folder)),
    retractions: () => explain(readRetractions(folder)),
    withholds: (dataset, record) => explain(withholds(publishedIn(folder), dataset, record)),
    lost: () => explain(lost(publishedIn(folder))),
    verify: (id) => explain(verify(folder, id)),
    inspect: (id) => explain(inspect(id)),
    problems: () => ownProblems(folder),
    ...sharedSeals(folder),
    keepChanges: (id, since, text) => explain(keepChanges(folder, id, since, text)),
    changes: (id, since) => explain(readChanges(folder, id, since)),
    keptAgainst: (id) => explain(keptAgainst(folder, id)),
    editions: editionsOf(folder, explain),
    remember: () => explain(readSeals(folder)),
    recover: () => explain(recover(folder)),
  };
}

type Explain = <T>(work: Promise<T>) => Promise<T>;

/** A snapshot whose later errors are said as those of the store. */
function explainedBy(explain: Explain, snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    cells: () => explain(snapshot.cells()),
    outlines: () => explain(snapshot.outlines()),
    records: (filter) => explain(snapshot.records(filter)),
    record: (id) => explain(snapshot.record(id)),
    text: (sourceId) => explain(snapshot.text(sourceId)),
    table: (sourceId) => explain(snapshot.table(sourceId)),
    tablePart: (sourceId, part) => explain(snapshot.tablePart(sourceId, part)),
  };
}
