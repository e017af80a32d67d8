import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readDataset } from '@article21/ingest';
import type { Issue, Warning } from '@article21/model';
import type { Mapping } from '@article21/model/mapping';
import { attributesIn } from './attribute-columns.ts';
import { beginChange } from './commit.ts';
import { type FolderTable, readFolderTable } from './dataset-folder.ts';
import { governed, recordHash } from './merge.ts';
import type { NewPlace } from './places.ts';
import {
  ATTRIBUTES,
  KINDS,
  MEASURES,
  PLACES,
  placeRow,
  RATES,
  SOURCES,
  writeManifest,
  writeTable,
  writeText,
} from './reference-tables.ts';
import { EVIDENCE } from './written.ts';

type Row = Readonly<Record<string, string>>;

const columns = {
  records: governed,
  evidence: EVIDENCE,
  places: PLACES,
  sources: SOURCES,
  rates: RATES,
  kinds: KINDS,
  measures: MEASURES,
  attributes: ATTRIBUTES,
} as const;
type TableName = keyof typeof columns;
const names = Object.keys(columns) as TableName[];
/** What a dataset declares of its own: in any of the languages, so that a new file has the columns of all of them. */
const declared: readonly TableName[] = ['kinds', 'measures', 'attributes'];
/** A dataset has these also where they are empty. */
const needed: readonly TableName[] = ['records', 'evidence', 'places', 'sources'];

/** The tables of a folder by hand: their rows as they are, or none. */
export type FolderRows = Readonly<Record<TableName, readonly Row[]>>;

/** What is to be different in a folder. Rows are those of the whole table, in their order. */
export interface FolderEdit {
  tables?: Partial<FolderRows>;
  /** Places that come after those that are there, by their ids. */
  places?: ReadonlyMap<string, NewPlace>;
  /** Files of text by their paths in the folder; null removes one. */
  texts?: ReadonlyMap<string, string | null>;
  /** What a new folder is called. */
  dataset?: Mapping['dataset'];
}

/** What came of an edit. `issues` are what is wrong with the folder that it would make: nothing was written then. */
export interface Edited {
  done: boolean;
  issues: readonly Issue[];
  warnings: readonly Warning[];
}

/**
 * Changes rows of a folder: all of what `edit` says or nothing, and nothing while the dataset that would come of it has
 * issues. `edit` sees the rows as they are when nobody else can change them; where it answers null, so does this.
 */
export async function editFolder(
  folder: string,
  edit: (rows: FolderRows) => FolderEdit | null | Promise<FolderEdit | null>,
): Promise<Edited | null> {
  const change = await beginChange(folder);
  let committed = false;
  try {
    const { staged } = change;
    const tables = await readTables(staged);
    const edited = await edit(rowsOf(tables));
    if (edited === null) return null;
    const files = write(staged, tables, edited);
    const outcome = await readDataset(staged);
    if (outcome.ok) for await (const _ of outcome.reading.records());
    const { issues, warnings } = outcome.ok ? outcome.reading.found() : outcome.found;
    if (issues.length === 0) {
      await change.commit(files);
      committed = true;
    }
    return { done: committed, issues, warnings };
  } finally {
    if (!committed) await change.abandon();
  }
}

/** The rows of a folder as they are now; none where there is no folder. */
export async function readFolderRows(folder: string): Promise<FolderRows> {
  return rowsOf(await readTables(folder));
}

/** A record's row as a short hash, by which a later change by somebody else is noticed. */
export function stampOf(row: Row): string {
  return recordHash(row, attributesIn(row));
}

type Tables = Readonly<Record<TableName, FolderTable | null>>;

async function readTables(folder: string): Promise<Tables> {
  const read = await Promise.all(
    names.map(async (name) => [name, await readFolderTable(folder, `${name}.csv`)] as const),
  );
  return Object.fromEntries(read) as Tables;
}

function rowsOf(tables: Tables): FolderRows {
  return Object.fromEntries(names.map((name) => [name, tables[name]?.rows ?? []])) as unknown as FolderRows;
}

/** The columns of records that a table has only where something stands in them. */
function statedColumns(rows: readonly Row[]): Set<string> {
  return new Set(rows.flatMap((row) => [...attributesIn(row), ...(row.sensitive ? ['sensitive'] : [])]));
}

/** Writes what is different; answers the files. */
function write(
  staged: string,
  tables: Tables,
  { tables: rows, places, texts, dataset }: FolderEdit,
): string[] {
  const files: string[] = [];
  const added = [...(places ?? [])].map(([id, place]) => placeRow(id, place));
  for (const name of names) {
    const before = tables[name];
    const more = name === 'places' ? added : [];
    const isMissing = before === null && needed.includes(name);
    if (!isMissing && rows?.[name] === undefined && more.length === 0) continue;
    const all = [...(rows?.[name] ?? before?.rows ?? []), ...more];
    // Of the columns with names a table of places needs one also while it is empty; what is declared is also written by hand.
    const isWhole = declared.includes(name) || (all.length === 0 && name === 'places');
    const there = before?.columns ?? (isWhole ? columns[name] : []);
    const stated = name === 'records' ? statedColumns(all) : [];
    files.push(
      writeTable(staged, `${name}.csv`, [...columns[name], ...stated], { columns: there, rows: all }),
    );
  }
  for (const [file, text] of texts ?? []) {
    mkdirSync(dirname(join(staged, file)), { recursive: true });
    if (text === null) rmSync(join(staged, file), { force: true });
    else writeText(staged, file, text);
    files.push(file);
  }
  if (dataset !== undefined && !existsSync(join(staged, 'datapackage.json')))
    files.push(writeManifest(staged, { dataset }));
  return files;
}
