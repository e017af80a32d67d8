/** The longest part of a table that is read at once. */
export const LONGEST_PART = 1_000;

/**
 * The table that a source is, as its file has it: rows from 1, the header and what stands above it counted. A row that
 * the file leaves empty has no cells.
 */
export interface SourceTable {
  readonly header: readonly string[];
  /** The number of the row that names the columns. */
  readonly headerRow: number;
  /** The number of the last row. */
  readonly lastRow: number;
  row(number: number): readonly string[];
}
