import type { Engine } from '../port.ts';
import type { Database } from '../postgres/database.ts';
import { duckdb } from './duckdb.ts';
import { memory } from './memory.ts';
import { postgresEngine } from './postgres.ts';

/** Every engine that needs nothing but this machine; the first is the default. */
export const engines: readonly Engine[] = [duckdb, memory];

/** The engine of an id. Throws on an unknown one, and on `postgres` without a database to group in. */
export function engine(id: string, database: Database | null = null): Engine {
  if (id === 'postgres') {
    if (database) return postgresEngine(database);
    throw new Error('the engine postgres needs a database: set STORE_URL to the address of one');
  }
  const found = engines.find((it) => it.id === id);
  if (found) return found;
  throw new Error(`unknown engine: ${id} (known: ${[...engines.map((it) => it.id), 'postgres'].join(', ')})`);
}
