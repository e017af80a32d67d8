import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ReadOptions, readDataset, readFolderVocabulary } from '@article21/ingest';
import type { TablePart } from '@article21/ingest/tables';
import type { Found, Refused } from '@article21/messages/importing';
import type { Issue, Vocabulary } from '@article21/model';
import { type Mapping, mappingSchema } from '@article21/model/mapping';
import { attributeFields } from './attribute-columns.ts';
import { beginChange } from './commit.ts';
import { IMPORT_FOLDER, readFolderTable } from './dataset-folder.ts';
import { printMapping } from './mapping-file.ts';
import { type Conflict, createMerge, type Difference } from './merge.ts';
import { writeAttributes, writeManifest, writeReferenceTables, writeText } from './reference-tables.ts';
import { knownPlaces } from './typed-place.ts';
import { type Understanding, type UnderstoodRow, understand } from './understand.ts';
import { createWritten, mappingFile, rememberedIn, rowsFile, tableFile, type Written } from './written.ts';

/** What came of an import. `done`: whether the folder is now as the table says. */
export interface Imported {
  done: boolean;
  understanding: Understanding;
  /** Null while something is open. */
  difference: Difference | null;
  /** Records that somebody has changed in the folder, and the table says otherwise: nothing is written over them. */
  conflicts: readonly Conflict[];
  /** What the folder declares, with what the mapping adds to it. */
  vocabulary: Vocabulary;
  /** What is wrong with the folder that would come of it; `tableRow` is the row of the table that it is about, `why` what is said of it. */
  issues: readonly (Issue & { tableRow: number | null; why: Refused | Found })[];
}

/** Whether something must be decided, corrected or refused before the table can be imported. */
export function isOpen({ understanding, conflicts, issues, difference }: Imported): boolean {
  const { questions, refused } = understanding;
  return difference === null || questions.length + refused + conflicts.length + issues.length > 0;
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
  let written: Written | null = null;
  try {
    const isNew = !existsSync(join(change.staged, 'datapackage.json'));
    const tables = await readTables(change.staged, mapping.source.id);
    for (const at of ['sources', IMPORT_FOLDER]) mkdirSync(join(change.staged, at), { recursive: true });
    const merge = createMerge(tables.records, rememberedIn(tables.rows), attributeFields(mapping));
    const attributes = writeAttributes(change.staged, mapping, tables.attributes);
    const vocabulary = await readFolderVocabulary(change.staged);
    const known = {
      places: knownPlaces(tables.places?.rows ?? []),
      ids: new Set(tables.records?.rows.map(({ id = '' }) => id)),
      vocabulary,
    };
    const writing = createWritten(change.staged, mapping, merge, tables);
    written = writing;
    const understanding = await understand(parts, mapping, known, (row, header) => {
      writing.take(row, header);
      onRow?.(row);
    });
    const { difference, conflicts, removed } = merge.end();
    writing.end(removed);
    const open = understanding.questions.length > 0 || understanding.refused > 0;
    if (open) return { done: false, understanding, difference: null, conflicts: [], vocabulary, issues: [] };
    const effective = remembering(mapping, understanding);
    const files = [
      ...writeReferenceTables(change.staged, mapping, tables, {
        places: understanding.places,
        sheet: understanding.head?.sheet ?? null,
      }),
      ...(attributes === null ? [] : [attributes]),
      ...(isNew ? [writeManifest(change.staged, mapping)] : []),
      writeText(change.staged, mappingFile(mapping.source.id), printMapping(effective)),
      ...['records.csv', 'evidence.csv', rowsFile(mapping.source.id)],
      ...(mapping.source.rows ? [tableFile(mapping.source.id)] : []),
    ];
    const issues = await issuesOf(change.staged, writing.rowOf, onCheck);
    const sound = issues.length === 0 && conflicts.length === 0;
    if (sound && !dryRun) {
      await change.commit(files);
      committed = true;
    }
    return { done: committed, understanding, difference, conflicts, vocabulary, issues };
  } finally {
    written?.abandon();
    if (!committed) await change.abandon();
  }
}

async function readTables(folder: string, source: string) {
  const files = ['records.csv', 'evidence.csv', 'places.csv', 'sources.csv', 'rates.csv', 'attributes.csv'];
  const [records, evidence, places, sources, rates, attributes] = await Promise.all(
    files.map((it) => readFolderTable(folder, it)),
  );
  const rows = await readFolderTable(folder, rowsFile(source));
  return {
    records: records ?? null,
    evidence: evidence ?? null,
    places: places ?? null,
    sources: sources ?? null,
    rates: rates ?? null,
    attributes: attributes ?? null,
    rows,
  };
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
