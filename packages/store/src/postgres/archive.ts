import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../port.ts';
import { soundTombstones } from '../retractions/tombstone.ts';
import type { Archive } from '../snapshots/archive.ts';
import { mostBytes, nodeFs } from '../snapshots/durable-fs.ts';
import { snapshotFolder } from '../snapshots/folder.ts';
import { readManifest } from '../snapshots/manifest.ts';
import { createCache } from './cache.ts';
import { inTransaction } from './connection.ts';
import type { Database } from './database.ts';
import { withDatabaseLock } from './lock.ts';
import { applyRetractionInDatabase, readWithheldText } from './retract.ts';
import { addSnapshot, advance, readState, sendFiles } from './snapshots.ts';

/** The store in a database, as an archive. */
export function databaseArchive(database: Database, engine: Engine): Archive {
  const state = () => database.use(readState);
  return {
    name: `the database ${database.name}`,
    ids: async () => [...(await state()).ids],
    current: async () => (await state()).current,
    log: async () => [...(await state()).log],
    comparisons: async () => {
      const sql = 'SELECT snapshot AS id, since, text FROM article21.changes ORDER BY snapshot, since';
      return database.use(async (client) => (await client.query(sql)).rows);
    },
    retracted: async () => ({
      tombstones: soundTombstones((await state()).retractions),
      withheld: await database.use(readWithheldText),
    }),
    with: async (id, work) => {
      const scratch = await mkdtemp(join(tmpdir(), 'article21-copy-'));
      try {
        const { folder, bring } = createCache(database, scratch, engine);
        await bring(id);
        const root = snapshotFolder(folder, id);
        const bytes = await nodeFs.read(join(root, 'manifest.json'), mostBytes.manifest);
        return await work({ root, manifest: await readManifest(folder, id), bytes });
      } finally {
        await rm(scratch, { recursive: true, force: true });
      }
    },
    exclusively: (work) =>
      withDatabaseLock(database, (client) =>
        work({
          add: async ({ root, manifest, bytes }) => {
            const parts = await sendFiles(client, manifest, (path) => nodeFs.pieces(join(root, path)));
            await inTransaction(client, async () => {
              await addSnapshot(client, { id: manifest.id, bytes }, parts);
              await advance(client, null, []);
            });
          },
          keep: async ({ id, since, text }) => {
            const sql = `INSERT INTO article21.changes (snapshot, since, text) VALUES ($1, $2, $3)
              ON CONFLICT (snapshot, since) DO UPDATE SET text = excluded.text`;
            await client.query(sql, [id, since, text]);
          },
          advance: (lines, current) => inTransaction(client, () => advance(client, current, lines)),
          applyRetraction: (retracted) =>
            inTransaction(client, () => applyRetractionInDatabase(client, retracted)),
        }),
      ),
    close: () => database.close(),
  };
}
