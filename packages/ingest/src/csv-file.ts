import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

const BUFFER = 256 * 1024;

/** A file of comma-separated values that is being written. */
export interface CsvFile {
  row(cells: readonly string[]): void;
  /** How many rows were written. */
  readonly rows: number;
  /** Writes what is left, and waits until the disk has it. */
  close(): void;
}

/** Makes a new file. Its rows are written as they come, so that a million of them stand in no memory. */
export function createCsvFile(path: string): CsvFile {
  const file = openSync(path, 'wx');
  let waiting = '';
  let rows = 0;
  const write = () => {
    writeSync(file, waiting);
    waiting = '';
  };
  return {
    row(cells) {
      rows += 1;
      waiting += `${csvLine(cells)}\n`;
      if (waiting.length > BUFFER) write();
    },
    get rows() {
      return rows;
    },
    close() {
      write();
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/** A row as a line of CSV (RFC 4180), without its end. */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
