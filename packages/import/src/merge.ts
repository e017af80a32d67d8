import { createHash } from 'node:crypto';
import type { TextNumbers } from '@article21/ingest/text-numbers';
import type { AttributeField } from './attribute-columns.ts';
import type { PackedTable } from './dataset-folder.ts';

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

/** What the warnings of a record are about: whoever has confirmed one has looked at these. */
const confirmedFields = ['kind', 'place', 'date', 'count', 'amount', 'days'] as const;

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
  /** What those that are listed say in a few fields, by their ids: an id may be a hash. */
  summaries: Readonly<Record<string, RecordSummary>>;
}

/** The fields by which somebody recognises a record. */
const summaryFields = ['kind', 'place', 'date', 'count'] as const;
type RecordSummary = Readonly<Record<(typeof summaryFields)[number], string>>;

/** A record that somebody changed in the folder since it was imported, and that the import says otherwise. */
export interface Conflict {
  id: string;
  row: number;
  fields: Readonly<Record<string, { inFolder: string; inTable: string }>>;
}

const LISTED = 1_000;

/** Compares the records of a table with those that a folder has, one after the other. */
export interface Merge {
  /**
   * The row for records.csv: what the table says, and what the folder has beside that. `isRestated`: it says something else than
   * before, so that warnings which somebody has confirmed of it, or of its evidence, are to be looked at again.
   */
  take(
    row: number,
    record: RecordCells,
  ): { cells: Readonly<Record<string, string | undefined>>; isRestated: boolean };
  /** The records of other sources, and of people, which stay as they are; known when all are taken. */
  others(): Iterable<Readonly<Record<string, string>>>;
  end(): {
    difference: Difference;
    conflicts: readonly Conflict[];
    /** Whether a record goes, by the number of its id. */
    isRemoved(number: number): boolean;
  };
}

/** What the last import of a table said of each record, by the number of its id. */
export interface Remembered {
  /** A short hash; null of a record that it did not have. */
  importedHash(number: number): string | null;
  /** The numbers of its records are below it. */
  readonly numbers: number;
}

/** What a folder has before an import, by the numbers of the ids of records. */
export interface InFolder {
  ids: TextNumbers;
  records: PackedTable | null;
  evidence: PackedTable | null;
  remembered: Remembered;
}

/**
 * `remembered` has what the last import of this table said of each record: those that are not in it any more are removed.
 * `attributes` are those that the table says anything of; others are whoever's added them.
 */
export function createMerge(
  { ids, records, remembered }: Omit<InFolder, 'evidence'>,
  attributes: readonly AttributeField[],
): Merge {
  const lastOf = (number: number) => records?.rowsOf(number).at(-1);
  const found = { added: 0, changed: 0, unchanged: 0 };
  const addedIds: string[] = [];
  const changes: Change[] = [];
  const conflicts: Conflict[] = [];
  const summaries: Record<string, RecordSummary> = {};
  /** 1 of a record of the folder that the table has. */
  const met = new Uint8Array(records?.values ?? 0);
  const isRemoved = (number: number) =>
    remembered.importedHash(number) !== null && met[number] !== 1 && records?.has(number) === true;
  return {
    take(row, record) {
      const { id } = record;
      const number = ids.find(id);
      const before = lastOf(number);
      if (before === undefined) {
        found.added += 1;
        if (addedIds.length < LISTED) {
          addedIds.push(id);
          summaries[id] = summaryOf(record);
        }
        return { cells: record, isRestated: false };
      }
      met[number] = 1;
      const fields = differing(before, record, attributes);
      const isRestated = confirmedFields.some((field) => fields[field] !== undefined);
      const { confirmed = '' } = before;
      const dropped = isRestated && confirmed !== '';
      if (Object.keys(fields).length === 0) found.unchanged += 1;
      else {
        found.changed += 1;
        if (changes.length < LISTED) {
          summaries[id] = summaryOf(record);
          changes.push({
            ...{ id, row },
            fields: dropped ? { ...fields, confirmed: { before: confirmed, after: '' } } : fields,
          });
        }
        // What somebody wrote here by hand is not written over; a record that the table names by its id is meant.
        const imported = remembered.importedHash(number);
        if (imported !== null && imported !== recordHash(before, attributes))
          conflicts.push({ id, row, fields: inBoth(fields) });
      }
      return { cells: { ...before, ...record, ...(dropped ? { confirmed: '' } : {}) }, isRestated };
    },
    *others() {
      for (let number = 0; number < met.length; number += 1) {
        const isOfOthers = met[number] !== 1 && remembered.importedHash(number) === null;
        const row = isOfOthers ? lastOf(number) : undefined;
        if (row !== undefined) yield row;
      }
    },
    end() {
      const removedIds: string[] = [];
      let removed = 0;
      for (let number = 0; number < remembered.numbers; number += 1) {
        if (!isRemoved(number)) continue;
        const id = ids.at(number);
        removed += 1;
        if (removedIds.length < LISTED) {
          removedIds.push(id);
          summaries[id] = summaryOf(lastOf(number) ?? {});
        }
      }
      const difference = { ...found, removed, addedIds, changes, removedIds, summaries };
      return { difference, conflicts, isRemoved };
    },
  };
}

function summaryOf(row: Readonly<Record<string, string | undefined>>): RecordSummary {
  return Object.fromEntries(summaryFields.map((field) => [field, row[field] ?? ''])) as RecordSummary;
}

/** Hexadecimal ones of the hash of a record. */
export const HASH_DIGITS = 12;

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
    .slice(0, HASH_DIGITS);
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
