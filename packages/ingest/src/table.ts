import { cleanCell, foldSpace } from './clean.ts';
import type { BrokenOff, RawRow } from './formats/format.ts';
import { formatOf } from './formats/index.ts';
import { type Column, type Columns, type Header, readHeader } from './header.ts';
import type { FileTally, Ledger } from './ledger.ts';
import { createRow, type Row } from './row.ts';

/** A table's file: its name within the dataset, and where it is. */
export interface TableFile {
  file: string;
  path: string;
  onProgress(more: { rows: number; bytes: number }): void;
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
    if (!raw.cells.some(isFilled)) continue;
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

/** Null when the row has another number of cells than the header, so that no cell can be trusted. */
function readRow<C extends string>(
  file: string,
  { row: number, cells }: RawRow,
  header: Header<C>,
  columns: Columns<C>,
  ledger: Ledger,
): Row<C> | null {
  const width = header.columns.length;
  const report = (message: string, hint: string) =>
    ledger.add({ file, row: number, column: null }, { code: 'malformed_csv', message, hint });
  if (cells.length < width || cells.slice(width).some(isFilled)) {
    const hint =
      'put a cell that holds a comma in quotes, "Almaty, Hotel Kazakhstan"; saving as CSV does that';
    report(`the row has ${cells.length} cells, the header has ${width}`, hint);
    return null;
  }
  if (cells.some((cell, i) => header.columns[i] === 'unnamed' && isFilled(cell))) {
    report('a cell stands in a column without a name', 'delete the cell, or give its column a name in row 1');
    return null;
  }
  const texts = new Map<C, string>();
  const row = createRow(file, number, texts, ledger, header.usable);
  for (const [i, column] of header.columns.entries()) {
    if (column === null || column === 'unnamed') continue;
    const cleaned = cleanCell(cells[i] ?? '');
    if (!cleaned.ok) row.report(column, cleaned.problem);
    else texts.set(column, cleaned.text);
  }
  for (const [column, text] of texts) checkCell(row, column, text, columns[column]);
  return row;
}

function isFilled(cell: string): boolean {
  return foldSpace(cell) !== '';
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
