import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';

const BUFFER = 256 * 1024;

/** A file of comma-separated values that is being written. */
export interface CsvFile {
  row(cells: readonly string[]): void;
  /** How many rows were written. */
  readonly rows: number;
  /** Writes what is left, and waits until the disk has it. The file is closed also where that fails. */
  close(): void;
  /** Closes the file, where it is open still; what it lacks is not written. */
  abandon(): void;
}

/** Makes a new file. Its rows are written as they come, so that a million of them stand in no memory. */
export function createCsvFile(path: string): CsvFile {
  let file: number | null = null;
  let waiting = '';
  let rows = 0;
  const write = () => {
    file ??= openSync(path, 'wx');
    // All of it, or an error: a disk that is nearly full may take a part of one write.
    writeFileSync(file, waiting);
    waiting = '';
    return file;
  };
  const abandon = () => {
    if (file !== null) closeSync(file);
    file = null;
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
      try {
        fsyncSync(write());
      } finally {
        abandon();
      }
    },
    abandon,
  };
}

/** A row as a line of CSV (RFC 4180), without its end. */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
