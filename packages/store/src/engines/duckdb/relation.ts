import type { Vocabulary } from '@article21/model';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { RecordFilter, RecordPage, Table } from '../../port.ts';
import { checkLimit, printCursor } from '../cursor.ts';
import { cellsFrom } from './cells.ts';
import { recordColumns } from './columns.ts';
import { condition, FROM_KEY } from './filter.ts';
import { identifier } from './literal.ts';
import { RECORD_JSON, readRecord } from './rows.ts';

/**
 * A table or view of a connection, seen as records; it has `recordColumns`. Closing it is the caller's affair, and so
 * is saving it.
 */
export function openRelation(
  connection: DuckDBConnection,
  name: string,
  vocabulary: Vocabulary,
): Omit<Table, 'save' | 'close'> {
  const relation = identifier(name);

  async function page(filter: RecordFilter): Promise<RecordPage> {
    checkLimit(filter.limit);
    const { sql, values } = condition(filter, vocabulary);
    // The ids first and the rest after: a page reads the wide columns of its own rows only.
    const result = await connection.runAndReadAll(
      `WITH chosen AS (SELECT id FROM ${relation} WHERE ${sql} ORDER BY ${FROM_KEY}, id LIMIT ${filter.limit + 1})
       SELECT ${FROM_KEY}, id, ${RECORD_JSON} FROM ${relation}
       WHERE id IN (SELECT id FROM chosen) ORDER BY ${FROM_KEY}, id`,
      values,
    );
    const rows = result.getRows();
    const shown = rows.slice(0, filter.limit);
    const last = shown.at(-1);
    const more = rows.length > shown.length && last !== undefined;
    return {
      records: shown.map((row) => readRecord(row[2])),
      next: more ? printCursor({ from: Number(last[0]), id: String(last[1]) }) : null,
    };
  }

  return {
    size: async () => {
      const result = await connection.runAndReadAll(`SELECT count(*) FROM ${relation}`);
      return Number(result.getRows()[0]?.[0]);
    },
    cells: () => cellsFrom(connection, name, vocabulary),
    page,
    record: askTogether(async (ids) => {
      const values = Object.fromEntries(ids.map((id, i) => [`id${i}`, id]));
      const result = await connection.runAndReadAll(
        `SELECT id, ${RECORD_JSON} FROM ${relation} WHERE id IN (${ids.map((_, i) => `$id${i}`).join(', ')})`,
        values,
      );
      return new Map(result.getRows().map(([id, json]) => [String(id), json]));
    }),
  };
}

/**
 * Finds records by id, those that are asked for at one moment with one question: whether it is for one or for fifty, the file
 * is looked through once.
 */
function askTogether(
  find: (ids: readonly string[]) => Promise<ReadonlyMap<string, unknown>>,
): Table['record'] {
  let next: { ids: Set<string>; found: ReturnType<typeof find> } | null = null;
  const begin = () => {
    const ids = new Set<string>();
    const found = Promise.resolve().then(() => {
      next = null;
      return find([...ids]);
    });
    return { ids, found };
  };
  return async (id) => {
    next ??= begin();
    next.ids.add(id);
    const json = (await next.found).get(id);
    // Each asker has a record of its own.
    return json === undefined ? null : readRecord(json);
  };
}

/** A view of a relation, in which columns and fields that came after it was written are null. */
export async function createView(
  connection: DuckDBConnection,
  name: string,
  relation: string,
): Promise<void> {
  const described = await connection.runAndReadAll(`DESCRIBE FROM ${relation}`);
  const found = new Map(described.getRows().map(([column, type]) => [String(column), bare(type)]));
  const absent = recordColumns.filter((column) => column.later && !found.has(column.name));
  const nulls = absent.map((column) => `, NULL::${column.type} AS ${identifier(column.name)}`);
  const grown = recordColumns.filter(
    (column) => column.grown && found.has(column.name) && found.get(column.name) !== bare(column.type),
  );
  const cast = grown.map(
    ({ name: column, type }) => `${identifier(column)}::${type} AS ${identifier(column)}`,
  );
  const replaced = cast.length === 0 ? '' : ` REPLACE (${cast.join(', ')})`;
  await connection.run(
    `CREATE VIEW ${identifier(name)} AS SELECT *${replaced}${nulls.join('')} FROM ${relation}`,
  );
}

/** Throws unless a relation has every column of records, of the same type. */
export async function checkColumns(connection: DuckDBConnection, name: string): Promise<void> {
  const result = await connection.runAndReadAll(`DESCRIBE ${identifier(name)}`);
  const found = new Map(result.getRows().map((row) => [String(row[0]), bare(row[1])]));
  const wrong = recordColumns.find((column) => found.get(column.name) !== bare(column.type));
  if (wrong)
    throw new Error(`column ${wrong.name} is ${found.get(wrong.name) ?? 'missing'}, not ${wrong.type}`);
}

/** Which names within a type DuckDB quotes differs from version to version. */
function bare(type: unknown): string {
  return String(type).replaceAll('"', '');
}
