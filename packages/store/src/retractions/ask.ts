import type { Retraction, RetractionReason } from '@article21/model';
import { keepStatement, type OnWord } from '../editions/statement.ts';
import { isSnapshotMissing, isSnapshotRetracted } from '../snapshots/errors.ts';
import type { Folder } from '../snapshots/folder.ts';
import { lost } from '../snapshots/lost.ts';
import type { Manifest } from '../snapshots/manifest.ts';
import { operator } from '../snapshots/operator.ts';
import { type Published, publishedIn } from '../snapshots/published.ts';
import { whenRecovered } from '../snapshots/recover.ts';
import { readRetractions } from './read.ts';
import { applyRetraction, refuseServed } from './retract.ts';
import type { Retractions, Tombstone } from './tombstone.ts';
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
  return whenRecovered(folder, async () => {
    const published = publishedIn(folder);
    refuseServed(ids, await published.statedCurrent());
    const tombstones = await tombstonesOf(ids, published, options);
    const withheld = withheldWith(await readWithheld(folder), options);
    await applyRetraction(folder, { tombstones, withheld });
  });
}

/** The tombstones of snapshots, as their manifests tell of them. */
export async function tombstonesOf(
  ids: readonly string[],
  published: Published,
  { reason, by }: RetractOptions,
): Promise<Tombstone[]> {
  const at = new Date().toISOString();
  const tombstones: Tombstone[] = [];
  const gone = new Set(await lost(published));
  for (const snapshot of ids) {
    const manifest = await manifestOf(published, snapshot, gone);
    if (manifest === 'retracted') continue;
    const { records = null, contentHash = null, salt = null } = manifest ?? {};
    const about = { format: 1, by: by ?? operator(), records, contentHash, salt } as const;
    tombstones.push({ snapshot, reason, at, ...about });
  }
  return tombstones;
}

/** Null of one that is damaged, or that somebody removed: it is retracted all the same. */
async function manifestOf(
  published: Published,
  id: string,
  gone: ReadonlySet<string>,
): Promise<Manifest | 'retracted' | null> {
  try {
    return (await published.inspectManifest(id)).manifest ?? null;
  } catch (error) {
    if (isSnapshotRetracted(error)) return 'retracted';
    if (isSnapshotMissing(error) && gone.has(id)) return null;
    throw error;
  }
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

/**
 * Does here what somebody else, whom this store follows, has retracted on the word of `statement`, which is kept for those who
 * follow this store. What is served goes, too: nothing is served then until something else is.
 */
export async function acceptRetractions(
  folder: Folder,
  announced: readonly Retraction[],
  { by, statement, after }: OnWord,
): Promise<string[]> {
  const tombstones = newTombstones(announced, await readRetractions(folder), by);
  if (tombstones.length === 0) return [];
  await whenRecovered(folder, async () => {
    // First: the list that it names stays, while pieces of what goes are removed.
    await keepStatement(folder, statement, after);
    await applyRetraction(folder, { tombstones, withheld: null });
  });
  return tombstones.map(({ snapshot }) => snapshot);
}

/** The tombstones of what somebody else has retracted and is not retracted here. */
export function newTombstones(announced: readonly Retraction[], known: Retractions, by: string): Tombstone[] {
  return announced
    .filter(({ snapshot }) => !known.has(snapshot))
    .map((it) => ({ ...it, format: 1, by, records: null, contentHash: null, salt: null }));
}
