import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { locateFile } from '@article21/ingest/folder';
import { type RawRow, tableFormatOf } from '@article21/ingest/tables';

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

/** Reads a table of a folder; null where it has none. Throws where the file is no CSV. */
export async function readFolderTable(folder: string, file: string): Promise<FolderTable | null> {
  const path = await fileOf(folder, file);
  if (path === null) return null;
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

/** What an ordinary file holds, as a hash, however large it is; null where there is none, or something else. */
export async function hashOf(path: string): Promise<string | null> {
  const stats = await stat(path).catch(() => null);
  if (!stats?.isFile()) return null;
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** The sources of which a folder keeps how they were imported. */
export async function importedSources(folder: string): Promise<string[]> {
  const kept = join(folder, IMPORT_FOLDER);
  if (!existsSync(kept)) return [];
  const entries = await readdir(kept, { withFileTypes: true });
  const names = entries.filter((it) => it.isFile()).map(({ name }) => name);
  return names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : [])).sort();
}

/** Rows with the columns of both tables: those of the first come first. */
export function columnsOfBoth(first: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...first, ...more])].filter((column) => column !== '');
}
