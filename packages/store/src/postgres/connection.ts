import type { PoolClient } from 'pg';

/** One connection to a database. */
export type Client = Pick<PoolClient, 'query' | 'on' | 'off' | 'release'>;

/** Gives connections to a database, so that a test can let any statement fail. */
export interface Connections {
  connect(): Promise<Client>;
  end(): Promise<void>;
}

/** Does something in a transaction of a connection. */
export async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  const result = await work().catch(async (error: unknown) => {
    await client.query('ROLLBACK').catch(ignored);
    throw error;
  });
  await client.query('COMMIT');
  return result;
}

/** For what needs nobody to hear of it: whoever waits for an answer on the same connection is told. */
export function ignored(): void {}
