import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadOptions, readDataset, readFolderVocabulary } from '@article21/ingest';
import type { TablePart } from '@article21/ingest/tables';
import { createTextNumbers } from '@article21/ingest/text-numbers';
import type { Found, Refused } from '@article21/messages/importing';
import type { Issue, Vocabulary } from '@article21/model';
import { type Mapping, mappingSchema } from '@article21/model/mapping';
import { attributeFields } from './attribute-columns.ts';
import { beginChange } from './commit.ts';
import { IMPORT_FOLDER, type PackedTable, readFolderTable, readPackedTable } from './dataset-folder.ts';
import { type Loss, lossesOf } from './losses.ts';
import { printMapping } from './mapping-file.ts';
import { type Conflict, createMerge, type Difference } from './merge.ts';
import { writeAttributes, writeManifest, writeReferenceTables, writeText } from './reference-tables.ts';
import { knownPlaces } from './typed-place.ts';
import { type Known, type Understanding, type UnderstoodRow, understand } from './understand.ts';
import { createWritten, linksSource, mappingFile, readRemembered, rowsFile, tableFile } from './written.ts';

/** What came of an import. `done`: whether the folder is now as the table says. */
export interface Imported {
  done: boolean;
  understanding: Understanding;
  /** Null while something is open. */
  difference: Difference | null;
  /** Records that somebody has changed in the folder, and the table says otherwise: nothing is written over them. */
  conflicts: readonly Conflict[];
  /** Records that the table has no more and that somebody has worked on: none of them is removed. */
  losses: readonly Loss[];
  /** What the folder declares, with what the mapping adds to it. */
  vocabulary: Vocabulary;
  /** What is wrong with the folder that would come of it; `tableRow` is the row of the table that it is about, `why` what is said of it. */
  issues: readonly (Issue & { tableRow: number | null; why: Refused | Found })[];
}

/** Whether something must be decided, corrected or refused before the table can be imported. */
export function isOpen({ understanding, conflicts, losses, issues, difference }: Imported): boolean {
  const { questions, refused } = understanding;
  return (
    difference === null || questions.length + refused + conflicts.length + losses.length + issues.length > 0
  );
}

export interface ImportOptions {
  parts: AsyncIterable<TablePart>;
  mapping: Mapping;
  folder: string;
  /** Looks at everything and writes nothing. */
  dryRun?: boolean;
  /** Takes each row as it was understood. */
  onRow?: (row: UnderstoodRow) => void;
  /** Is told how far it is checked what came of the table, when all of it is read. */
  onCheck?: ReadOptions['onProgress'];
}

/**
 * Imports a table into the folder of a dataset, which may be new: the records of the mapping's source are as the table has
 * them, everything else stays as it is. All of it is done or nothing, and nothing while anything is open or wrong.
 */
export async function importTable({
  parts,
  mapping,
  folder,
  dryRun = false,
  onRow,
  onCheck = () => {},
}: ImportOptions): Promise<Imported> {
  const change = await beginChange(folder);
  let committed = false;
  try {
    const { staged } = change;
    const isNew = !existsSync(join(staged, 'datapackage.json'));
    const { attributes: declared, ...tables } = await readTables(staged);
    for (const at of ['sources', IMPORT_FOLDER]) mkdirSync(join(staged, at), { recursive: true });
    const attributes = writeAttributes(staged, mapping, declared);
    const vocabulary = await readFolderVocabulary(staged);
    const known = { isNew, places: knownPlaces(tables.places?.rows ?? []), vocabulary };
    const { understanding, rowOf, ...merged } = await takeRows(staged, {
      ...{ parts, mapping, known },
      ...(onRow === undefined ? {} : { onRow }),
    });
    const open = understanding.questions.length > 0 || understanding.refused > 0;
    if (open) return { ...nothingCompared, done: false, understanding, vocabulary };
    const effective = remembering(mapping, understanding);
    const files = [
      ...writeReferenceTables(staged, mapping, tables, {
        places: understanding.places,
        sheet: understanding.head?.sheet ?? null,
      }),
      ...(attributes === null ? [] : [attributes]),
      ...(isNew ? [writeManifest(staged, mapping)] : []),
      writeText(staged, mappingFile(mapping.source.id), printMapping(effective)),
      ...['records.csv', 'evidence.csv', rowsFile(mapping.source.id)],
      ...(mapping.source.rows ? [tableFile(mapping.source.id)] : []),
    ];
    const issues = await issuesOf(staged, rowOf, onCheck);
    const sound = issues.length + merged.conflicts.length + merged.losses.length === 0;
    if (sound && !dryRun) {
      await change.commit(files);
      committed = true;
    }
    return { done: committed, understanding, ...merged, vocabulary, issues };
  } finally {
    if (!committed) await change.abandon();
  }
}

const nothingCompared = { difference: null, conflicts: [], losses: [], issues: [] };

/** The tables of a folder that do not grow with the rows of what is imported. */
async function readTables(folder: string) {
  const files = ['places.csv', 'sources.csv', 'rates.csv', 'attributes.csv'];
  const [places = null, sources = null, rates = null, attributes = null] = await Promise.all(
    files.map((it) => readFolderTable(folder, it)),
  );
  return { places, sources, rates, attributes };
}

/**
 * Writes the files that grow with the rows, as the table and the folder have them. What is compared for it goes with this
 * function: reading the folder that comes of it needs the memory.
 */
async function takeRows(
  staged: string,
  {
    parts,
    mapping,
    known,
    onRow,
  }: Pick<ImportOptions, 'parts' | 'mapping' | 'onRow'> & { known: Omit<Known, 'ids'> },
) {
  const inFolder = await readInFolder(staged, mapping.source.id);
  const { ids, records } = inFolder;
  const attributes = attributeFields(mapping);
  const merge = createMerge(inFolder, attributes);
  const written = createWritten(staged, mapping, merge, inFolder);
  try {
    const has = (id: string) => records?.has(ids.find(id)) === true;
    const there = { ...known, ids: { has, numbers: ids } };
    const understanding = await understand(parts, mapping, there, (row, header) => {
      written.take(row, header);
      onRow?.(row);
    });
    const { difference, conflicts, isRemoved } = merge.end();
    const own = new Set([mapping.source.id, linksSource(mapping.source.id)]);
    const losses = lossesOf(inFolder, isRemoved, { attributes, own });
    return { understanding, difference, conflicts, losses, rowOf: written.end(isRemoved) };
  } finally {
    written.abandon();
    inFolder.close();
  }
}

/** What the folder has before; its rows stand in files until they are closed. */
async function readInFolder(staged: string, source: string) {
  const ids = createTextNumbers();
  const open: PackedTable[] = [];
  const close = () => {
    for (const table of open) table.close();
  };
  const packed = async (file: string, column: string) => {
    const table = await readPackedTable(staged, file, column, ids);
    if (table !== null) open.push(table);
    return table;
  };
  try {
    const records = await packed('records.csv', 'id');
    const evidence = await packed('evidence.csv', 'record');
    return { ids, records, evidence, remembered: await readRemembered(staged, source, ids), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** The mapping with what was found: places, so that the next table finds the same, and where the columns are. */
function remembering(mapping: Mapping, { places, header, head }: Understanding): Mapping {
  const add = { ...mapping.places.add, ...Object.fromEntries(places) };
  const table = {
    ...mapping.table,
    columns: header?.names ?? [],
    ...(header === null ? {} : { header: header.row }),
    ...(head?.sheet == null ? {} : { sheet: head.sheet }),
  };
  return mappingSchema.parse({ ...mapping, table, places: { ...mapping.places, add } });
}

async function issuesOf(
  folder: string,
  rowOf: (row: number) => number | null,
  onProgress: NonNullable<ImportOptions['onCheck']>,
): Promise<Imported['issues']> {
  const outcome = await readDataset(folder, { onProgress });
  if (outcome.ok) for await (const _ of outcome.reading.records());
  const { issues } = outcome.ok ? outcome.reading.found() : outcome.found;
  return issues.map((issue) => ({
    ...issue,
    // A rate is told in the mapping: the folder is written when nothing is wrong, and may not be there yet.
    why:
      issue.code === 'no_rate'
        ? { code: 'no_rate', values: { currency: /[A-Z]{3}/.exec(issue.stated ?? '')?.[0] ?? '' } }
        : issue,
    tableRow: issue.file === 'records.csv' && issue.row !== null ? rowOf(issue.row) : null,
  }));
}
