import { createHash } from 'node:crypto';
import type { FolderTable } from './dataset-folder.ts';

/** What an import says of a record. Other columns, such as translations of its note, are whoever's added them. */
export const governed = [
  'id',
  'kind',
  'place',
  'date',
  'phase',
  'count',
  'amount',
  'days',
  'basis',
  'note',
] as const;
export type RecordCells = Readonly<Record<(typeof governed)[number], string>>;

/** What an import remembers of a record that it wrote: the row of the table, and what it said. */
export interface Remembered {
  row: number;
  said: string;
}

export interface Change {
  id: string;
  row: number;
  fields: Readonly<Record<string, { before: string; after: string }>>;
}

/** What an import changes in a folder. The first of each are listed, all are counted. */
export interface Difference {
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  addedIds: readonly string[];
  changes: readonly Change[];
  removedIds: readonly string[];
}

/** A record that somebody changed in the folder since it was imported, and that the import says otherwise. */
export interface Conflict {
  id: string;
  row: number;
  fields: Readonly<Record<string, { inFolder: string; inTable: string }>>;
}

const LISTED = 1_000;

/** Compares the records of a table with those that a folder has of it, one after the other. */
export interface Merge {
  /** The row for records.csv: what the table says, and what the folder has beside that. */
  take(row: number, record: RecordCells): Readonly<Record<string, string>>;
  /** The rows of other sources, and of people, which stay as they are. */
  others: readonly Readonly<Record<string, string>>[];
  end(): { difference: Difference; conflicts: readonly Conflict[]; removed: ReadonlySet<string> };
}

export function createMerge(records: FolderTable | null, remembered: ReadonlyMap<string, Remembered>): Merge {
  const own = new Map<string, Readonly<Record<string, string>>>();
  const others: Readonly<Record<string, string>>[] = [];
  for (const row of records?.rows ?? []) {
    const id = row.id ?? '';
    if (remembered.has(id)) own.set(id, row);
    else others.push(row);
  }
  const taken = new Set(others.map(({ id }) => id));
  const found = { added: 0, changed: 0, unchanged: 0 };
  const addedIds: string[] = [];
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  const met = new Set<string>();
  return {
    others,
    take(row, record) {
      const { id } = record;
      const before = own.get(id);
      met.add(id);
      if (before === undefined) {
        found.added += 1;
        if (addedIds.length < LISTED) addedIds.push(id);
        // Two records of one id are told by the check of the whole folder.
        if (taken.has(id)) conflicts.push({ id, row, fields: { id: { inFolder: id, inTable: id } } });
        return record;
      }
      const fields = differing(before, record);
      if (Object.keys(fields).length === 0) {
        found.unchanged += 1;
        return { ...before, ...record };
      }
      found.changed += 1;
      if (changes.length < LISTED) changes.push({ id, row, fields });
      if (remembered.get(id)?.said !== saidIn(before)) conflicts.push({ id, row, fields: mapped(fields) });
      return { ...before, ...record };
    },
    end() {
      const removed = [...own.keys()].filter((id) => !met.has(id));
      const difference = {
        ...found,
        removed: removed.length,
        addedIds,
        changes,
        removedIds: removed.slice(0, LISTED),
      };
      return { difference, conflicts, removed: new Set(removed) };
    },
  };
}

/** What a record says, as a short hash: to tell whether somebody has changed it since. */
export function saidIn(row: Readonly<Record<string, string>>): string {
  return createHash('sha256')
    .update(JSON.stringify(governed.map((field) => row[field] ?? '')))
    .digest('hex')
    .slice(0, 12);
}

function differing(before: Readonly<Record<string, string>>, after: RecordCells): Change['fields'] {
  const fields = governed.filter((field) => (before[field] ?? '') !== after[field]);
  return Object.fromEntries(
    fields.map((field) => [field, { before: before[field] ?? '', after: after[field] }]),
  );
}

function mapped(fields: Change['fields']): Conflict['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([field, { before, after }]) => [field, { inFolder: before, inTable: after }]),
  );
}
