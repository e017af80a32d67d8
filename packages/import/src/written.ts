import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createNumbersColumn, type NumbersColumn } from '@article21/ingest/columns';
import { createCsvFile } from '@article21/ingest/csv-file';
import type { TextNumbers } from '@article21/ingest/text-numbers';
import type { Mapping } from '@article21/model/mapping';
import { type AttributeField, attributeFields } from './attribute-columns.ts';
import { columnsOfBoth, fileStem, IMPORT_FOLDER, readRows } from './dataset-folder.ts';
import { columnsNamed, columnsOf, type Header } from './header.ts';
import {
  governed,
  HASH_DIGITS,
  type InFolder,
  type Merge,
  type RecordCells,
  type Remembered,
  recordHash,
} from './merge.ts';
import type { UnderstoodRecord } from './rules.ts';
import type { UnderstoodRow } from './understand.ts';

export const EVIDENCE = [
  ...['record', 'source', 'quote', 'stated', 'prefix', 'suffix'],
  ...['row', 'columns', 'url', 'accessed', 'archive_url'],
];

/** The file of a source's table, and that of what its import remembers, within the folder. */
export const tableFile = (source: string) => `sources/${fileStem(source)}.csv`;
export const rowsFile = (source: string) => `${IMPORT_FOLDER}/${fileStem(source)}.csv`;
export const mappingFile = (source: string) => `${IMPORT_FOLDER}/${fileStem(source)}.json`;
export const linksSource = (source: string) => `${source}-links`;

/** The files that grow with the rows of a table, written while it is read. */
export interface Written {
  take(row: UnderstoodRow, header: Header): void;
  /** Adds the evidence of other sources, and ends the files. Answers which row of the table a row of records.csv is from, by its number. */
  end(isRemoved: (number: number) => boolean): (recordsRow: number) => number | null;
  /** Closes the files that are open still, finished or not. */
  abandon(): void;
}

export function createWritten(
  staged: string,
  mapping: Mapping,
  merge: Merge,
  { ids, records, evidence }: Omit<InFolder, 'remembered'>,
): Written {
  const { source } = mapping;
  const fresh = (file: string) => {
    const path = join(staged, file);
    // Never written through: it may be a second name of the file that is there.
    rmSync(path, { force: true });
    return createCsvFile(path);
  };
  const attributes = attributeFields(mapping);
  const recordColumns = columnsOfBoth(records?.columns ?? [], [...governed, ...attributes]);
  const evidenceColumns = columnsOfBoth(evidence?.columns ?? [], EVIDENCE);
  const files = {
    records: fresh('records.csv'),
    evidence: fresh('evidence.csv'),
    rows: fresh(rowsFile(source.id)),
    table: source.rows ? fresh(tableFile(source.id)) : null,
  };
  const write = (
    file: 'records' | 'evidence',
    columns: readonly string[],
    row: Readonly<Record<string, string | undefined>>,
  ) => files[file].row(columns.map((column) => row[column] ?? ''));
  files.records.row(recordColumns);
  files.evidence.row(evidenceColumns);
  files.rows.row(['record', 'row', 'said', 'key']);
  const first = files.records.rows;
  const rows = createNumbersColumn();
  /** 1 of a record of the table that has evidence in the folder. */
  const isTaken = new Uint8Array(evidence?.values ?? 0);
  /** 1 of a record that the table says otherwise: what was confirmed of its evidence is to be looked at again. */
  const isRestated = new Uint8Array(evidence?.values ?? 0);
  const own = new Set([source.id, linksSource(source.id)]);
  let copy: ReturnType<typeof createCopy> | null = null;
  let evidenceOf: ReturnType<typeof createEvidence> | null = null;
  return {
    take(row, header) {
      copy ??= files.table && createCopy(mapping, header, files.table);
      copy?.(row);
      evidenceOf ??= createEvidence(mapping, header);
      for (const record of row.records) {
        const cells = cellsOf(record, attributes);
        const number = ids.find(record.id);
        const merged = merge.take(row.row, cells);
        if (number >= 0) isTaken[number] = 1;
        if (number >= 0 && merged.isRestated) isRestated[number] = 1;
        rows.push(row.row);
        write('records', recordColumns, merged.cells);
        files.rows.row([record.id, String(row.row), recordHash(cells, attributes), row.key.join(' | ')]);
        const earlier = evidence?.rowsOf(number) ?? [];
        for (const now of evidenceOf(row, record)) {
          const before = earlier.findLast((it) => isSameCited(it, now));
          write('evidence', evidenceColumns, keeping(before, now, merged.isRestated));
        }
      }
    },
    end(isRemoved) {
      for (const row of merge.others()) write('records', recordColumns, row);
      for (const row of evidence?.rows() ?? []) {
        const record = row.record ?? '';
        // What others have found for a record stays with it; what this table says of it was written anew.
        const number = ids.find(record);
        if (isRemoved(number) || (isTaken[number] === 1 && own.has(row.source ?? ''))) continue;
        write('evidence', evidenceColumns, isRestated[number] === 1 ? { ...row, confirmed: '' } : row);
      }
      for (const file of Object.values(files)) file?.close();
      return rowIn(rows, first);
    },
    abandon() {
      for (const file of Object.values(files)) file?.abandon();
    },
  };
}

/** Holds nothing but the numbers. */
function rowIn(rows: NumbersColumn, first: number): (recordsRow: number) => number | null {
  return (recordsRow) => {
    const at = recordsRow - first - 1;
    return at < 0 || at >= rows.length ? null : rows.at(at);
  };
}

type EvidenceRow = Readonly<Record<string, string>>;

/** Whether evidence of a record is the same row or address: a record cites its row once, and each address once. */
function isSameCited(a: EvidenceRow, b: EvidenceRow): boolean {
  return a.source === b.source && (a.url ?? '') === (b.url ?? '');
}

/**
 * Evidence as the table has it, with what somebody has added to it in the folder: the day on which an address was read is
 * that of its first import, a copy in an archive stays, and so does what was confirmed while the record says what it said.
 */
function keeping(
  before: Readonly<Record<string, string>> | undefined,
  now: Readonly<Record<string, string>>,
  isRestated: boolean,
): Readonly<Record<string, string>> {
  if (before === undefined || (before.stated ?? '') !== now.stated) return now;
  const { accessed = '', archive_url = '' } = now;
  return {
    ...before,
    ...now,
    ...(isRestated && before.confirmed ? { confirmed: '' } : {}),
    accessed: before.accessed || accessed,
    archive_url: archive_url || before.archive_url || '',
  };
}

/** What an import of a source said the last time. `ids` numbers the ids of its records. */
export async function readRemembered(folder: string, source: string, ids: TextNumbers): Promise<Remembered> {
  // Twelve hexadecimal digits are a number that is kept exactly, in a third of the memory.
  const hashes = createNumbersColumn('any');
  await readRows(folder, rowsFile(source), (cells, columns) => {
    const number = ids.add(cells[columns.indexOf('record')] ?? '');
    while (hashes.length <= number) hashes.push(NONE);
    if (hashes.at(number) === NONE)
      hashes.set(number, Number.parseInt(cells[columns.indexOf('said')] ?? '', 16));
  });
  return {
    importedHash(number) {
      const hash = number < 0 || number >= hashes.length ? NONE : hashes.at(number);
      return hash === NONE ? null : hash.toString(16).padStart(HASH_DIGITS, '0');
    },
    numbers: hashes.length,
  };
}

const NONE = -1;

function cellsOf(
  { id, fields }: UnderstoodRow['records'][number],
  attributes: readonly AttributeField[],
): RecordCells {
  const textOf = (field: keyof typeof fields) => fields[field]?.text ?? '';
  return {
    id,
    kind: textOf('kind'),
    place: textOf('place'),
    date: textOf('date'),
    phase: textOf('phase'),
    count: textOf('count'),
    amount: textOf('amount'),
    days: textOf('days'),
    basis: textOf('basis'),
    note: textOf('note'),
    ...Object.fromEntries(attributes.map((field) => [field, textOf(field)])),
  };
}

/** The table as far as it is cited: its rows keep their numbers, and columns that are ignored are not in it. */
function createCopy(mapping: Mapping, header: Header, file: ReturnType<typeof createCsvFile>) {
  const named = columnsNamed(mapping);
  const shown = header.names.flatMap((name, i) =>
    named.includes(name) || mapping.columns[name] === 'keep' ? [i] : [],
  );
  let last = 0;
  const upTo = (row: number) => {
    for (; last < row - 1; last += 1) file.row(shown.map(() => ''));
    last = row;
  };
  upTo(header.row);
  file.row(shown.map((i) => header.names[i] ?? ''));
  return ({ row, cells, leftOut }: UnderstoodRow) => {
    // Workbooks often have thousands of prepared rows below the last.
    if (leftOut === 'empty') return;
    upTo(row);
    file.row(shown.map((i) => (cells[i] ?? '').replace(/\s+/g, ' ').trim()));
  };
}

/** What the records of a row cite. */
function createEvidence(mapping: Mapping, header: Header) {
  const { source, records } = mapping;
  const archiveAt = source.links?.archive === undefined ? -1 : header.at(source.links.archive);
  const cited = records.map((rule) => {
    const columns = columnsOf(rule, mapping);
    return columns.every((name) => !name.includes(';') && header.at(name) >= 0) ? columns.join(';') : '';
  });
  return (
    { row, cells, links }: UnderstoodRow,
    { id, rule, fields }: UnderstoodRecord & { id: string },
  ): Record<string, string>[] => {
    const stated =
      (['count', 'amount', 'days'] as const).flatMap((field) => fields[field]?.typed || [])[0] ?? '';
    const own = { record: id, source: source.id, row: String(row), columns: cited[rule] ?? '', stated };
    const found = links.map((url) => ({
      record: id,
      source: linksSource(source.id),
      stated: '',
      url,
      accessed: source.links?.accessed ?? '',
      archive_url: (cells[archiveAt] ?? '').trim(),
    }));
    return source.rows ? [own, ...found] : found;
  };
}
