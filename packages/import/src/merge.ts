import { createHash } from 'node:crypto';
import type { AttributeField } from './attribute-columns.ts';
import { type PackedTable, rowsBy } from './dataset-folder.ts';

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
/** With the attributes that the mapping names. */
export type RecordCells = Readonly<
  Record<(typeof governed)[number], string> & { [Attribute in AttributeField]?: string }
>;

interface Change {
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

/** Compares the records of a table with those that a folder has, one after the other. */
export interface Merge {
  /** The row for records.csv: what the table says, and what the folder has beside that. */
  take(row: number, record: RecordCells): Readonly<Record<string, string | undefined>>;
  /** The records of other sources, and of people, which stay as they are; known when all are taken. */
  others(): Iterable<Readonly<Record<string, string>>>;
  end(): { difference: Difference; conflicts: readonly Conflict[]; removed: ReadonlySet<string> };
}

/**
 * `remembered` has what the last import of this table said of each record: those that are not in it any more are removed.
 * `attributes` are those that the table says anything of; others are whoever's added them.
 */
export function createMerge(
  records: PackedTable | null,
  remembered: ReadonlyMap<string, string>,
  attributes: readonly AttributeField[],
): Merge {
  const there = (id: string) => (records === null ? [] : rowsBy(records, id)).at(-1);
  const ids = records?.by ?? new Map<string, never>();
  const found = { added: 0, changed: 0, unchanged: 0 };
  const addedIds: string[] = [];
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  /** Of those that the folder has: nothing is asked of the others. */
  const met = new Set<string>();
  return {
    take(row, record) {
      const { id } = record;
      const before = there(id);
      if (before === undefined) {
        found.added += 1;
        if (addedIds.length < LISTED) addedIds.push(id);
        return record;
      }
      met.add(id);
      const fields = differing(before, record, attributes);
      if (Object.keys(fields).length === 0) found.unchanged += 1;
      else {
        found.changed += 1;
        if (changes.length < LISTED) changes.push({ id, row, fields });
        // What somebody wrote here by hand is not written over; a record that the table names by its id is meant.
        const last = remembered.get(id);
        if (last !== undefined && last !== recordHash(before, attributes))
          conflicts.push({ id, row, fields: inBoth(fields) });
      }
      return { ...before, ...record };
    },
    *others() {
      for (const id of ids.keys()) {
        const row = met.has(id) || remembered.has(id) ? undefined : there(id);
        if (row !== undefined) yield row;
      }
    },
    end() {
      const removed = [...remembered.keys()].filter((id) => ids.has(id) && !met.has(id));
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
export function recordHash(
  row: Readonly<Record<string, string | undefined>>,
  attributes: readonly AttributeField[],
): string {
  // What is not stated changes nothing: an attribute that is mapped anew was not stated before.
  const stated = attributes.flatMap((field) => (row[field] ? [`${field}=${row[field]}`] : [])).sort();
  return createHash('sha256')
    .update(JSON.stringify([...governed.map((field) => row[field] ?? ''), ...stated]))
    .digest('hex')
    .slice(0, 12);
}

function differing(
  before: Readonly<Record<string, string>>,
  after: RecordCells,
  attributes: readonly AttributeField[],
): Change['fields'] {
  const fields = [...governed, ...attributes].filter((it) => (before[it] ?? '') !== (after[it] ?? ''));
  return Object.fromEntries(
    fields.map((field) => [field, { before: before[field] ?? '', after: after[field] ?? '' }]),
  );
}

function inBoth(fields: Change['fields']): Conflict['fields'] {
  return Object.fromEntries(
    Object.entries(fields).map(([field, { before, after }]) => [field, { inFolder: before, inTable: after }]),
  );
}
