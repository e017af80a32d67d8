import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { dirname } from 'node:path';
import { type RestrictionRecord, usualVocabulary, type Vocabulary } from '@article21/model';
import type { Engine, RecordFilter, RecordPage, Table } from '../port.ts';
import { type Client, ignored } from '../postgres/connection.ts';
import type { Database } from '../postgres/database.ts';
import { checkLimit, printCursor } from './cursor.ts';
import { duckdb } from './duckdb.ts';
import { cellsOf } from './postgres/cells.ts';
import { rowsOf } from './postgres/copy.ts';
import { canBeText, condition } from './postgres/filter.ts';
import { dropLoad, keepLoad, loadOf, loadRecords, sizeOf } from './postgres/load.ts';

/**
 * Records in PostgreSQL, for those that one machine cannot group. Its file is DuckDB's, so that a snapshot is read as well
 * where there is no PostgreSQL; where there is, records are found there, by the hash of their file.
 */
export function postgresEngine(database: Database): Engine {
  const kept = async (sha256: string, vocabulary: Vocabulary) => {
    const load = await database.use((client) => loadOf(client, sha256, vocabulary));
    return load === null ? null : keptTable(database, load, vocabulary);
  };
  return {
    id: 'postgres',
    fileEngine: duckdb.id,
    recordsFile: duckdb.recordsFile,
    readsAgain: duckdb.readsAgain,
    load: (records, _workDir, vocabulary) => load(database, records, vocabulary),
    // What it does not have is read as it is: a reader puts nothing into the database.
    open: async (file, vocabulary) =>
      (await kept(await hashOf(file).catch(() => ''), vocabulary)) ?? duckdb.open(file, vocabulary),
    kept,
  };
}

/** The records of a connection that nobody else has, until they are kept. */
async function load(
  database: Database,
  records: AsyncIterable<RestrictionRecord>,
  vocabulary: Vocabulary,
): Promise<Table> {
  const client = await database.connect();
  client.on('error', ignored);
  let turn: Promise<unknown> = Promise.resolve();
  // One after the other: a connection answers one question at a time.
  const use: Use = (work) => {
    const result = turn.then(() => database.explain(work(client)));
    turn = result.catch(ignored);
    return result;
  };
  let number: number;
  try {
    number = await use(() => loadRecords(client, records, vocabulary));
  } catch (error) {
    // What it has loaded goes with the connection.
    client.release(true);
    throw error;
  }
  let isKept = false;
  return {
    ...tableOf(use, number, vocabulary),
    save: async (file) => {
      await saveAs(use, number, file);
      const sha256 = await hashOf(file);
      await use((it) => keepLoad(it, number, sha256));
      isKept = true;
    },
    close: async () => {
      try {
        if (!isKept) await use((it) => dropLoad(it, number));
      } finally {
        // The lock on the load goes with its connection.
        client.release(true);
      }
    },
  };
}

function keptTable(database: Database, number: number, vocabulary: Vocabulary): Table {
  const use = database.use;
  return {
    ...tableOf(use, number, vocabulary),
    save: (file) => saveAs(use, number, file),
    close: async () => {},
  };
}

type Use = <T>(work: (client: Client) => Promise<T>) => Promise<T>;

function tableOf(use: Use, load: number, vocabulary: Vocabulary): Omit<Table, 'save' | 'close'> {
  async function page(filter: RecordFilter): Promise<RecordPage> {
    checkLimit(filter.limit);
    const { sql, values } = condition(load, filter, vocabulary);
    const rows = await use(async (client) => {
      await sizeOf(client, load);
      const text = `SELECT drawn_from, id, record FROM article21.records WHERE ${sql}
        ORDER BY drawn_from, id LIMIT ${filter.limit + 1}`;
      return (await client.query(text, values)).rows;
    });
    const shown = rows.slice(0, filter.limit);
    const last = shown.at(-1);
    const more = rows.length > shown.length && last !== undefined;
    return {
      records: shown.map(({ record }) => JSON.parse(record) as RestrictionRecord),
      next: more ? printCursor({ from: Number(last.drawn_from), id: String(last.id) }) : null,
    };
  }

  return {
    size: () => use((client) => sizeOf(client, load)),
    cells: () => use((client) => cellsOf(client, load, vocabulary)),
    page,
    record: (id) =>
      use(async (client) => {
        await sizeOf(client, load);
        const text = 'SELECT record FROM article21.records WHERE load = $1 AND id = $2';
        const { rows } = await client.query(text, [load, canBeText(id) ? id : '']);
        return rows[0] === undefined ? null : (JSON.parse(rows[0].record) as RestrictionRecord);
      }),
  };
}

/** Writes the records as DuckDB does. */
async function saveAs(use: Use, load: number, file: string): Promise<void> {
  await use(async (client) => {
    const table = await duckdb.load(recordsOf(client, load), dirname(file), usualVocabulary);
    try {
      await table.save(file);
    } finally {
      await table.close();
    }
  });
}

async function* recordsOf(client: Client, load: number): AsyncIterable<RestrictionRecord> {
  // In the text of a record every sign that COPY would escape is escaped already, but for the backslash.
  for await (const row of rowsOf(client, `SELECT record FROM article21.records WHERE load = ${load}`))
    yield JSON.parse(row.replaceAll('\\\\', '\\')) as RestrictionRecord;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece);
  return hash.digest('hex');
}
