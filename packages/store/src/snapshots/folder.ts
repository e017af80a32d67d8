import { join } from 'node:path';
import { isSnapshotId } from '@article21/model';
import type { Engine } from '../port.ts';
import type { Tombstone } from '../retractions/tombstone.ts';
import { type DurableFs, hasCode } from './durable-fs.ts';
import { snapshotMissing } from './errors.ts';

/** Where a store's things stand. */
export interface Folder {
  fs: DurableFs;
  engine: Engine;
  dataDir: string;
  snapshots: string;
  current: string;
  lock: string;
  log: string;
  /** The log as it was last read, byte for byte: it only grows. */
  logged: { bytes: Uint8Array };
  /** The change of what is served that is being made. */
  intent: string;
  /** What others may copy, and who signed it. */
  editions: string;
  /** What snapshots changed. */
  changes: string;
  /** Tombstones of snapshots that were retracted. */
  retractions: string;
  /** Those that were read: they never change. */
  tombstones: Map<string, Tombstone>;
  /** The seal of each manifest when it was first read: a snapshot does not change, and so neither does its manifest. */
  seals: Map<string, string>;
  /** The seal of each comparison when it was first read or kept, by the name of its file. */
  comparisons: Map<string, string>;
}

export function folderOf(dataDir: string, engine: Engine, fs: DurableFs): Folder {
  return {
    fs,
    engine,
    dataDir,
    snapshots: join(dataDir, 'snapshots'),
    current: join(dataDir, 'current'),
    lock: join(dataDir, 'lock'),
    log: join(dataDir, 'log.jsonl'),
    intent: join(dataDir, 'change.json'),
    editions: join(dataDir, 'editions'),
    changes: join(dataDir, 'changes'),
    retractions: join(dataDir, 'retractions'),
    logged: { bytes: new Uint8Array() },
    tombstones: new Map(),
    seals: new Map(),
    comparisons: new Map(),
  };
}

const HASH_DIGITS = 16;

/** The id of a snapshot: the day its dataset was made, and the beginning of the hash of its files. */
export function snapshotId(created: string, contentHash: string): string {
  return `${created}-${contentHash.slice(0, HASH_DIGITS)}`;
}

/** The folder of a snapshot. Throws on what is no id, so that no other path can be asked for. */
export function snapshotFolder(folder: Folder, id: string): string {
  if (!isSnapshotId(id)) throw snapshotMissing(id);
  return join(folder.snapshots, id);
}

/** What stands in a folder; nothing where there is none. */
export async function namesIn({ fs }: Pick<Folder, 'fs'>, path: string): Promise<string[]> {
  try {
    return (await fs.list(path)).map(({ name }) => name);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
