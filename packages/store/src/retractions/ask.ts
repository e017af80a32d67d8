import type { Retraction, RetractionReason } from '@article21/model';
import { isSnapshotRetracted } from '../snapshots/errors.ts';
import type { Folder } from '../snapshots/folder.ts';
import { withLock } from '../snapshots/lock.ts';
import { type Inspected, inspectManifest } from '../snapshots/manifest.ts';
import { operator } from '../snapshots/operator.ts';
import { sweep } from '../snapshots/recover.ts';
import { readRetractions } from './read.ts';
import { bury } from './retract.ts';
import type { Tombstone } from './tombstone.ts';
import { noneWithheld, readWithheld, type Withheld, withholding } from './withheld.ts';

export interface RetractOptions {
  reason: RetractionReason;
  /** Who retracts; for the log. Default: the user of this machine. */
  by?: string;
  /** Records that nobody may publish again, each with the name of its dataset. */
  records?: readonly { dataset: string; record: string }[];
}

/**
 * Retracts snapshots together. Throws a `SnapshotMissing` on one that there never was, and on the one that is served; one that was
 * retracted before keeps its tombstone.
 */
export function retract(folder: Folder, ids: readonly string[], options: RetractOptions): Promise<void> {
  return withLock(folder, async () => {
    await sweep(folder);
    const tombstones = await tombstonesOf(ids, (id) => inspectManifest(folder, id), options);
    const withheld = withheldWith(await readWithheld(folder), options);
    await bury(folder, { tombstones, withheld });
  });
}

/** The tombstones of snapshots, as their manifests tell of them. */
export async function tombstonesOf(
  ids: readonly string[],
  inspect: (id: string) => Promise<Inspected>,
  { reason, by }: RetractOptions,
): Promise<Tombstone[]> {
  const at = new Date().toISOString();
  const tombstones: Tombstone[] = [];
  for (const snapshot of ids) {
    const inspected = await inspect(snapshot).catch((error: unknown) => {
      if (isSnapshotRetracted(error)) return null;
      throw error;
    });
    if (inspected === null) continue;
    // One that is damaged is retracted all the same.
    const { records = null, contentHash = null, salt = null } = inspected.manifest ?? {};
    const about = { format: 1, by: by ?? operator(), records, contentHash, salt } as const;
    tombstones.push({ snapshot, reason, at, ...about });
  }
  return tombstones;
}

/** What is withheld from then on; null where that is as before. */
export function withheldWith(
  before: Withheld | null,
  { records = [], reason }: RetractOptions,
): Withheld | null {
  if (records.length === 0) return null;
  const about = { reason, at: new Date().toISOString() };
  return records.reduce((withheld, it) => withholding(withheld, it, about), before ?? noneWithheld());
}

/** Does here what somebody else, whom this store follows, has retracted. Throws where that is served here. */
export async function obey(
  folder: Folder,
  told: readonly Retraction[],
  { by }: { by: string },
): Promise<string[]> {
  const known = await readRetractions(folder);
  const unknown = told.filter(({ snapshot }) => !known.has(snapshot));
  if (unknown.length === 0) return [];
  await withLock(folder, async () => {
    await sweep(folder);
    await bury(folder, { tombstones: unknown.map((it) => toldTombstone(it, by)), withheld: null });
  });
  return unknown.map(({ snapshot }) => snapshot);
}

function toldTombstone(told: Retraction, by: string): Tombstone {
  return { ...told, format: 1, by, records: null, contentHash: null, salt: null };
}
