import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TableChoice, tableFormatOf } from '@article21/ingest/tables';
import { type Mapping, mappingSchema } from '@article21/model/mapping';
import { afterEach, beforeEach } from 'vitest';
import { type Imported, importTable } from '../src/import-table.ts';

/** A folder of its own for each test. */
export function useFolder() {
  const desk = {
    at: '',
    path: (name: string) => join(desk.at, name),
    read: (name: string) => readFileSync(join(desk.at, name), 'utf8'),
    write: (name: string, text: string | Uint8Array) => writeFileSync(join(desk.at, name), text),
    import: (
      table: string,
      mapping: unknown,
      more: { dryRun?: boolean } & TableChoice = {},
    ): Promise<Imported> => {
      const parsed: Mapping = mappingSchema.parse(mapping);
      const format = tableFormatOf(table);
      if (format === null) throw new Error(`no format for ${table}`);
      const { dryRun = false, ...choice } = more;
      const parts = format.read(join(desk.at, table), { ...parsed.table, ...choice });
      return importTable({ parts, mapping: parsed, folder: join(desk.at, 'data'), dryRun });
    },
  };
  beforeEach(() => {
    desk.at = mkdtempSync(join(tmpdir(), 'article21-import-'));
  });
  afterEach(() => rmSync(desk.at, { recursive: true, force: true }));
  return desk;
}

/** A mapping of the columns Дата, Город, Задержано, № and Ссылка. */
export const base = {
  version: 1,
  dataset: { name: 'case', title: 'Случай', language: 'ru', licence: 'CC-BY-4.0', created: '2024-05-01' },
  source: {
    id: 'list',
    title: 'Список задержаний',
    publisher: 'Пример',
    language: 'ru',
    visibility: 'public',
    rights: 'CC BY 4.0',
  },
  key: ['№'],
  columns: { Ссылка: 'ignore' },
  places: { country: 'KZ' },
  shared: { place: { column: 'Город' }, date: { column: 'Дата' } },
  records: [{ kind: { value: 'detention' }, count: { column: 'Задержано' } }],
} as const;
