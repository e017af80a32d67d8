import { readRetractions } from '../retractions/read.ts';
import type { Retractions } from '../retractions/tombstone.ts';
import { readWithheld, type Withheld } from '../retractions/withheld.ts';
import { statedCurrent } from './current.ts';
import type { Folder } from './folder.ts';
import { listIds } from './ids.ts';
import { type LogEntry, readLog } from './log.ts';
import { type Inspected, inspectManifest } from './manifest.ts';
import { type VerifyReport, verify } from './verify.ts';

/** The published snapshots of a store. */
export interface Published {
  /** Of all snapshots, also of damaged ones, newest first. */
  ids(): Promise<string[]>;
  /** The manifest of a snapshot, or what is wrong with it. Throws a `SnapshotMissing`. */
  inspectManifest(id: string): Promise<Inspected>;
  /** Compares every byte of a snapshot with its manifest. Throws a `SnapshotMissing`. */
  verify(id: string): Promise<VerifyReport>;
  /** Oldest first. */
  log(): Promise<LogEntry[]>;
  /** Snapshots that were retracted. */
  retractions(): Promise<Retractions>;
  /** Records that may not be published again; null where there are none. */
  withheld(): Promise<Withheld | null>;
  /** The current id as written, valid or not; null before the first publication. */
  statedCurrent(): Promise<string | null>;
}

export function publishedIn(folder: Folder): Published {
  return {
    ids: () => listIds(folder),
    inspectManifest: (id) => inspectManifest(folder, id),
    verify: (id) => verify(folder, id),
    log: () => readLog(folder),
    retractions: () => readRetractions(folder),
    withheld: () => readWithheld(folder),
    statedCurrent: () => statedCurrent(folder),
  };
}
