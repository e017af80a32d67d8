import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type RestrictionRecord, translationsOf } from '@article21/model';
import { recordColumns } from './columns.ts';
import { openInstance } from './instance.ts';
import { identifier, literal } from './literal.ts';

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
  evidence: typeOf('evidence'),
};

const LINES_AT_ONCE = 512;
/** The longest line DuckDB may meet: a record whose quotations fill tens of megabytes. */
const LONGEST_LINE = 64 * 1024 ** 2;

/** Writes records to a file, one JSON object a line. */
export async function writeLines(records: AsyncIterable<RestrictionRecord>, file: string): Promise<void> {
  async function* blocks() {
    let block: string[] = [];
    for await (const record of records) {
      block.push(JSON.stringify(record), '\n');
      if (block.length < LINES_AT_ONCE * 2) continue;
      yield block.join('');
      block = [];
    }
    yield block.join('');
  }
  await pipeline(blocks(), createWriteStream(file));
}

/** Turns a file of lines into a Parquet file, in the order of pages. Throws when two records share an id. */
export async function importRecords(lines: string, parquet: string, spillDir: string): Promise<void> {
  const { connection, close } = await openInstance(spillDir);
  try {
    const types = Object.entries(FIELDS).map(([name, type]) => `${literal(name)}: ${literal(type)}`);
    const source = `read_json(${literal(lines)}, format = 'newline_delimited', columns = {${types.join(', ')}},
      maximum_object_size = ${LONGEST_LINE})`;
    // A cast would round a fraction; what cells add up must be whole.
    await connection.run(`CREATE TEMP MACRO whole(x) AS
      CASE WHEN x <> floor(x) THEN error('not a whole number: ' || x) ELSE x::BIGINT END`);
    const columns = recordColumns.map((column) => `${column.from} AS ${identifier(column.name)}`);
    await connection.run(`COPY (SELECT ${columns.join(', ')} FROM ${source} AS r
      ORDER BY coalesce(assembly_day, from_day) NULLS FIRST, id) TO ${literal(parquet)} (FORMAT parquet, COMPRESSION zstd)`);
    const twins = await connection.runAndReadAll(
      `SELECT id FROM read_parquet(${literal(parquet)}) GROUP BY id HAVING count(*) > 1 ORDER BY id LIMIT 1`,
    );
    const twin = twins.getRows()[0]?.[0];
    if (twin !== undefined) throw new Error(`two records have the id ${twin}`);
  } finally {
    close();
  }
}

function typeOf(name: string): string {
  return recordColumns.find((column) => column.name === name)?.type ?? '';
}
