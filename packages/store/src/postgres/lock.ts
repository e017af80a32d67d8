import { storeBusy } from '../snapshots/errors.ts';
import { type Client, ignored } from './connection.ts';
import type { Database } from './database.ts';

/** Of the lock that one who changes what is published holds: any number, so long as all use the same. */
const PUBLISHING = 4_128_211_027;

/**
 * Runs `work` as the only one who changes what is published, on the connection that holds the lock: whoever loses the one has
 * lost the other, and can write nothing more. Throws a `StoreBusy` at once where somebody else holds it.
 */
export async function withDatabaseLock<T>(
  database: Database,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  return database.use(async (client) => {
    const locked = await client.query(`SELECT pg_try_advisory_lock(${PUBLISHING}) AS free`);
    if (locked.rows[0]?.free !== true) throw storeBusy(await refusal(database, client));
    try {
      return await work(client);
    } finally {
      // A connection that is lost has let go of it already.
      await client.query(`SELECT pg_advisory_unlock(${PUBLISHING})`).catch(ignored);
    }
  });
}

async function refusal(database: Database, client: Client): Promise<string> {
  const { rows } = await client.query(
    `SELECT a.pid, a.client_addr FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted AND (l.classid::bigint << 32) + l.objid::bigint = ${PUBLISHING}`,
  );
  const { pid, client_addr: address } = rows[0] ?? {};
  const from = address ? ` from ${address}` : '';
  const who =
    pid === undefined ? 'another process' : `another process${from} (its connection has the number ${pid})`;
  return `the database ${database.name} is being changed by ${who}; try again when it is done`;
}
