import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createNumbersColumn, type NumbersColumn } from '@article21/ingest/columns';
import { isDeviceName, locateFile } from '@article21/ingest/folder';
import { tableFormatOf } from '@article21/ingest/tables';
import type { TextNumbers } from '@article21/ingest/text-numbers';
import { createTextsFile, type TextsFile } from '@article21/ingest/texts-file';

/** A table of a dataset as its file has it: the names of its columns, and its rows by these. */
export interface FolderTable {
  columns: readonly string[];
  rows: readonly Readonly<Record<string, string>>[];
}

/** Where an import keeps what it did: the mapping and the rows of each source, which are no part of what is published. */
export const IMPORT_FOLDER = 'import';

/**
 * Where a file of a folder is; null where it has none. Throws one sentence on what is no file, and on a link that leads out of
 * the folder: somebody else may have made it, and nobody waits for a pipe.
 */
export async function fileOf(folder: string, file: string): Promise<string | null> {
  if (!existsSync(folder)) return null;
  const located = await locateFile(folder, file);
  if (located.ok) return located.path;
  if (located.problem.code === 'missing_file') return null;
  throw new Error(`${file}: ${located.problem.message}; ${located.problem.hint}`);
}

/**
 * A table that grows with the rows of an import. Its rows stand in a file beside it until it is closed, and what tells them apart in
 * memory. `column` is the one by whose values rows are found.
 */
export interface PackedTable {
  columns: readonly string[];
  /** The rows that have a value in `column`, by its number. */
  rowsOf(value: number): FolderRow[];
  has(value: number): boolean;
  /** All numbers of values that it has rows of are below it. */
  readonly values: number;
  rows(): Iterable<FolderRow>;
  close(): void;
}

type FolderRow = FolderTable['rows'][number];

/** Reads a table of a folder; null where it has none. Throws where the file is no CSV. */
export async function readFolderTable(folder: string, file: string): Promise<FolderTable | null> {
  const rows: FolderRow[] = [];
  const columns = await readRows(folder, file, (cells, names) => rows.push(rowOf(cells, names)));
  return columns && { columns, rows };
}

/** The same of a large table. `ids` numbers the values of `column`, with those of other tables that have the same. */
export async function readPackedTable(
  folder: string,
  file: string,
  column: string,
  ids: TextNumbers,
): Promise<PackedTable | null> {
  const packed = createTextsFile(join(folder, `.${file}.rows`));
  /** The last row of each value, and the row of the same value before each, or -1. */
  const [last, earlier] = [createNumbersColumn(), createNumbersColumn()];
  try {
    const columns = await readRows(folder, file, (cells, names) => {
      const value = ids.add(cells[names.indexOf(column)] ?? '');
      while (last.length <= value) last.push(-1);
      earlier.push(last.at(value));
      last.set(value, packed.length);
      packed.push(JSON.stringify(cells));
    });
    if (columns !== null) return packedTable(columns, packed, { last, earlier });
  } catch (error) {
    packed.close();
    throw error;
  }
  packed.close();
  return null;
}

function packedTable(
  columns: readonly string[],
  packed: TextsFile,
  { last, earlier }: Record<'last' | 'earlier', NumbersColumn>,
): PackedTable {
  const row = (i: number) => rowOf(JSON.parse(packed.at(i)), columns);
  const newest = (value: number) => (value < 0 || value >= last.length ? -1 : last.at(value));
  return {
    columns,
    has: (value) => newest(value) !== -1,
    rowsOf(value) {
      const found: FolderRow[] = [];
      for (let at = newest(value); at !== -1; at = earlier.at(at)) found.push(row(at));
      return found.reverse();
    },
    get values() {
      return last.length;
    },
    *rows() {
      for (let i = 0; i < packed.length; i += 1) yield row(i);
    },
    close: packed.close,
  };
}

/** Gives each row of a table of a folder to `take`, cells trimmed; answers its columns, null where there is no such file. */
export async function readRows(
  folder: string,
  file: string,
  take: (cells: readonly string[], columns: readonly string[]) => void,
): Promise<readonly string[] | null> {
  const path = await fileOf(folder, file);
  if (path === null) return null;
  const format = tableFormatOf(file);
  if (format === null) throw new Error(`${file} is no CSV`);
  let columns: readonly string[] | null = null;
  for await (const part of format.read(path, {})) {
    if ('problem' in part)
      throw new Error(
        `${file}${part.problem.row === null ? '' : `, row ${part.problem.row}`}: ${part.problem.message}`,
      );
    for (const { cells } of 'rows' in part ? part.rows : []) {
      if (!cells.some((cell) => /\S/.test(cell))) continue;
      const trimmed = cells.map((cell) => cell.trim());
      if (columns === null) columns = trimmed;
      else take(trimmed, columns);
    }
  }
  return columns ?? [];
}

function rowOf(cells: readonly string[], columns: readonly string[]): FolderRow {
  return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
}

/** What an ordinary file holds, as a hash, however large it is; null where there is none, or something else. */
export async function hashOf(path: string): Promise<string | null> {
  const stats = await stat(path).catch(() => null);
  if (!stats?.isFile()) return null;
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** What the files of a source are called: as its id, but for the names of devices, which no file can have. No id has a `_`. */
export function fileStem(source: string): string {
  return isDeviceName(source) ? `${source}_` : source;
}

/** The sources of which a folder keeps how they were imported. */
export async function importedSources(folder: string): Promise<string[]> {
  const kept = join(folder, IMPORT_FOLDER);
  if (!existsSync(kept)) return [];
  const entries = await readdir(kept, { withFileTypes: true });
  const names = entries.filter((it) => it.isFile()).map(({ name }) => name);
  const ending = /_?\.json$/;
  return names.flatMap((name) => (ending.test(name) ? [name.replace(ending, '')] : [])).sort();
}

/** Rows with the columns of both tables: those of the first come first. */
export function columnsOfBoth(first: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...first, ...more])].filter((column) => column !== '');
}
