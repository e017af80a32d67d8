import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CodedMessage, TableRemarkCode } from '@article21/model';
import { afterEach, beforeEach } from 'vitest';
import {
  type TableChoice,
  type TableHead,
  type TableProblem,
  tableFormatOf,
} from '../../src/formats/tables.ts';

/** A table as it was read: its cells by the number of their row. */
export interface Read {
  head: TableHead | null;
  said: CodedMessage<TableRemarkCode>[];
  rows: Record<number, readonly string[]>;
  problem: TableProblem | null;
}

/** A folder of its own for each test, and the reading of files in it. */
export function useTables() {
  const desk = {
    at: '',
    write(name: string, content: string | Uint8Array) {
      writeFileSync(join(desk.at, name), content);
    },
    async read(name: string, choice: TableChoice = {}): Promise<Read> {
      const read: Read = { head: null, said: [], rows: {}, problem: null };
      const format = tableFormatOf(name);
      if (format === null) throw new Error(`no format for ${name}`);
      for await (const part of format.read(join(desk.at, name), choice)) {
        if ('head' in part) read.head = part.head;
        else if ('remark' in part) read.said.push(part.remark);
        else if ('problem' in part) read.problem = part.problem;
        else for (const { row, cells } of part.rows) read.rows[row] = cells;
      }
      return read;
    },
  };
  beforeEach(() => {
    desk.at = mkdtempSync(join(tmpdir(), 'article21-tables-'));
  });
  afterEach(() => rmSync(desk.at, { recursive: true, force: true }));
  return desk;
}
