import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readTableApart } from '@article21/ingest/apart';
import { type TableChoice, type TablePart, tableFormatOf, tableFormats } from '@article21/ingest/tables';
import { unusable } from './unusable.ts';

/** The endings of the files in which a table may come, with a point before them. */
export const tableExtensions: readonly string[] = tableFormats
  .flatMap(({ extensions }) => extensions)
  .map((it) => `.${it}`);

/**
 * The file of a table; of the folder of a Data Package its manifest. `typed` is what it is called in errors. Throws an
 * `UnusableInput` where there is none, or it is of no kind that is read.
 */
export async function tablePath(path: string, typed: string): Promise<string> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw unusable({ code: 'no_table', values: { file: typed } });
    throw error;
  });
  if (found.isDirectory()) {
    const manifest = join(path, 'datapackage.json');
    if (existsSync(manifest)) return manifest;
    throw unusable({ code: 'folder', values: { file: typed } });
  }
  requireTableName(path, typed);
  return path;
}

/** Throws an `UnusableInput` where the name of a file says that it is no table. */
export function requireTableName(name: string, typed: string): void {
  if (tableFormatOf(name) !== null) return;
  throw unusable({ code: 'kind', values: { file: typed, known: tableExtensions } });
}

/**
 * Reads a table of somebody else's. `reader` is the built program of the process in which it is read (see `readTableApart`);
 * null reads it in this one, as from the sources.
 */
export function readTable(
  table: string,
  choice: TableChoice,
  reader: string | null,
): AsyncIterable<TablePart> {
  if (reader !== null) return readTableApart([reader], table, choice);
  const format = tableFormatOf(table);
  if (format === null) throw new Error(`no format for ${table}`);
  return format.read(table, choice);
}
