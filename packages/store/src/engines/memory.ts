import { readFile, writeFile } from 'node:fs/promises';
import { type RestrictionRecord, recordSchema, type Vocabulary } from '@article21/model';
import type { Engine, RecordFilter, RecordPage, Table } from '../port.ts';
import { modes } from '../snapshots/durable-fs.ts';
import { checkLimit, compareKeys, printCursor, readCursor } from './cursor.ts';
import { groupCells } from './memory/cells.ts';
import { matches, pageKey } from './memory/filter.ts';

/**
 * Records in an array: the engine that the others are held against. Small datasets need no other; it has no native
 * code. Its file is NDJSON, one record a line.
 */
export const memory: Engine = {
  id: 'memory',
  recordsFile: 'records.ndjson',
  readsAgain: false,
  load: async (records, _workDir, vocabulary) => tableInMemory(await collect(records), vocabulary),
  open: async (file, vocabulary) => tableInMemory(readLines(await readFile(file, 'utf8'), file), vocabulary),
};

/** A table of records, no two of which have the same id. */
export function tableInMemory(records: RestrictionRecord[], vocabulary: Vocabulary): Table {
  const sorted = records
    .map((record) => ({ key: pageKey(record), record }))
    .sort((a, b) => compareKeys(a.key, b.key));
  const byId = new Map(records.map((record) => [record.id, record]));

  function page(filter: RecordFilter): RecordPage {
    checkLimit(filter.limit);
    const after = filter.cursor === null ? null : readCursor(filter.cursor);
    const found = sorted.filter(
      ({ key, record }) =>
        matches(record, filter, vocabulary) && (after === null || compareKeys(key, after) > 0),
    );
    const shown = found.slice(0, filter.limit);
    const last = shown.at(-1);
    const next = found.length > shown.length && last ? printCursor(last.key) : null;
    return { records: shown.map(({ record }) => structuredClone(record)), next };
  }

  return {
    size: async () => records.length,
    cells: async () => groupCells(records, vocabulary),
    page: async (filter) => page(filter),
    record: async (id) => structuredClone(byId.get(id) ?? null),
    save: (file) =>
      writeFile(file, sorted.map(({ record }) => `${JSON.stringify(record)}\n`).join(''), {
        mode: modes.file,
      }),
    close: async () => {},
  };
}

async function collect(records: AsyncIterable<RestrictionRecord>): Promise<RestrictionRecord[]> {
  const collected = new Map<string, RestrictionRecord>();
  for await (const record of records) {
    if (collected.has(record.id)) throw new Error(`two records have the id ${record.id}`);
    collected.set(record.id, record);
  }
  return [...collected.values()];
}

function readLines(text: string, file: string): RestrictionRecord[] {
  if (text !== '' && !text.endsWith('\n')) throw new Error(`${file} is damaged: its last line is cut short`);
  const lines = text === '' ? [] : text.slice(0, -1).split('\n');
  return lines.map((line, i) => {
    try {
      return recordSchema.parse(JSON.parse(line));
    } catch (cause) {
      throw new Error(`${file} is damaged: line ${i + 1} is not a record`, { cause });
    }
  });
}
