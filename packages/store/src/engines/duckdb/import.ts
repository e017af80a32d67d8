import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type RestrictionRecord, translationsOf } from '@article21/model';
import type { DuckDBConnection } from '@duckdb/node-api';
import { recordColumns } from './columns.ts';
import { IMPORT_MEMORY, openInstance } from './instance.ts';
import { keepInstance } from './kept-instance.ts';
import { fileLiteral, identifier, literal, parquetTable } from './literal.ts';

const ESTIMATE = 'low DOUBLE, high DOUBLE, approximate BOOLEAN, unnumbered DOUBLE';

/** The fields of a record's JSON with the types they are read as. */
const FIELDS = {
  ...Object.fromEntries(
    ['id', 'kind', 'place', 'date', 'assembly', 'phase', 'basis', 'note', ...translationsOf('note')].map(
      (name) => [name, 'VARCHAR'],
    ),
  ),
  charted: 'STRUCT("from" DATE, "to" DATE, "day" DATE, "by" VARCHAR, approximate BOOLEAN)',
  count: `STRUCT(notation VARCHAR, ${ESTIMATE})`,
  days: `STRUCT(notation VARCHAR, ${ESTIMATE})`,
  amount: `STRUCT(notation VARCHAR, currency VARCHAR, ${ESTIMATE}, cents STRUCT(${ESTIMATE}), rates ${typeOf('amount_rates')})`,
  attributes: typeOf('attributes'),
  evidence: typeOf('evidence'),
};

/** So many letters are written at once: larger strings stay in memory until all of it is swept. */
const LETTERS_AT_ONCE = 32 * 1024;
/** So many bytes may wait for the disk before the next records are read: else each block waits for the one before. */
const WAITING = 1024 ** 2;
/** DuckDB takes several times the longest line for each of its threads, so it is told how long that is. */
const LEAST_LINE = 1024 ** 2;
/** A letter of JSON takes at most so many bytes in UTF-8 for each of its UTF-16 code units. */
const BYTES_OF_UNIT = 3;

/**
 * Writes records to a file, one JSON object a line. Answers how many bytes the longest can have, and the records themselves where
 * all lines together have at most `few` letters.
 */
export async function writeLines(
  records: AsyncIterable<RestrictionRecord>,
  file: string,
  few: number,
): Promise<{ longest: number; all: RestrictionRecord[] | null }> {
  let longest = 0;
  let letters = 0;
  let all: RestrictionRecord[] | null = [];
  async function* blocks() {
    let block = '';
    for await (const record of records) {
      const line = JSON.stringify(record);
      longest = Math.max(longest, line.length);
      letters += line.length;
      if (letters > few) all = null;
      all?.push(record);
      block += `${line}\n`;
      if (block.length < LETTERS_AT_ONCE) continue;
      yield block;
      block = '';
    }
    yield block;
  }
  await pipeline(blocks(), createWriteStream(file, { highWaterMark: WAITING }));
  return { longest: longest * BYTES_OF_UNIT, all };
}

/**
 * Turns a file of lines, none of more than `longest` bytes, into a Parquet file, in the order of pages. Where there is no folder
 * to spill into, they are few. Throws when two records share an id.
 */
export async function importRecords(
  lines: string,
  longest: number,
  parquet: string,
  spillDir: string | null,
): Promise<void> {
  if (spillDir === null) return ofFew.use((connection) => importWith(connection, lines, longest, parquet));
  const { connection, close } = await openInstance(spillDir, {
    memory: IMPORT_MEMORY + 16 * longest,
    // Each has buffers of its own, and one or two are as fast as the disk.
    threads: 2,
    records: (await stat(lines)).size,
  });
  try {
    await importWith(connection, lines, longest, parquet);
  } finally {
    close();
  }
}

/** One for all few records of this process: to open and close one takes longer than to import them. */
const ofFew = keepInstance(() => openInstance(null, { threads: 1 }));

async function importWith(
  connection: DuckDBConnection,
  lines: string,
  longest: number,
  parquet: string,
): Promise<void> {
  const types = Object.entries(FIELDS).map(([name, type]) => `${literal(name)}: ${literal(type)}`);
  const source = `read_json(${fileLiteral(lines)}, format = 'newline_delimited', columns = {${types.join(', ')}},
    maximum_object_size = ${Math.max(LEAST_LINE, 2 * longest)}, hive_partitioning = false)`;
  // The order is that of the statement; to keep that of the lines beside it takes memory.
  await connection.run('SET preserve_insertion_order = false');
  // A cast would round a fraction; what cells add up must be whole.
  await connection.run(`CREATE OR REPLACE TEMP MACRO whole(x) AS
    CASE WHEN x <> floor(x) THEN error('not a whole number: ' || x) ELSE x::BIGINT END`);
  const columns = recordColumns.map((column) => `${column.from} AS ${identifier(column.name)}`);
  await connection.run(`COPY (SELECT ${columns.join(', ')} FROM ${source} AS r
    ORDER BY coalesce(assembly_day, from_day) NULLS FIRST, id) TO ${literal(parquet)} (FORMAT parquet, COMPRESSION zstd)`);
  const twins = await connection.runAndReadAll(
    `SELECT id FROM ${parquetTable(parquet)} GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 1`,
  );
  const twin = twins.getRows()[0]?.[0];
  if (twin !== undefined) throw new Error(`two records have the id ${twin}`);
}

function typeOf(name: string): string {
  return recordColumns.find((column) => column.name === name)?.type ?? '';
}
