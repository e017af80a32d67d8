import { cleanCell, foldSpace } from './clean.ts';
import type { BrokenOff, RawRow } from './formats/format.ts';
import { formatOf } from './formats/index.ts';
import type { FileTally, Ledger } from './ledger.ts';
import { didYouMean } from './nearest.ts';
import { createRow, type Row } from './row.ts';

/**
 * What a column of a table asks for. `need`: a `value` in every row, the `column` in the header, or `nothing`.
 * `max` is the length of a cell in UTF-16 code units.
 */
export interface Column {
  need: 'value' | 'column' | 'nothing';
  max: number;
}

/** A table's file: its name within the dataset, and where it is. */
export interface TableFile {
  file: string;
  path: string;
  onProgress(more: { rows: number; bytes: number }): void;
}

type Columns<C extends string> = Readonly<Record<C, Column>>;
interface Header<C extends string> {
  /** The known column of each cell, null for a cell under an unknown or repeated one. */
  columns: readonly (C | null)[];
  /** Whether every column is there that rows cannot do without. */
  usable: boolean;
}

/**
 * Yields each row of a table with its cells cleaned; whatever is wrong with the file, its header, a row or a cell goes
 * to the ledger. A row that nobody has reported on when the next is asked for is tallied as accepted. Rows without
 * any text are passed over, as spreadsheets leave them at the end.
 */
export async function* readTable<C extends string>(
  source: TableFile,
  columns: Columns<C>,
  ledger: Ledger,
  tally: FileTally,
): AsyncGenerator<Row<C>> {
  const { file } = source;
  const known = Object.keys(columns) as C[];
  let header: Header<C> | null = null;
  for await (const raw of rawRows(source, known)) {
    if ('problem' in raw) {
      if (raw.row !== null && header) tally.take(false);
      ledger.add({ file, row: raw.row, column: null }, raw.problem);
      return tally.cutShort();
    }
    if (!header) {
      header = readHeader(file, raw, columns, ledger);
      continue;
    }
    if (raw.cells.every((cell) => foldSpace(cell) === '')) continue;
    source.onProgress({ rows: 1, bytes: 0 });
    const row = readRow(file, raw, header, columns, ledger);
    if (row) yield row;
    else tally.cutShort();
    tally.take(row?.sound ?? false);
  }
  if (!header) {
    const hint = `begin it with the names of the columns: ${known.join(',')}`;
    ledger.add(
      { file, row: null, column: null },
      { code: 'unreadable_file', message: 'the file is empty', hint },
    );
    tally.cutShort();
  }
}

function rawRows(source: TableFile, known: readonly string[]): AsyncIterable<RawRow | BrokenOff> {
  const format = formatOf(source.file);
  // Which files are tables is decided by the reader of the package, which has refused other names.
  if (!format) throw new Error(`no format for ${source.file}`);
  return format.read(source.path, known, (bytes) => source.onProgress({ rows: 0, bytes }));
}

function readHeader<C extends string>(
  file: string,
  { cells }: RawRow,
  columns: Columns<C>,
  ledger: Ledger,
): Header<C> {
  const known = Object.keys(columns) as C[];
  const named = cells.map((cell) => {
    const cleaned = cleanCell(cell);
    if (!cleaned.ok) ledger.add({ file, row: 1, column: null }, cleaned.problem);
    return cleaned.ok ? cleaned.text : null;
  });
  const read = named.map((name, i) => {
    if (name === null || (name === '' && i >= known.length)) return null;
    const column = known.find((it) => it === name);
    if (column && named.indexOf(name) === i) return column;
    const otherwise = column
      ? 'keep only one of them'
      : `delete the column; the known ones are ${known.join(', ')}`;
    const message = column
      ? `the column ${name} stands there twice`
      : `unknown column: ${name || '(no name)'}`;
    const hint = () => (column ? otherwise : didYouMean(name, known, otherwise));
    ledger.add({ file, row: 1, column: name }, { code: 'unknown_column', stated: name, message, hint });
    return null;
  });
  const missing = known.filter((name) => columns[name].need !== 'nothing' && !read.includes(name));
  for (const name of missing) {
    const hint = `add a column called ${name}; spelling and small letters count`;
    ledger.add(
      { file, row: 1, column: name },
      { code: 'missing_column', message: `the column ${name} is missing`, hint },
    );
  }
  return { columns: read, usable: missing.length === 0 };
}

/** Null when the row has another number of cells than the header, so that no cell can be trusted. */
function readRow<C extends string>(
  file: string,
  { row: number, cells }: RawRow,
  header: Header<C>,
  columns: Columns<C>,
  ledger: Ledger,
): Row<C> | null {
  const width = header.columns.length;
  if (cells.length < width || cells.slice(width).some((cell) => foldSpace(cell) !== '')) {
    const message = `the row has ${cells.length} cells, the header has ${width}`;
    const hint =
      'a cell that holds a comma must be in quotes: "Almaty, Hotel Kazakhstan"; saving as CSV does that';
    ledger.add({ file, row: number, column: null }, { code: 'malformed_csv', message, hint });
    return null;
  }
  const texts = new Map<C, string>();
  const row = createRow(file, number, texts, ledger, header.usable);
  for (const [i, column] of header.columns.entries()) {
    if (column === null) continue;
    const cleaned = cleanCell(cells[i] ?? '');
    if (!cleaned.ok) row.report(column, cleaned.problem);
    else texts.set(column, cleaned.text);
  }
  for (const [column, text] of texts) checkCell(row, column, text, columns[column]);
  return row;
}

function checkCell<C extends string>(row: Row<C>, column: C, text: string, { need, max }: Column): void {
  if (text.length > max)
    row.report(column, {
      code: 'invalid_value',
      message: `${column} is ${text.length} characters long, at most ${max} are allowed`,
      hint: 'shorten it',
    });
  else if (text === '' && need === 'value')
    row.report(column, { code: 'missing_value', message: `${column} is empty`, hint: `fill in ${column}` });
}
