import { cleanCell, foldSpace } from './clean.ts';
import { CONFIRMED, orConfirm, readConfirmed } from './confirmed.ts';
import type { Problem } from './findings.ts';
import type { BrokenOff, Format, RawRow } from './formats/format.ts';
import { formatOf } from './formats/index.ts';
import {
  type Column,
  type Columns,
  columnsOfFields,
  type Header,
  looksLikeHeader,
  readHeader,
} from './header.ts';
import type { FileTally, IssueLog } from './issue-log.ts';
import { createRow, type Row } from './row.ts';

/** A table's file: its name within the dataset, and where it is. */
export interface TableFile {
  file: string;
  path: string;
  onProgress(more: { rows: number; bytes: number }): void;
  /** The letters of a text that pictures cannot show. */
  undrawable(text: string): readonly string[];
  /**
   * Of a table that may quote internal words: whether a row may be shown, by its cells. Nothing of its header is shown
   * that is no known name, because rows stand in its place where it was forgotten. All is shown where this is absent.
   */
  shows?(cell: (column: string) => string): boolean;
}

/** How many rows may stand above the header: a title, a date, who made the table. */
const MOST_ABOVE = 10;

/**
 * Yields each row of a table with its cells cleaned; whatever is wrong with the file, its header, a row or a cell goes
 * to the issue log. A row that nobody has reported on when the next is asked for is tallied as accepted. Rows without
 * any text are passed over, as are those above the header. Every table may have the column `confirmed` beside its own.
 */
export async function* readTable<C extends string>(
  source: TableFile,
  own: Columns<C>,
  issueLog: IssueLog,
  tally: FileTally,
): AsyncGenerator<Row<C>> {
  const { file } = source;
  const columns = { ...own, confirmed: CONFIRMED } as Columns<C | 'confirmed'>;
  const fields = columnsOfFields(columns);
  const known = Object.keys(columns);
  let header: Header<C | 'confirmed'> | null = null;
  for await (const rows of belowHeader(rawRows(source, known), known)) {
    let read = 0;
    for (const raw of rows) {
      if ('problem' in raw) {
        if (raw.row !== null && header) tally.take(false);
        issueLog.add({ file, row: raw.row, column: null }, raw.problem);
        return tally.cutShort();
      }
      if (!header) {
        header = readHeader(source, raw, columns, issueLog);
        continue;
      }
      read += 1;
      const row = readRow(source, raw, { header, columns, fields }, issueLog);
      if (row) yield row;
      else tally.cutShort();
      tally.take(row?.sound ?? false);
    }
    source.onProgress({ rows: read, bytes: 0 });
  }
  if (!header) {
    const hint = `begin it with the names of the columns: ${Object.keys(own).join(',')}`;
    issueLog.add(
      { file, row: null, column: null },
      { code: 'unreadable_file', message: 'the file is empty', hint },
    );
    tally.cutShort();
  }
}

function rawRows(source: TableFile, known: readonly string[]): ReturnType<Format['read']> {
  const format = formatOf(source.file);
  // Which files are tables is decided by the reader of the package, which has refused other names.
  if (!format) throw new Error(`no format for ${source.file}`);
  return format.read(source.path, known, (bytes) => source.onProgress({ rows: 0, bytes }));
}

/** The header, and the rows with text below it. Where no row looks like one, the first is taken for it, and told. */
async function* belowHeader(
  read: ReturnType<Format['read']>,
  known: readonly string[],
): AsyncGenerator<(RawRow | BrokenOff)[]> {
  let above: RawRow[] | null = [];
  for await (const rows of read) {
    const below: (RawRow | BrokenOff)[] = [];
    for (const raw of rows) {
      if ('problem' in raw) below.push(...(above ?? []), raw);
      else if (!raw.cells.some(isFilled)) continue;
      else if (above === null) below.push(raw);
      else if (looksLikeHeader(raw, known)) {
        above = null;
        below.push(raw);
      } else if (above.push(raw) === MOST_ABOVE) {
        below.push(...above);
        above = null;
      }
    }
    yield below;
  }
  yield above ?? [];
}

/** What the rows of a table are read by; `fields` are the columns of each field of which a row needs one. */
interface Shape<C extends string> {
  header: Header<C>;
  columns: Columns<C>;
  fields: readonly C[][];
}

/** Null when the row has another number of cells than the header, so that no cell can be trusted. */
function readRow<C extends string>(
  { file, undrawable, shows }: TableFile,
  { row: number, cells }: RawRow,
  { header, columns, fields }: Shape<C>,
  issueLog: IssueLog,
): Row<C> | null {
  const width = header.columns.length;
  const report = (problem: Problem) => {
    issueLog.add({ file, row: number, column: null }, problem);
    return null;
  };
  if (cells.length < width || cells.slice(width).some(isFilled)) return report(otherLength(cells, width));
  if (cells.some((cell, i) => header.columns[i] === 'unnamed' && isFilled(cell)))
    return report({
      code: 'malformed_csv',
      message: 'a cell stands in a column without a name',
      hint: `delete the cell, or give its column a name in row ${header.row}`,
    });
  const texts = new Map<C, string>();
  const confirmed = readConfirmed(foldSpace(cells[header.columns.indexOf('confirmed' as C)] ?? ''));
  const typed = (column: C) => (cells[header.columns.indexOf(column)] ?? '').trim();
  const cell = (column: string) => foldSpace(typed(column as C));
  const row = createRow({ file, row: number }, { texts, typed }, issueLog, {
    usable: header.usable,
    confirmed: confirmed.codes,
    withheld: () => shows !== undefined && !shows(cell),
    tooLong: cells.length > width ? otherLength(cells, width) : null,
  });
  for (const [i, column] of header.columns.entries()) {
    if (column === null || column === 'unnamed') continue;
    const cleaned = cleanCell(cells[i] ?? '');
    if (!cleaned.ok) row.report(column, cleaned.problem);
    else texts.set(column, cleaned.text);
  }
  if (confirmed.problem) row.report('confirmed' as C, confirmed.problem);
  if (isTotal(texts, columns, fields)) row.report(null, total);
  else {
    for (const cell of texts) checkCell(row, cell, columns[cell[0]], undrawable);
    checkFields(row, texts, fields);
  }
  return row;
}

function otherLength({ length }: readonly string[], width: number): Problem {
  const [more, cells] = [length - width, Math.abs(length - width) === 1 ? 'cell' : 'cells'];
  const difference = `${Math.abs(more)} ${cells} too ${more > 0 ? 'many' : 'few'}`;
  return {
    code: 'malformed_csv',
    message: `the row has ${length} cells, the header has ${width}: ${difference}`,
    hint: 'put a cell that holds a comma in quotes: "12, approx"; saving as CSV does that',
  };
}

function isFilled(cell: string): boolean {
  return /\S/.test(cell);
}

const TOTAL =
  /^(?:(?:grand |sub)?totals?|sum|итого|всего|сумма|барлығы|жиыны|жалпы|summe|gesamt|insgesamt)[ .:]*$/iu;
const total = {
  code: 'invalid_value' as const,
  message: 'the row looks like the total of a spreadsheet',
  hint: 'delete the row: what is counted is added up from the rows above it',
};

/** Whether a row says "Total" somewhere, and lacks most of what every row needs. */
function isTotal<C extends string>(
  texts: ReadonlyMap<C, string>,
  columns: Columns<C>,
  fields: readonly C[][],
): boolean {
  let needed = 0;
  let empty = 0;
  for (const [column, text] of texts) {
    if (columns[column].need !== 'value') continue;
    needed += 1;
    if (text === '') empty += 1;
  }
  for (const of of fields) {
    needed += 1;
    if (of.every((column) => (texts.get(column) ?? '') === '')) empty += 1;
  }
  return empty > needed / 2 && [...texts.values()].some((text) => TOTAL.test(text));
}

function checkCell<C extends string>(
  row: Row<C>,
  [column, text]: readonly [C, string],
  { need, max, drawn }: Column,
  undrawable: TableFile['undrawable'],
): void {
  if (text.length > max)
    row.report(column, {
      code: 'invalid_value',
      message: `${column} is ${text.length} characters long, at most ${max} are allowed`,
      hint: 'shorten it',
    });
  else if (text === '' && need === 'value')
    row.report(column, { code: 'missing_value', message: `${column} is empty`, hint: `fill in ${column}` });
  const letters = drawn === true ? undrawable(text) : [];
  if (letters.length > 0) row.warn(column, notDrawn(letters, orConfirm('letters_not_drawn')));
}

/** A field that is needed in one language is there in one of its columns. */
function checkFields<C extends string>(
  row: Row<C>,
  texts: ReadonlyMap<C, string>,
  fields: readonly C[][],
): void {
  for (const all of fields) {
    const there = all.filter((column) => texts.has(column));
    const [first] = there;
    if (first === undefined || all.some((column) => row.refused(column))) continue;
    if (there.some((column) => texts.get(column) !== '')) continue;
    const message = there.length === 1 ? `${first} is empty` : `${there.join(', ')} are all empty`;
    const hint =
      there.length === 1 ? `fill in ${first}` : 'fill in one of them, in the language that you have';
    row.report(first, { code: 'missing_value', message, hint });
  }
}

/** What is said of letters that no font of the pictures has. */
export function notDrawn(letters: readonly string[], otherwise: string) {
  return {
    code: 'letters_not_drawn' as const,
    message: `pictures have no letters for ${letters.join(' ')}, and show boxes instead`,
    hint: `write it in Latin, Cyrillic or Greek letters; ${otherwise}`,
  };
}
