import type { SourceTable } from '@article21/model';
import { cleanCell } from './clean.ts';
import { createTextsColumn, type TextsColumn } from './columns.ts';
import type { Problem } from './findings.ts';
import { csv } from './formats/csv.ts';
import { LARGEST_SOURCE } from './source-text.ts';

/** A table whose header is yet to be found: by the names that are cited, since titles may stand above it. */
export interface ReadTable extends SourceTable {
  /** Takes for the header the row that has most of these names. */
  findHeader(cited: ReadonlySet<string>): void;
}

export type ReadSourceTable = { ok: true; table: ReadTable } | { ok: false; problem: Problem };

/** How many rows may stand above the header. */
const MOST_ABOVE = 20;
/** Between the cells of a row; no clean cell has it. */
const BETWEEN = '\u{1f}';

/** Reads the table of a source and cleans its cells. Never throws for what is in the file. */
export async function readSourceTable(path: string, bytes: number): Promise<ReadSourceTable> {
  const size = `the table is larger than ${LARGEST_SOURCE / 1_000_000} MB`;
  if (bytes > LARGEST_SOURCE) return refuse(size, 'keep the part of it that is cited');
  const rows = createTextsColumn();
  let lastRow = 0;
  for await (const read of csv.read(path, [], () => {}))
    for (const raw of read) {
      if ('problem' in raw) return { ok: false, problem: at(raw.row, raw.problem) };
      const cells: string[] = [];
      for (const cell of raw.cells) {
        const cleaned = cleanCell(cell);
        if (!cleaned.ok) return { ok: false, problem: at(raw.row, cleaned.problem) };
        cells.push(cleaned.text);
      }
      while (cells.at(-1) === '') cells.pop();
      // A line that says what separates the cells is no row.
      while (rows.length < raw.row - 1) rows.push('');
      rows.push(cells.join(BETWEEN));
      if (cells.length > 0) lastRow = raw.row;
    }
  if (lastRow < 2) return refuse('the table has no row below its header', 'put the rows into it');
  const table = createTable(rows, lastRow);
  if (table.header.length === 1 && /[;\t]/.test(table.header[0] ?? ''))
    return refuse('the cells of the table are not separated by commas', 'save it as CSV UTF-8 with commas');
  return { ok: true, table };
}

function createTable(rows: TextsColumn, lastRow: number): ReadTable {
  const row = (number: number) => (number < 1 || number > lastRow ? [] : rows.at(number - 1).split(BETWEEN));
  const first = Array.from({ length: Math.min(MOST_ABOVE + 1, lastRow) }, (_, i) => i + 1);
  const filled = (number: number) => row(number).filter((cell) => cell !== '').length;
  let headerRow =
    first.find((number) => filled(number) > 1) ?? first.find((number) => filled(number) > 0) ?? 1;
  return {
    get headerRow() {
      return headerRow;
    },
    get header() {
      return row(headerRow);
    },
    lastRow,
    row(number) {
      const cells = row(number);
      return cells.length === 1 && cells[0] === '' ? [] : cells;
    },
    findHeader(cited) {
      let most = 0;
      for (const number of first) {
        const named = new Set(row(number).filter((cell) => cited.has(cell))).size;
        if (named <= most) continue;
        most = named;
        headerRow = number;
      }
    },
  };
}

function at(row: number | null, problem: Problem): Problem {
  return row === null ? problem : { ...problem, message: `row ${row}: ${problem.message}` };
}

function refuse(message: string, hint: string): ReadSourceTable {
  return { ok: false, problem: { code: 'unreadable_file', message, hint } };
}
