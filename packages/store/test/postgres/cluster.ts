import { openDatabase } from '../../src/postgres/database.ts';
import { newServer, postgres } from './server.ts';

/** A database whose records lie on two other servers, by their place. */
export interface Cluster {
  url: string;
  /** Counts what they hold, as PostgreSQL does by itself from time to time; it plans by that. */
  analyse(): void;
  /** Ends the second of the two, at once. */
  stopPart(): void;
  startPart(): void;
  /** Ends both. */
  close(): void;
}

/**
 * What a cluster such as Citus does, with what PostgreSQL has: records and entries are divided over two more servers
 * by the hash of their place. The statements are those of the README.
 */
export async function createCluster(): Promise<Cluster> {
  const url = postgres().database();
  const name = new URL(url).pathname.slice(1);
  await makeSchema(url);
  const parts = [newServer(), newServer()];
  const sql = ['CREATE EXTENSION postgres_fdw'];
  for (const table of ['records', 'entries'])
    sql.push(
      `ALTER TABLE article21.${table} RENAME TO whole`,
      `CREATE TABLE article21.${table} (LIKE article21.whole) PARTITION BY HASH (place)`,
      'DROP TABLE article21.whole',
    );
  for (const [at, part] of parts.entries()) {
    const own = part.database();
    await makeSchema(own);
    const database = new URL(own).pathname.slice(1);
    sql.push(
      `CREATE SERVER part_${at} FOREIGN DATA WRAPPER postgres_fdw
        OPTIONS (host '${part.socket}', dbname '${database}', fetch_size '10000', use_remote_estimate 'true')`,
      `CREATE USER MAPPING FOR article21 SERVER part_${at} OPTIONS (user 'article21')`,
    );
    for (const table of ['records', 'entries'])
      sql.push(`CREATE FOREIGN TABLE article21.${table}_${at} PARTITION OF article21.${table}
        FOR VALUES WITH (MODULUS ${parts.length}, REMAINDER ${at})
        SERVER part_${at} OPTIONS (schema_name 'article21', table_name '${table}')`);
  }
  postgres().sql(name, sql.join(';\n'));
  const [, second] = parts;
  return {
    url,
    analyse: () => {
      for (const part of parts) part.sql('test_1', 'ANALYZE');
    },
    stopPart: () => second?.stop(),
    startPart: () => second?.start(),
    close: () => {
      for (const part of parts) part.stop();
    },
  };
}

async function makeSchema(url: string): Promise<void> {
  const database = openDatabase(url);
  await database.use((client) => client.query('SELECT 1'));
  await database.close();
}
