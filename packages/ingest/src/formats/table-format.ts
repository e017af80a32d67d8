import type { CodedMessage, TableProblemCode, TableRemarkCode } from '@article21/model';
import type { RawRow } from './format.ts';

/** Which table of a file is meant and how it is written. What is absent is found. */
export interface TableChoice {
  sheet?: string | undefined;
  encoding?: string | undefined;
  separator?: string | undefined;
}

/** How a table was read: said before its rows, because a wrong guess here makes all of them wrong. */
export interface TableHead {
  /** The id of its format. */
  format: string;
  /** Of text: its encoding, and what separates the cells. */
  encoding: string | null;
  separator: string | null;
  /** The sheet that is read, and all there are; of formats without sheets null and none. */
  sheet: string | null;
  sheets: readonly string[];
}

/** Why a table cannot be read, in one sentence, and how to mend it; other languages make theirs of the code. */
export interface TableProblem extends CodedMessage<TableProblemCode> {
  row: number | null;
  message: string;
  hint: string;
}

/** The head comes first. A `remark` is what whoever uses the result has to know. After a problem nothing follows. */
export type TablePart =
  | { head: TableHead }
  | { rows: RawRow[] }
  | { remark: CodedMessage<TableRemarkCode> }
  | { problem: TableProblem };

/** A kind of file that a table of somebody else's may come in. Bad files are a problem, and never thrown. */
export interface TableFormat {
  id: string;
  /** Without the dot, in small letters. */
  extensions: readonly string[];
  read(path: string, choice: TableChoice): AsyncIterable<TablePart>;
}

/** The longest cell that is read, in characters; a spreadsheet itself has at most 32,767. */
const LONGEST_CELL = 100_000;
/** A file is refused above this. */
export const LARGEST_FILE = 2_000_000_000;

export function problem(
  reason: TableProblemCode | CodedMessage<TableProblemCode>,
  message: string,
  hint: string,
  row: number | null = null,
): { problem: TableProblem } {
  return { problem: { ...(typeof reason === 'string' ? { code: reason } : reason), row, message, hint } };
}

/** The letters that a spreadsheet has for a column, which is counted from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** What is wrong with a row whose cell is too long to be one; null where none is. */
export function tooLong({ row, cells }: RawRow): { problem: TableProblem } | null {
  const at = cells.findIndex((cell) => cell.length > LONGEST_CELL);
  if (at === -1) return null;
  const length = (cells[at]?.length ?? 0).toLocaleString('en');
  return problem(
    { code: 'cell_too_long', values: { cell: `${columnLetters(at)}${row}`, most: LONGEST_CELL } },
    `the cell ${columnLetters(at)}${row} has ${length} characters, at most ${LONGEST_CELL.toLocaleString('en')} are read`,
    'a closing quote (") may be missing before it; else shorten it',
    row,
  );
}
