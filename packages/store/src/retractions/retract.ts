import { join } from 'node:path';
import { z } from 'zod';
import { serveNothing, statedCurrent } from '../snapshots/current.ts';
import { hasCode, mostBytes } from '../snapshots/durable-fs.ts';
import { type Folder, namesIn, snapshotFolder } from '../snapshots/folder.ts';
import { appendLog, hasEntry, type LogEntry } from '../snapshots/log.ts';
import { sweepPiecesIn } from './pieces.ts';
import { placeFile, readTombstone, retractedIds, tombstonePath } from './read.ts';
import { printTombstone, type Tombstone, tombstoneSchema } from './tombstone.ts';
import { keepWithheld, withheldSchema } from './withheld.ts';

/** What is to be retracted together: all of it, or, where it is cut short before it is written down, nothing. */
const intentSchema = z.strictObject({
  tombstones: z.array(tombstoneSchema),
  withheld: withheldSchema.nullable(),
});

export type Intent = z.infer<typeof intentSchema>;

/**
 * Puts tombstones in the place of snapshots, for who holds the lock. First it is written down what is to be done; from then
 * on it is done in the end, wherever this is cut short: the next who opens the store goes on. Where one of them is served,
 * nothing is from then on.
 */
export async function applyRetraction(folder: Folder, intent: Intent): Promise<void> {
  await placeFile(folder, intentPath(folder), `${JSON.stringify(intentSchema.parse(intent))}\n`);
  await carryOut(folder, intent);
}

/** Throws where what is served is among those that are to be retracted: its publisher decides first what is to be instead. */
export function refuseServed(ids: readonly string[], served: string | null): void {
  const id = ids.find((it) => it === served);
  if (id === undefined) return;
  throw new Error(
    `${id} is what is served, and cannot be retracted before another is: publish an edition without it, or return to an ` +
      'earlier snapshot (rollback), and then retract it',
  );
}

/** Goes on with a retraction that was cut short, and removes what came back of a retracted snapshot. For who holds the lock. */
export async function completeRetractions(folder: Folder): Promise<void> {
  const intent = await readIntent(folder);
  if (intent) await carryOut(folder, intent);
  for (const id of await restoredFiles(folder)) await removeBytes(folder, id);
}

/** Whether there is anything to go on with. */
export async function isRetractionUnfinished(folder: Folder): Promise<boolean> {
  return (await readIntent(folder)) !== null || (await restoredFiles(folder)).length > 0;
}

async function carryOut(folder: Folder, { tombstones, withheld }: Intent): Promise<void> {
  if (withheld) await keepWithheld(folder, withheld);
  for (const tombstone of tombstones) {
    // The first one stands: it is what others were told.
    if ((await readTombstone(folder, tombstone.snapshot)) === null)
      await placeFile(folder, tombstonePath(folder, tombstone.snapshot), printTombstone(tombstone));
  }
  const served = await statedCurrent(folder);
  if (tombstones.some(({ snapshot }) => snapshot === served)) await serveNothing(folder);
  for (const { snapshot } of tombstones) {
    const standing = await readTombstone(folder, snapshot);
    const entry = standing && entryOf(standing);
    if (entry && !(await hasEntry(folder, entry))) await appendLog(folder, entry);
    await removeBytes(folder, snapshot);
  }
  await sweepPiecesIn(folder, new Set(await retractedIds(folder)));
  await folder.fs.remove(intentPath(folder));
  await folder.fs.sync(folder.retractions);
}

/** Removes a snapshot, and every comparison with it: that of a later one tells what the later one does not have any more. */
async function removeBytes(folder: Folder, id: string): Promise<void> {
  const { fs, changes, snapshots } = folder;
  // Also one that was being written when its process died.
  for (const name of await namesIn(folder, changes))
    if (name.includes(id)) await fs.remove(join(changes, name));
  await fs.remove(snapshotFolder(folder, id));
  await fs.sync(snapshots);
}

/** The line of the log that a tombstone stands for. */
export function entryOf({ at, by, snapshot, records, reason }: Tombstone): LogEntry {
  return {
    at,
    by,
    what: 'retracted',
    from: null,
    to: snapshot,
    records: { before: records, after: 0 },
    note: reason,
  };
}

/** Snapshots that have a tombstone and stand there all the same, or a comparison with them, as when a backup was put back. */
async function restoredFiles(folder: Folder): Promise<string[]> {
  const retracted = await retractedIds(folder);
  if (retracted.length === 0) return [];
  const snapshots = new Set(await namesIn(folder, folder.snapshots));
  const comparisons = await namesIn(folder, folder.changes);
  return retracted.filter((id) => snapshots.has(id) || comparisons.some((name) => name.includes(id)));
}

async function readIntent(folder: Folder): Promise<Intent | null> {
  const path = intentPath(folder);
  let text: string;
  try {
    text = new TextDecoder().decode(await folder.fs.read(path, mostBytes.manifest));
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return null;
    throw error;
  }
  const read = intentSchema.safeParse(parsed(text));
  if (!read.success)
    throw new Error(`${path} is damaged: remove it, and retract again what is to be retracted`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function intentPath({ retractions }: Folder): string {
  return join(retractions, 'unfinished.json');
}
