import { type Retraction, retractionSchema } from '@article21/model';
import { z } from 'zod';
import { snapshotDamaged } from '../snapshots/errors.ts';
import { sha256 } from '../snapshots/fingerprint.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * What stands in the place of a snapshot that was retracted. The hash of its files, and the salt of that, are kept so that
 * the same files are not published again; whoever publishes has them, nobody else.
 */
export const tombstoneSchema = retractionSchema.extend({
  format: z.literal(1),
  by: z.string(),
  /** How many it had; null where that is not known here. */
  records: z.int().min(0).nullable(),
  contentHash: hash.nullable(),
  salt: hash.nullable(),
});

export type Tombstone = z.infer<typeof tombstoneSchema>;

/** What a store says of snapshots that it had: of one whose tombstone cannot be read, that it is gone. */
export type Retractions = ReadonlyMap<string, Tombstone | 'damaged'>;

/** The text of a tombstone, which begins with a hash of the rest. */
export function printTombstone(tombstone: Tombstone): string {
  const text = `${JSON.stringify(tombstoneSchema.parse(tombstone))}\n`;
  return `${sha256(text)}\n${text}`;
}

/** A tombstone as it was written; null where it is something else. */
export function parseTombstone(id: string, printed: string): Tombstone | null {
  const text = printed.slice(printed.indexOf('\n') + 1);
  if (printed !== `${sha256(text)}\n${text}`) return null;
  const { data } = tombstoneSchema.safeParse(JSON.parse(text));
  return data?.snapshot === id ? data : null;
}

/** What of tombstones everybody may know, the last first. */
export function shownRetractions(retractions: Retractions): Retraction[] {
  const sound = [...retractions.values()].filter((it) => it !== 'damaged');
  return sound
    .map(({ snapshot, reason, at }) => ({ snapshot, reason, at }))
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.snapshot < b.snapshot ? 1 : -1));
}

/** All tombstones, to be taken over by a copy. Throws a `SnapshotDamaged` where one cannot be read. */
export function soundTombstones(retractions: Retractions): Tombstone[] {
  return [...retractions].map(([id, tombstone]) => {
    if (tombstone === 'damaged')
      throw snapshotDamaged(id, `its tombstone is not what was written; ${REPAIR_TOMBSTONE_HINT}`);
    return tombstone;
  });
}

/** To stand after what is wrong with a tombstone. */
export const REPAIR_TOMBSTONE_HINT =
  'it stays retracted: remove the file and retract it again to give it a sound one';
