import { open, readFile, stat } from 'node:fs/promises';
import type { CodedMessage, TableRemarkCode } from '@article21/model';
import {
  type Cell,
  type CellValue,
  EncryptedFileError,
  type ReadOptions,
  type Sheet,
  type Workbook,
} from 'hucre';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import type { RawRow } from './format.ts';
import { problem, type TableChoice, type TableFormat, type TablePart, tooLong } from './table-format.ts';
import { openPacked, type Packed } from './zip.ts';

const LARGEST = 200_000_000;
/**
 * A thousand columns: sheets often declare all 16,384, in rows in which somebody once set a colour, and a reader that
 * keeps room for each of them needs hundreds of millions of cells for a table of ten columns.
 */
const RANGE = 'A1:ALL1048576';
/** A cell with something in it, to the right of these. */
const BEYOND = /<c r="(?:AL[M-Z]|A[M-Z][A-Z]|[B-Z][A-Z]{2})\d+"[^>/]*>(?:<f|<v|<is)/;
/** Rows given on together. */
const PART = 1_000;

/** Workbooks of Excel and of whoever writes its format. */
export const xlsx: TableFormat = {
  id: 'xlsx',
  extensions: ['xlsx', 'xlsm'],
  read: (path, choice) => read('xlsx', path, choice),
};
/** Workbooks of LibreOffice (OpenDocument). */
export const ods: TableFormat = {
  id: 'ods',
  extensions: ['ods'],
  read: (path, choice) => read('ods', path, choice),
};

async function* read(format: 'xlsx' | 'ods', path: string, choice: TableChoice): AsyncGenerator<TablePart> {
  const { size } = await stat(path);
  if (size > LARGEST)
    return yield problem('too_large', 'the workbook is larger than 200 MB', 'save the sheet as CSV UTF-8');
  const old = await oldFormat(path);
  if (old !== null) return yield old;
  const packed = await openPacked(path);
  if (!packed.ok) return yield { problem: packed.problem };
  const workbook = await readWorkbook(format, path);
  if ('problem' in workbook) return yield workbook;
  const sheet = choose(workbook.sheets, choice.sheet);
  if ('problem' in sheet) return yield sheet;
  const sheets = workbook.sheets.map(({ name }) => name);
  yield { head: { format, encoding: null, separator: null, sheet: sheet.name, sheets } };
  for (const remark of remarks(sheet, packed.packed)) yield { remark };
  if (await hasBeyond(packed.packed)) yield { remark: { code: 'beyond' } };
  yield* rowsOf(sheet);
}

async function readWorkbook(
  format: 'xlsx' | 'ods',
  path: string,
): Promise<Workbook | { problem: TableProblem }> {
  const options: ReadOptions = { readStyles: true, range: RANGE };
  try {
    const bytes = await readFile(path);
    return await (format === 'xlsx' ? readXlsx(bytes, options) : readOds(bytes, options));
  } catch (error) {
    if (error instanceof EncryptedFileError) return encrypted;
    const message = (error as Error).message.replace(/\.$/, '');
    return problem(
      { code: 'damaged', values: { detail: message } },
      `the workbook cannot be read: ${message}`,
      'save the sheet that you need alone, as CSV UTF-8',
    );
  }
}

type TableProblem = Extract<TablePart, { problem: unknown }>['problem'];

const encrypted = problem(
  'locked',
  'the workbook is locked with a password',
  'save a copy of it without a password',
);

/** Both an encrypted workbook and one of before 2007 are no packed files, but begin with the same other bytes. */
async function oldFormat(path: string): Promise<{ problem: TableProblem } | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    if (buffer.readUInt32BE(0) !== 0xd0cf11e0) return null;
    const isEncrypted = buffer.subarray(0, bytesRead).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return isEncrypted
      ? encrypted
      : problem('old_workbook', 'the workbook is of the format of before 2007 (.xls)', 'save it as .xlsx');
  } finally {
    await file.close();
  }
}

/** The sheet that was named, else the first that is shown and has a table, else the first that is shown and has rows. */
function choose(sheets: readonly Sheet[], named: string | undefined): Sheet | { problem: TableProblem } {
  const names = sheets.map(({ name }) => name).join(', ');
  const found = named === undefined ? null : sheets.find(({ name }) => name === named);
  if (found) return found;
  if (found === undefined)
    return problem(
      { code: 'no_sheet', values: { sheet: named ?? '', sheets: names } },
      `the workbook has no sheet ${named}`,
      `name one of its sheets in the mapping: ${names}`,
    );
  const shown = sheets.filter(({ hidden, veryHidden, rows }) => !hidden && !veryHidden && rows.length > 1);
  const first = shown.find(hasTable) ?? shown[0] ?? sheets[0];
  return first ?? problem('empty', 'the workbook has no sheets', 'look whether it was saved whole');
}

/** A sheet in front of the table explains it, in one column or two. */
function hasTable({ rows }: Sheet): boolean {
  const isFilled = (value: unknown) => value !== null && value !== undefined && value !== '';
  return rows.slice(0, 100).some((row) => row.filter(isFilled).length > 2);
}

/** What is in a sheet besides values. */
function remarks(sheet: Sheet, { names }: Packed): CodedMessage<TableRemarkCode>[] {
  const cells = [...(sheet.cells?.values() ?? [])];
  const counted = (code: TableRemarkCode, n: number) => (n > 0 ? [{ code, values: { n } }] : []);
  return [
    ...counted('formulas', cells.filter(({ formula }) => formula !== undefined).length),
    ...(names.some((name) => name.startsWith('xl/externalLinks/')) ? [{ code: 'other_files' as const }] : []),
    ...counted('links', cells.filter(({ hyperlink }) => hyperlink !== undefined).length),
    ...counted('hidden', [...(sheet.rowDefs?.values() ?? [])].filter((row) => row.hidden).length),
    ...counted('merged', sheet.merges?.length ?? 0),
  ];
}

async function hasBeyond({ names, read: readPart }: Packed): Promise<boolean> {
  for (const name of names.filter((it) => /^xl\/worksheets\/[^/]+\.xml$/.test(it))) {
    const bytes = await readPart(name);
    if (bytes !== null && BEYOND.test(bytes.toString('latin1'))) return true;
  }
  return false;
}

function* rowsOf(sheet: Sheet): Generator<TablePart> {
  carryMerged(sheet);
  let rows: RawRow[] = [];
  for (const [i, values] of sheet.rows.entries()) {
    const cells = values.map((value, column) => textOf(value, sheet.cells?.get(`${i},${column}`)));
    const unfinished = values.findIndex(
      (value, column) => value === null && isUnfinished(sheet.cells?.get(`${i},${column}`)),
    );
    if (unfinished !== -1)
      return yield problem(
        'no_result',
        `a formula in row ${i + 1} has no result`,
        'open the workbook in a spreadsheet and save it, so that its formulas are calculated',
        i + 1,
      );
    const row = { row: i + 1, cells };
    const long = tooLong(row);
    if (long) return yield long;
    rows.push(row);
    if (rows.length === PART) {
      yield { rows };
      rows = [];
    }
  }
  yield { rows };
}

function isUnfinished(cell: Cell | undefined): boolean {
  return cell?.formula !== undefined && (cell.formulaResult ?? null) === null;
}

/**
 * What stands in the first of merged cells is meant for all rows that they cover. No spreadsheet lets merged cells overlap; where a
 * file says that some do, the first ones count, so that no cell is written twice, however many are said to cover it.
 */
function carryMerged({ rows, merges, cells }: Sheet): void {
  const lastRow = new Map<number, number>();
  for (const { startRow, startCol, endRow } of [...(merges ?? [])].sort((a, b) => a.startRow - b.startRow)) {
    if (startRow <= (lastRow.get(startCol) ?? -1)) continue;
    lastRow.set(startCol, endRow);
    const value = rows[startRow]?.[startCol] ?? null;
    const first = cells?.get(`${startRow},${startCol}`);
    for (let at = startRow + 1; at <= Math.min(endRow, rows.length - 1); at += 1) {
      const row = rows[at];
      if (row === undefined) continue;
      while (row.length <= startCol) row.push(null);
      row[startCol] = value;
      if (first !== undefined) cells?.set(`${at},${startCol}`, first);
    }
  }
}

/** A value as a person reads it in the sheet, days in the form of ISO 8601. */
function textOf(value: CellValue, cell: Cell | undefined): string {
  const text = valueText(value, cell?.style?.numFmt ?? '');
  const link = cell?.hyperlink?.target;
  return link !== undefined && /^https?:/i.test(link) && !text.includes(link)
    ? `${text} ${link}`.trim()
    : text;
}

function valueText(value: CellValue, format: string): string {
  if (value === null) return '';
  if (value instanceof Date) return dateText(value, format);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // What a double keeps of what was typed: 0.1 + 0.2 is 0.3.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return String(value);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A date that is shown without its year or its day was mostly typed as something else, `3-5` or `2024-03`: it stays as
 * the spreadsheet shows it, which is asked about. The beginning of the calendar is an empty cell that was made a date.
 */
function dateText(date: Date, format: string): string {
  if (Number.isNaN(date.getTime())) return '';
  if (date.getUTCFullYear() < 1901) return '00.01.1900';
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  const [hasYear, hasDay, hasTime] = [/y/.test(shown), /d/.test(shown), /[hs]/.test(shown)];
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const iso = date.toISOString();
  if (shown !== '' && !hasYear && !hasDay && hasTime) return iso.slice(11, 16);
  if (shown !== '' && !hasTime && hasDay && !hasYear) return `${date.getUTCDate()}-${month}`;
  if (shown !== '' && !hasTime && hasYear && !hasDay) return `${month}-${iso.slice(2, 4)}`;
  const time = iso.slice(11, 19);
  return time === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
}
