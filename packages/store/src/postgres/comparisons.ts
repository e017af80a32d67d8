import { join } from 'node:path';
import { keepChanges, readChanges } from '../snapshots/changes.ts';
import { nodeFs } from '../snapshots/durable-fs.ts';
import { isSnapshotDamaged, snapshotMissing } from '../snapshots/errors.ts';
import type { Folder } from '../snapshots/folder.ts';
import type { Store } from '../store.ts';
import type { Database } from './database.ts';
import { isDatabaseUnavailable } from './errors.ts';

/** What snapshots changed, kept in the database, and in a copy on this machine. */
export function comparisonsIn(
  database: Database,
  folder: Folder,
): Pick<Store, 'keepChanges' | 'changes' | 'keptAgainst'> {
  /** What stands here; null where it is nothing, or not what was written, and so to be asked for again. */
  async function local(id: string, since: string): Promise<string | null> {
    return readChanges(folder, id, since).catch(async (error: unknown) => {
      if (!isSnapshotDamaged(error)) throw error;
      await nodeFs.remove(join(folder.changes, `${id}-since-${since}.json`));
      return null;
    });
  }
  return {
    keepChanges: async (id, since, text) => {
      // Whoever retracts one of the two waits for this, or this for him: nothing is kept of what is not there any more.
      const sql = `WITH both_there AS (SELECT id FROM article21.snapshots WHERE id IN ($1, $2) ORDER BY id FOR KEY SHARE)
        INSERT INTO article21.changes (snapshot, since, text)
          SELECT $1::text, $2::text, $3::text WHERE (SELECT count(*) FROM both_there) = 2
        ON CONFLICT (snapshot, since) DO UPDATE SET text = excluded.text`;
      const { rowCount } = await database.use((client) => client.query(sql, [id, since, text]));
      if (rowCount === 0) throw snapshotMissing(since);
      await keepChanges(folder, id, since, text);
    },
    changes: async (id, since) => {
      const held = await local(id, since);
      if (held !== null) return held;
      const sql = 'SELECT text FROM article21.changes WHERE snapshot = $1 AND since = $2';
      const found = await database
        .use(async (client) => (await client.query(sql, [id, since])).rows[0])
        .catch((error: unknown) => {
          // It saves work only: whoever asks compares the two snapshots, which says the same.
          if (isDatabaseUnavailable(error)) return undefined;
          throw error;
        });
      if (found === undefined) return null;
      await keepChanges(folder, id, since, found.text);
      return found.text;
    },
    keptAgainst: async (id) => {
      const sql = 'SELECT since FROM article21.changes WHERE snapshot = $1 ORDER BY since';
      return database.use(async (client) => (await client.query(sql, [id])).rows.map(({ since }) => since));
    },
  };
}
