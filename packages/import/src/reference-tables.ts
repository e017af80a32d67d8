import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvLine } from '@article21/ingest/csv-file';
import { languages, translationsOf } from '@article21/model';
import type { Mapping } from '@article21/model/mapping';
import { columnsOfBoth, type FolderTable } from './dataset-folder.ts';
import type { NewPlace } from './places.ts';
import { linksSource, tableFile } from './written.ts';

type Row = Readonly<Record<string, string>>;

export const PLACES = [
  'id',
  'kind',
  'parent',
  'country',
  'lat',
  'lon',
  ...translationsOf('name'),
  'aliases',
  'wikidata',
];
export const SOURCES = [
  ...['id', 'title', ...translationsOf('title'), 'publisher', ...translationsOf('publisher'), 'date', 'url'],
  ...['language', 'visibility', 'rights', 'file', 'kind', 'sheet'],
];
const declared = [...translationsOf('label'), ...translationsOf('definition')];
export const KINDS = ['id', ...declared];
export const MEASURES = [
  ...['id', 'kind', 'quantity', ...declared],
  ...[...translationsOf('unit'), ...translationsOf('caveat')],
];
export const ATTRIBUTES = ['id', 'value', ...declared];
export const RATES = ['currency', 'from', 'to', 'eur', 'source'];

/** The smaller tables of a folder as they will be: what is there stays, what the import adds comes after it. */
export function writeReferenceTables(
  staged: string,
  mapping: Mapping,
  tables: { places: FolderTable | null; sources: FolderTable | null; rates: FolderTable | null },
  { places, sheet }: { places: ReadonlyMap<string, NewPlace>; sheet: string | null },
): string[] {
  const added = [...places].map(([id, place]) => placeRow(id, place));
  const files = [
    rewrite(staged, { file: 'places.csv', own: PLACES }, tables.places, added),
    rewrite(staged, { file: 'sources.csv', own: SOURCES }, tables.sources, sourceRows(mapping, sheet)),
  ];
  if (mapping.rates.length > 0) {
    const rates = mapping.rates.map((it) => textsIn({ from: '', to: '', ...it }));
    const written = { file: 'rates.csv', own: RATES, key: ['currency', 'from', 'to'] };
    files.push(rewrite(staged, written, tables.rates, rates));
  }
  return files.flatMap((file) => file ?? []);
}

/** Adds the attributes and values of a mapping that a folder does not declare; null where it declares all of them. */
export function writeAttributes(
  staged: string,
  { attributes }: Pick<Mapping, 'attributes'>,
  table: FolderTable | null,
): string | null {
  const keyOf = ({ id, value }: Row) => JSON.stringify([id ?? '', value ?? '']);
  const there = new Set((table?.rows ?? []).map(keyOf));
  const rows = attributes
    .flatMap(({ values, ...attribute }) => [
      attribute,
      ...values.map(({ id, ...texts }) => ({ id: attribute.id, value: id, ...texts })),
    ])
    .map(textsIn)
    .filter((row) => !there.has(keyOf(row)));
  if (rows.length === 0) return null;
  const all = [...(table?.rows ?? []), ...rows];
  return writeTable(staged, 'attributes.csv', ATTRIBUTES, { columns: table?.columns ?? [], rows: all });
}

/** The manifest of a new folder. */
export function writeManifest(staged: string, { dataset }: Pick<Mapping, 'dataset'>): string {
  const { name, title, language, licence, created, ...titles } = dataset;
  const resources = ['records', 'evidence', 'places', 'sources'].map((it) => ({
    name: it,
    path: `${it}.csv`,
  }));
  const manifest = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title,
    ...titles,
    language,
    version: '1.0.0',
    created,
    licenses: [{ name: licence }],
    resources,
  };
  return writeText(staged, 'datapackage.json', `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Writes a file anew, never through a name that it shares with one that is there. */
export function writeText(staged: string, file: string, text: string): string {
  rmSync(join(staged, file), { force: true });
  writeFileSync(join(staged, file), text);
  return file;
}

export function placeRow(id: string, { kind, parent, country, lat, lon, ...names }: NewPlace): Row {
  return textsIn({ id, kind, parent, country, lat, lon, ...names });
}

function sourceRows({ source }: Mapping, sheet: string | null): Row[] {
  const { id, title, publisher, date, url, language, visibility, rights } = source;
  const translated = languages.flatMap((it) =>
    (['title', 'publisher'] as const).map((field) => [`${field}_${it}`, source[`${field}_${it}`]] as const),
  );
  const shared = {
    title,
    publisher,
    date,
    url,
    language,
    visibility,
    rights,
    ...Object.fromEntries(translated),
  };
  return [
    ...(source.rows
      ? [textsIn({ ...shared, id, file: tableFile(id), kind: 'table', sheet: sheet ?? undefined })]
      : []),
    ...(source.links ? [textsIn({ ...shared, id: linksSource(id), kind: 'links' })] : []),
  ];
}

/** The rows that are there, with those of the same key in their place, and the others after them. Null: nothing to change. */
function rewrite(
  staged: string,
  { file, own, key = ['id'] }: { file: string; own: readonly string[]; key?: readonly string[] },
  table: FolderTable | null,
  rows: readonly Row[],
): string | null {
  const keyOf = (row: Row) => JSON.stringify(key.map((column) => row[column] ?? ''));
  const anew = new Map(rows.map((row) => [keyOf(row), row]));
  const kept = (table?.rows ?? []).map((row) => ({ ...row, ...anew.get(keyOf(row)) }));
  const there = new Set(kept.map(keyOf));
  const all = [...kept, ...rows.filter((row) => !there.has(keyOf(row)))];
  if (table !== null && JSON.stringify(all) === JSON.stringify(table.rows)) return null;
  return writeTable(staged, file, own, { columns: table?.columns ?? [], rows: all });
}

/** Writes a table with the columns that it has, and of its `own` those that something stands in or that are needed. */
export function writeTable(
  staged: string,
  file: string,
  own: readonly string[],
  { columns: there, rows }: FolderTable,
): string {
  const needed = own.filter(
    (column) => there.includes(column) || rows.some((row) => row[column]) || isNeeded(column),
  );
  const columns = columnsOfBoth(there, needed);
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map(csvLine);
  return writeText(staged, file, `${lines.join('\n')}\n`);
}

const translated = new RegExp(`_(?:${languages.join('|')})$`);
const optional =
  /^attribute_|^(?:aliases|wikidata|sheet|url|prefix|suffix|row|columns|accessed|archive_url)$/;

/** Columns that a table has also where they are empty. */
function isNeeded(column: string): boolean {
  return !translated.test(column) && !optional.test(column);
}

function textsIn(row: Readonly<Record<string, string | number | undefined>>): Row {
  const filled = Object.entries(row).flatMap(([column, value]) =>
    value === undefined ? [] : [[column, String(value)]],
  );
  return Object.fromEntries(filled) as Row;
}
