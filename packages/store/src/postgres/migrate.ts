import type { Client } from './connection.ts';
import { records } from './migrations/0001-records.ts';
import { snapshots } from './migrations/0002-snapshots.ts';
import { retractions } from './migrations/0003-retractions.ts';
import { attributes } from './migrations/0004-attributes.ts';
import { editions } from './migrations/0005-editions.ts';

/** Every change of the schema, in the order in which they are made; one that was published is never changed. */
const migrations: readonly string[] = [records, snapshots, retractions, attributes, editions];

/** Of the lock that one who changes the schema holds: any number, so long as all use the same. */
const MIGRATING = 4_128_211_026;

/**
 * Brings the schema to what this program needs. Of several that start at once, one does it and the others wait. Throws one
 * sentence where a newer program has changed it already.
 */
export async function migrate(client: Client): Promise<void> {
  // Looked at first without a lock: usually there is nothing to do, and a reader may have no right to.
  if ((await applied(client)) === migrations.length) return;
  await client.query('BEGIN');
  try {
    await client.query(`SELECT pg_advisory_xact_lock(${MIGRATING})`);
    await client.query('CREATE SCHEMA IF NOT EXISTS article21');
    await client.query(`CREATE TABLE IF NOT EXISTS article21.migrations (
      number integer PRIMARY KEY, applied timestamptz NOT NULL DEFAULT now())`);
    const from = await applied(client);
    for (const [at, sql] of migrations.entries()) {
      if (at < from) continue;
      await client.query(sql);
      await client.query('INSERT INTO article21.migrations (number) VALUES ($1)', [at + 1]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {
      // The first error is the one to report.
    });
    throw error;
  }
}

/** The number of the last change that was made; 0 where there is no schema yet. */
async function applied(client: Client): Promise<number> {
  const { rows } = await client.query(`SELECT to_regclass('article21.migrations') IS NOT NULL AS there`);
  if (rows[0]?.there !== true) return 0;
  const found = await client.query('SELECT coalesce(max(number), 0) AS number FROM article21.migrations');
  const number = Number(found.rows[0]?.number);
  if (number > migrations.length)
    throw new Error(
      `the schema of the database is newer (${number}) than this program (${migrations.length}); run the newer version of the program`,
    );
  return number;
}
