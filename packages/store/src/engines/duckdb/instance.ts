import { availableParallelism, totalmem } from 'node:os';
import type { DuckDBConnection } from '@duckdb/node-api';
import { fileLiteral, literal } from './literal.ts';

/** A DuckDB of our own, in memory. */
export interface Instance {
  connection: DuckDBConnection;
  /** From here on it reads this one file and no other, fetches no extension and keeps its settings. */
  confine(file: string): Promise<void>;
  close(): void;
}

const MEGABYTE = 1024 ** 2;
/** What a reader's DuckDB may take; pages of records need little. */
const READING_MEMORY = 512 * MEGABYTE;
/** What grouping may take before it goes to disk: half of the machine, at most this. */
const MOST_MEMORY = 4096 * MEGABYTE;

/** What taking records in may use: it stands beside the reader of the dataset, which has memory of its own. */
export const IMPORT_MEMORY = 256 * MEGABYTE;

/** Four threads are as fast as more. */
const MOST_THREADS = 4;
/** Of fewer bytes of records than this for each thread, to divide the work takes longer than the work. */
const BYTES_OF_THREAD = MEGABYTE;

/** What it may take at most: bytes of memory, threads, and of these no more than so many bytes of records need. */
interface Limits {
  memory?: number;
  threads?: number;
  records?: number;
}

/** Opens one that spills into a folder, or, without it, one that only reads. */
export async function openInstance(
  spillDir: string | null,
  { memory: most = MOST_MEMORY, threads = MOST_THREADS, records = Number.POSITIVE_INFINITY }: Limits = {},
): Promise<Instance> {
  // Loaded here, so that the memory engine runs where DuckDB's native code is not installed.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const memory = spillDir === null ? READING_MEMORY : Math.min(totalmem() / 2, most);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${Math.floor(memory / MEGABYTE)}MiB`,
    threads: String(Math.min(availableParallelism(), threads, Math.ceil((records + 1) / BYTES_OF_THREAD))),
    temp_directory: spillDir ?? '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    connection,
    confine: async (file) => {
      // As it is read, and as what that finds.
      await connection.run(`SET allowed_paths = [${fileLiteral(file)}, ${literal(file)}]`);
      await connection.run('SET enable_external_access = false');
      await connection.run('SET lock_configuration = true');
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
