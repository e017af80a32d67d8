import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { build, type PublishProgress, type ReadDataset } from '../snapshots/build.ts';
import { entryOf } from '../snapshots/change.ts';
import { nodeFs } from '../snapshots/durable-fs.ts';
import { snapshotDamaged } from '../snapshots/errors.ts';
import type { Folder } from '../snapshots/folder.ts';
import { type Manifest, manifestBytes } from '../snapshots/manifest.ts';
import type { PublishOptions, PublishResult } from '../snapshots/publish.ts';
import type { Published } from '../snapshots/published.ts';
import { type Client, inTransaction } from './connection.ts';
import type { Database } from './database.ts';
import { withDatabaseLock } from './lock.ts';
import { publishedInDatabase } from './published.ts';
import { addSnapshot, advance, readState, sendFiles } from './snapshots.ts';

/** Where a snapshot is made before it is sent, and how. */
type Workshop = Pick<Folder, 'engine' | 'dataDir' | 'seals'>;

/**
 * Publishes the dataset in a folder into a database, and serves it from then on. Its files are sent first, which nobody sees;
 * one transaction then makes the snapshot, serves it and writes it into the log.
 */
export function publishToDatabase(
  database: Database,
  { engine, dataDir, seals }: Workshop,
  { sourceDir, read, options }: { sourceDir: string; read: ReadDataset; options: PublishOptions },
): Promise<PublishResult> {
  const report = (stage: PublishProgress['stage'], records: number) =>
    options.onProgress?.({ stage, records });
  return withDatabaseLock(database, async (client) => {
    const published = await publishedNow(database, client, seals);
    const root = join(dataDir, 'tmp', randomUUID());
    await nodeFs.makeFolder(root);
    try {
      const built = await build({ fs: nodeFs, engine, published }, root, { sourceDir, read, report });
      if (!built.ok) return built;
      const { manifest, alreadyPublished } = built;
      const parts = alreadyPublished
        ? null
        : await sendFiles(client, manifest, (path) => nodeFs.pieces(join(root, path)));
      const entry = await entryOf(published, manifest, {
        what: 'published',
        by: options.by,
        note: options.note,
      });
      await inTransaction(client, async () => {
        if (parts) await addSnapshot(client, { id: manifest.id, bytes: manifestBytes(manifest) }, parts);
        await advance(client, manifest.id, [JSON.stringify(entry)]);
      });
      return { ok: true, id: manifest.id, alreadyPublished, tallies: manifest.tallies };
    } finally {
      await nodeFs.remove(root);
    }
  });
}

/** Serves another snapshot of a database. Throws a `SnapshotMissing` or a `SnapshotDamaged`. */
export function rollbackInDatabase(
  database: Database,
  seals: Map<string, string>,
  { id, by }: { id: string; by: string | undefined },
): Promise<void> {
  return withDatabaseLock(database, async (client) => {
    const published = await publishedNow(database, client, seals);
    const [problem] = (await published.verify(id)).problems;
    if (problem) throw snapshotDamaged(id, `${problem.file} ${problem.problem}`);
    const manifest = await soundManifest(published, id);
    const entry = await entryOf(published, manifest, { what: 'rolled back', by, note: undefined });
    await inTransaction(client, () => advance(client, id, [JSON.stringify(entry)]));
  });
}

/** What is published at this moment: whoever holds the lock knows that it stays so. */
export async function publishedNow(
  database: Database,
  client: Client,
  seals: Map<string, string>,
): Promise<Published> {
  const state = await readState(client);
  return publishedInDatabase(database, async () => state, seals);
}

/** The manifest of a snapshot that is there. Throws a `SnapshotMissing` or a `SnapshotDamaged`. */
export async function soundManifest(published: Published, id: string): Promise<Manifest> {
  const { manifest, problem } = await published.inspectManifest(id);
  if (!manifest) throw snapshotDamaged(id, `manifest.json ${problem}`);
  return manifest;
}
