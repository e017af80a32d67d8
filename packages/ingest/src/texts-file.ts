import { closeSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { createNumbersColumn, type TextsColumn } from './columns.ts';

/** Texts, one for each row, in a file of their own: in memory are only the places where they end. */
export interface TextsFile extends TextsColumn {
  /** Closes and removes the file. */
  close(): void;
}

/** In bytes, what is written and read at once. Whoever reads in the order of writing reads each byte once. */
const BLOCK = 64 * 1024;

/** Makes a new file, for its owner alone. */
export function createTextsFile(path: string): TextsFile {
  const file = openSync(path, 'wx+', 0o600);
  // A file may be larger than what fits into 32 bits.
  const ends = createNumbersColumn('any');
  let waiting: Buffer[] = [];
  /** How many bytes are in the file, and how many with those that wait. */
  const written = { from: 0, to: 0 };
  /** What was read last. */
  let block: { from: number; bytes: Buffer } = { from: 0, bytes: Buffer.alloc(0) };
  const write = () => {
    writeFileSync(file, Buffer.concat(waiting));
    waiting = [];
    written.from = written.to;
  };
  const read = (from: number, least: number) => {
    const bytes = Buffer.alloc(Math.min(Math.max(BLOCK, least), written.from - from));
    for (let at = 0; at < bytes.length; ) {
      const more = readSync(file, bytes, at, bytes.length - at, from + at);
      if (more === 0) throw new Error(`${path} ends at ${from + at} of ${written.from} bytes`);
      at += more;
    }
    block = { from, bytes };
  };
  return {
    push(text) {
      const bytes = Buffer.from(text);
      waiting.push(bytes);
      written.to += bytes.length;
      ends.push(written.to);
      if (written.to - written.from >= BLOCK) write();
    },
    at(row) {
      const [from, to] = [row > 0 ? ends.at(row - 1) : 0, ends.at(row)];
      if (to > written.from) write();
      if (from < block.from || to > block.from + block.bytes.length) read(from, to - from);
      return block.bytes.toString('utf8', from - block.from, to - block.from);
    },
    get length() {
      return ends.length;
    },
    close() {
      closeSync(file);
      rmSync(path);
    },
  };
}
