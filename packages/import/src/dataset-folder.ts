import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RawRow, tableFormatOf } from '@article21/ingest/tables';

/** A table of a dataset as its file has it: the names of its columns, and its rows by these. */
export interface FolderTable {
  columns: readonly string[];
  rows: readonly Readonly<Record<string, string>>[];
}

/** Where an import keeps what it did: the mapping and the rows of each source, which are no part of what is published. */
export const IMPORT_FOLDER = 'import';

/** Reads a table of a folder; null where it has none. Throws where the file is no CSV. */
export async function readFolderTable(folder: string, file: string): Promise<FolderTable | null> {
  const path = join(folder, file);
  if (!existsSync(path)) return null;
  const rows: RawRow[] = [];
  const format = tableFormatOf(file);
  if (format === null) throw new Error(`${file} is no CSV`);
  for await (const part of format.read(path, {})) {
    if ('problem' in part)
      throw new Error(
        `${file}${part.problem.row === null ? '' : `, row ${part.problem.row}`}: ${part.problem.message}`,
      );
    if ('rows' in part) rows.push(...part.rows.filter(({ cells }) => cells.some((cell) => /\S/.test(cell))));
  }
  const [header, ...rest] = rows;
  const columns = (header?.cells ?? []).map((cell) => cell.trim());
  return {
    columns,
    rows: rest.map(({ cells }) =>
      Object.fromEntries(columns.map((column, i) => [column, (cells[i] ?? '').trim()])),
    ),
  };
}

/** What a file holds, as a hash; null where there is none. */
export async function hashOf(path: string): Promise<string | null> {
  return existsSync(path)
    ? createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
    : null;
}

/** The sources of which a folder keeps how they were imported. */
export async function importedSources(folder: string): Promise<string[]> {
  const kept = join(folder, IMPORT_FOLDER);
  if (!existsSync(kept)) return [];
  const names = await readdir(kept);
  return names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : [])).sort();
}

/** Rows with the columns of both tables: those of the first come first. */
export function columnsOfBoth(first: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...first, ...more])].filter((column) => column !== '');
}
