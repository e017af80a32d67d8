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
  notDrawn,
  readHeader,
} from './header.ts';
import type { FileTally, IssueLog } from './issue-log.ts';
import { type Row, type RowsOf, TableRow } from './row.ts';

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
  for await (const rows of readRows(source, own, issueLog, tally)) yield* rows;
}

/** The same in parts, for a table with a million rows: to wait for each of them alone takes as long as to read it. */
export async function* readRows<C extends string>(
  source: TableFile,
  own: Columns<C>,
  issueLog: IssueLog,
  tally: FileTally,
): AsyncGenerator<Iterable<Row<C>>> {
  const columns = { ...own, confirmed: CONFIRMED } as Columns<C | 'confirmed'>;
  const known = Object.keys(columns);
  const part = createParts(source, columns, issueLog, tally);
  for await (const rows of belowHeader(rawRows(source, known), known)) {
    yield part.rows(rows);
    if (part.brokenOff) return;
  }
  if (part.begun) return;
  const hint = `begin it with the names of the columns: ${Object.keys(own).join(',')}`;
  issueLog.add(
    { file: source.file, row: null, column: null },
    { code: 'unreadable_file', message: 'the file is empty', hint },
  );
  tally.cutShort();
}

/** Reads the rows of a table part by part; each part is read to its end before the next. */
function createParts<C extends string>(
  source: TableFile,
  columns: Columns<C>,
  issueLog: IssueLog,
  tally: FileTally,
) {
  const { file } = source;
  let shape: Shape<C> | null = null;
  const parts = {
    /** Whether the header was found. */
    begun: false,
    /** Whether nothing more of the file can be read. */
    brokenOff: false,
    *rows(part: readonly (RawRow | BrokenOff)[]): Generator<Row<C>> {
      let read = 0;
      for (const raw of part) {
        if ('problem' in raw) {
          if (raw.row !== null && shape) tally.take(false);
          issueLog.add({ file, row: raw.row, column: null }, raw.problem);
          parts.brokenOff = true;
          return tally.cutShort();
        }
        if (!shape) {
          shape = shapeOf(source, readHeader(source, raw, columns, issueLog), columns, issueLog);
          parts.begun = true;
          continue;
        }
        read += 1;
        const row = readRow(source, raw, shape);
        if (row) yield row;
        else tally.cutShort();
        tally.take(row?.sound ?? false);
      }
      source.onProgress({ rows: read, bytes: 0 });
    },
  };
  return parts;
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

interface NamedColumn<C extends string> {
  name: C;
  column: Column;
  at: number;
}

/** What the rows of a table are read by; `fields` are the columns of each field of which a row needs one. */
interface Shape<C extends string> extends RowsOf {
  header: Header<C>;
  /** The columns that the table has, and where each stands. */
  named: readonly NamedColumn<C>[];
  fields: readonly C[][];
}

function shapeOf<C extends string>(
  { file }: TableFile,
  header: Header<C>,
  columns: Columns<C>,
  issueLog: IssueLog,
): Shape<C> {
  const named = header.columns.flatMap((name, at) =>
    name === null || name === 'unnamed' ? [] : [{ name, column: columns[name], at }],
  );
  const { usable } = header;
  const at = new Map(named.map((it) => [it.name, it.at]));
  return { file, at, usable, issueLog, header, named, fields: columnsOfFields(columns) };
}

/** Null when the row has another number of cells than the header, so that no cell can be trusted. */
function readRow<C extends string>(
  { file, undrawable, shows }: TableFile,
  { row: number, cells: raw }: RawRow,
  shape: Shape<C>,
): Row<C> | null {
  const { header, named, at, issueLog } = shape;
  const width = header.columns.length;
  const report = (problem: Problem) => {
    issueLog.add({ file, row: number, column: null }, problem);
    return null;
  };
  if (raw.length < width || (raw.length > width && raw.slice(width).some(isFilled)))
    return report(otherLength(raw, width));
  if (named.length < width && raw.some((cell, i) => header.columns[i] === 'unnamed' && isFilled(cell)))
    return report({
      code: 'malformed_csv',
      message: 'a cell stands in a column without a name',
      hint: `delete the cell, or give its column a name in row ${header.row}`,
    });
  const cell = (column: string) => foldSpace(raw[at.get(column) ?? -1] ?? '');
  const confirmed = readConfirmed(at.has('confirmed') ? cell('confirmed') : '');
  const texts: (string | null)[] = new Array(width).fill(null);
  const row = new TableRow<C>(number, shape, {
    ...{ texts, raw },
    confirmed: confirmed.codes,
    withheld: shows === undefined ? null : () => !shows(cell),
    tooLong: raw.length > width ? otherLength(raw, width) : null,
  });
  for (const { name, at } of named) {
    const cleaned = cleanCell(raw[at] ?? '');
    if (!cleaned.ok) row.report(name, cleaned.problem);
    else texts[at] = cleaned.text;
  }
  if (confirmed.problem) row.report('confirmed' as C, confirmed.problem);
  if (isTotal(texts, shape)) row.report(null, total);
  else {
    for (const it of named) checkCell(row, texts[it.at] ?? null, it, undrawable);
    checkFields(row, texts, shape);
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
  texts: readonly (string | null)[],
  { named, at, fields }: Shape<C>,
): boolean {
  let needed = 0;
  let empty = 0;
  for (const { column, at } of named) {
    if (column.need !== 'value' || texts[at] === null) continue;
    needed += 1;
    if (texts[at] === '') empty += 1;
  }
  for (const field of fields) {
    needed += 1;
    if (field.every((column) => !texts[at.get(column) ?? -1])) empty += 1;
  }
  return empty > needed / 2 && texts.some((text) => text !== null && TOTAL.test(text));
}

function checkCell<C extends string>(
  row: Row<C>,
  text: string | null,
  { name, column: { need, max, drawn } }: NamedColumn<C>,
  undrawable: TableFile['undrawable'],
): void {
  if (text === null) return;
  if (text.length > max)
    row.report(name, {
      code: 'invalid_value',
      message: `${name} is ${text.length} characters long, at most ${max} are allowed`,
      hint: 'shorten it',
    });
  else if (text === '' && need === 'value')
    row.report(name, { code: 'missing_value', message: `${name} is empty`, hint: `fill in ${name}` });
  if (drawn === undefined) return;
  const letters = undrawable(text);
  if (letters.length > 0) row.warn(name, notDrawn(letters, drawn, orConfirm('letters_not_drawn')));
}

/** A field that is needed in one language is there in one of its columns. */
function checkFields<C extends string>(
  row: Row<C>,
  texts: readonly (string | null)[],
  { at, fields }: Shape<C>,
): void {
  for (const all of fields) {
    const textIn = (column: C) => texts[at.get(column) ?? -1] ?? null;
    const there = all.filter((column) => textIn(column) !== null);
    const [first] = there;
    if (first === undefined || all.some((column) => row.refused(column))) continue;
    if (there.some((column) => textIn(column) !== '')) continue;
    const message = there.length === 1 ? `${first} is empty` : `${there.join(', ')} are all empty`;
    const hint =
      there.length === 1 ? `fill in ${first}` : 'fill in one of them, in the language that you have';
    row.report(first, { code: 'missing_value', message, hint });
  }
}
