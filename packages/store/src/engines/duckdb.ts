import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { RestrictionRecord, Vocabulary } from '@article21/model';
import type { Engine, Table } from '../port.ts';
import { copyPrivately } from '../snapshots/durable-fs.ts';
import { importRecords, writeLines } from './duckdb/import.ts';
import { openInstance } from './duckdb/instance.ts';
import { parquetTable } from './duckdb/literal.ts';
import { checkColumns, createView, openRelation } from './duckdb/relation.ts';
import { tableInMemory } from './memory.ts';

/** Letters of JSON. To plan the grouping of fewer takes DuckDB ten times as long as it takes us to do it. */
const FEW = 1024 ** 2;

/** Records in a Parquet file, read by DuckDB within this process. */
export const duckdb = duckdbEngine(FEW);

/** The same for which records are few that have at most so many letters. */
export function duckdbEngine(few: number): Engine {
  return {
    id: 'duckdb',
    recordsFile: 'records.parquet',
    readsAgain: true,
    load: (records, workDir, vocabulary) => load({ records, few }, workDir, vocabulary),
    open: (file, vocabulary) => openFile(file, null, vocabulary),
  };
}

/**
 * Records go through a file of lines into Parquet, so that a large dataset never stands in memory. Few of them stay there, and are
 * grouped and found without DuckDB as long as the table is open.
 */
async function load(
  { records, few }: { records: AsyncIterable<RestrictionRecord>; few: number },
  workDir: string,
  vocabulary: Vocabulary,
): Promise<Table> {
  const name = join(workDir, `load-${randomUUID()}`);
  const remove = async () => {
    for (const ending of ['ndjson', 'parquet', 'spill'])
      await rm(`${name}.${ending}`, { recursive: true, force: true });
  };
  try {
    const { longest, all } = await writeLines(records, `${name}.ndjson`, few);
    releaseMemory();
    const spillDir = all === null ? `${name}.spill` : null;
    await importRecords(`${name}.ndjson`, longest, `${name}.parquet`, spillDir);
    await rm(`${name}.ndjson`);
    const save = (target: string) => copyPrivately(`${name}.parquet`, target);
    const table =
      all === null
        ? await openFile(`${name}.parquet`, `${name}.spill`, vocabulary)
        : { ...tableInMemory(all, vocabulary), save };
    return { ...table, close: () => table.close().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A heap of so many bytes is worth a sweep of a second. */
const LARGE_HEAP = 256 * 1024 ** 2;

/** What the last sweep could not give back: another is worth it when half as much has come to it. */
let kept = 0;

/** What reading a large dataset left behind goes first, because DuckDB's memory comes on top of it. */
function releaseMemory(): void {
  if (process.memoryUsage().heapTotal < Math.max(LARGE_HEAP, 1.5 * kept)) return;
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  kept = process.memoryUsage().heapTotal;
}

async function openFile(file: string, spillDir: string | null, vocabulary: Vocabulary): Promise<Table> {
  // One that is not there is refused by who reads it.
  const records = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const { connection, close, confine } = await openInstance(spillDir, { records });
  try {
    await confine(file);
    await createView(connection, 'records', parquetTable(file));
    await checkColumns(connection, 'records');
  } catch (cause) {
    close();
    throw new Error(`${file} is damaged, or no file of records: ${firstLine(cause)}`, { cause });
  }
  return {
    ...openRelation(connection, 'records', vocabulary),
    save: (target) => copyPrivately(file, target),
    close: async () => close(),
  };
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
}
