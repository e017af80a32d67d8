import type { Engine } from '../port.ts';
import { duckdb } from './duckdb.ts';
import { memory } from './memory.ts';

/** Every engine; the first is the default. */
export const engines: readonly Engine[] = [duckdb, memory];

/** The engine of an id. Throws on an unknown one. */
export function engine(id: string): Engine {
  const found = engines.find((it) => it.id === id);
  if (!found) throw new Error(`unknown engine: ${id} (known: ${engines.map((it) => it.id).join(', ')})`);
  return found;
}
