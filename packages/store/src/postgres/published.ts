import { createHash } from 'node:crypto';
import type { Retractions } from '../retractions/tombstone.ts';
import { snapshotDamaged, snapshotMissing, snapshotRetracted } from '../snapshots/errors.ts';
import type { FileEntry } from '../snapshots/fingerprint.ts';
import { parseEntry } from '../snapshots/log.ts';
import { checkManifest, type Inspected, type Manifest } from '../snapshots/manifest.ts';
import type { Published } from '../snapshots/published.ts';
import { compareFiles, type VerifyReport } from '../snapshots/verify.ts';
import type { Client } from './connection.ts';
import type { Database } from './database.ts';
import { readWithheldText } from './retract.ts';
import { piecesOf, readManifestBytes, readPaths, type State } from './snapshots.ts';

/** What is published in a database, as it was when `state` was read; `seals` are those of manifests that were read before. */
export function publishedInDatabase(
  database: Database,
  state: () => Promise<State>,
  seals: Map<string, string>,
): Published {
  /** Manifests do not change, and who lists snapshots must not read all of them again. */
  const known = new Map<string, Manifest>();

  async function inspectManifest(id: string): Promise<Inspected> {
    refuseRetracted((await state()).retractions, id);
    const manifest = known.get(id);
    if (manifest) return { manifest };
    const bytes = await database.use((client) => readManifestBytes(client, id));
    if (bytes === null) throw snapshotMissing(id);
    const inspected = checkManifest(seals, id, bytes);
    if (inspected.manifest) known.set(id, inspected.manifest);
    return inspected;
  }

  return {
    ids: async () => [...(await state()).ids],
    log: async () => (await state()).log.flatMap((line) => parseEntry(line) ?? []),
    retractions: async () => (await state()).retractions,
    withheld: () => database.use(readWithheldText),
    statedCurrent: async () => (await state()).current,
    inspectManifest,
    verify: async (id) => {
      // As it stands there now: what was read before says nothing about it.
      known.delete(id);
      const { manifest, problem } = await inspectManifest(id);
      if (!manifest) return { id, ok: false, problems: [{ file: 'manifest.json', problem }] };
      return database.use((client) => compareInDatabase(client, manifest));
    },
  };
}

/** Throws a `SnapshotRetracted` on a snapshot with a tombstone, and a `SnapshotDamaged` where that cannot be read. */
export function refuseRetracted(retractions: Retractions, id: string): void {
  const tombstone = retractions.get(id);
  if (tombstone === 'damaged') throw snapshotDamaged(id, 'its tombstone is not what was written');
  if (tombstone) throw snapshotRetracted(tombstone);
}

/** Compares every byte of a snapshot in a database with its manifest. */
async function compareInDatabase(client: Client, manifest: Manifest): Promise<VerifyReport> {
  const { id } = manifest;
  const differs = async ({ path, bytes, sha256 }: FileEntry): Promise<string | null> => {
    const hash = createHash('sha256');
    let length = 0;
    try {
      for await (const piece of piecesOf(client, id, path)) {
        hash.update(piece);
        length += piece.length;
        // What follows may have no end.
        if (length > bytes) break;
      }
    } catch (error) {
      const damaged = snapshotDamaged(id, '');
      if (!(error instanceof Error) || error.name !== damaged.name) throw error;
      return error.message.slice(damaged.message.length).replace(`${path} `, '');
    }
    if (length !== bytes) return `has ${length} bytes instead of ${bytes}`;
    return hash.digest('hex') === sha256 ? null : 'is not what was published (its hash differs)';
  };
  const problems = await compareFiles(await readPaths(client, id), manifest, differs);
  return { id, ok: problems.length === 0, problems };
}
