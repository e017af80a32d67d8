import type { Problem } from '../findings.ts';

/** A row as the file has it. Numbers are those a spreadsheet shows, from 1. */
export interface RawRow {
  row: number;
  cells: readonly string[];
}

/** Why a file cannot be read any further, and from which row on. */
export interface BrokenOff {
  row: number | null;
  problem: Problem;
}

/**
 * Reads a table: rows in their order, the header first, as many at a time as come from the disk together. A `BrokenOff`, if
 * any, is the last thing yielded.
 */
export interface Format {
  /** Without the dot. */
  readonly extension: string;
  /** `known` are the columns the table may have; `onBytes` is told how many bytes more were read. */
  read(
    path: string,
    known: readonly string[],
    onBytes: (bytes: number) => void,
  ): AsyncIterable<readonly (RawRow | BrokenOff)[]>;
}
