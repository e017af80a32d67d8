import { wholeCharacters } from '@article21/coding';
import {
  type Edited,
  editFolder,
  type FolderRows,
  findTypedPlace,
  stampOf,
  type TypedPlace,
} from '@article21/import';
import { quotationAt } from '@article21/ingest/texts';
import { type CodedField, type FilledForm, unconfirmed } from './record-form.ts';
import type { Statement } from './statements.ts';

type Row = Readonly<Record<string, string>>;

/** A passage, and what a coder says of it. */
export interface CodedRecord {
  statement: Statement;
  start: number;
  end: number;
  /** The id that the form was made with: one that is taken meanwhile is not written over. */
  id: string;
  form: FilledForm;
  /** What the place is, where no list has it. */
  described: { kind: string; country: string } | null;
  /** A row for rates.csv, where the amount needs one. */
  rate: Row | null;
}

/** What became of a record. Nothing is written but where it is saved. */
export type Saved =
  | { is: 'saved'; warnings: Edited['warnings'] }
  | { is: 'unconfirmed'; fields: readonly CodedField[] }
  | { is: 'missing'; fields: readonly CodedField[] }
  | { is: 'ambiguous' }
  | { is: 'notInText' }
  | ({ is: 'place' } & Omit<Extract<TypedPlace, { is: 'asked' }>, 'is'>)
  | { is: 'issues'; issues: Edited['issues'] }
  | { is: 'stale' };

/** The id of the next record of a text: its own, and the first number that is free. */
export function nextId(source: string, { records }: FolderRows): string {
  const taken = new Set(records.map(({ id }) => id));
  let n = 1;
  while (taken.has(`${source}-${n}`)) n += 1;
  return `${source}-${n}`;
}

/** Adds a record and its evidence to the folder, and the place where that is new. */
export async function saveRecord(folder: string, coded: CodedRecord): Promise<Saved> {
  const { statement, id, form, described, rate } = coded;
  const { values } = form;
  const passage = narrowed(statement.text, coded, form.quote);
  if (passage === null) return { is: 'notInText' };
  const missing = (['kind', 'stated', 'place', 'basis'] as const).filter((field) => values[field] === '');
  if (missing.length > 0) return { is: 'missing', fields: missing };
  const open = unconfirmed(form);
  if (open.length > 0) return { is: 'unconfirmed', fields: open };
  const quotation = quotationAt(statement.text, passage.start, passage.end);
  if (quotation === null) return { is: 'ambiguous' };
  const place = findTypedPlace(values.place, statement.rows.places, described);
  if (place.is === 'asked') return { ...place, is: 'place' };
  const { stated, ...fields } = values;
  const record = { ...fields, ...form.attributes, id, place: place.id };
  const evidence = {
    record: id,
    source: statement.id,
    quote: quotation.quote,
    stated,
    prefix: quotation.prefix ?? '',
    suffix: quotation.suffix ?? '',
  };
  const edited = await editFolder(folder, (rows) => {
    if (rows.records.some((row) => row.id === id)) return null;
    const isThere = (row: Row) => place.added.has(row.id ?? '');
    if (rows.places.some(isThere)) return null;
    return {
      tables: {
        records: [...rows.records, record],
        evidence: [...rows.evidence, evidence],
        ...(rate === null ? {} : { rates: [...rows.rates, rate] }),
      },
      places: place.added,
    };
  });
  if (edited === null) return { is: 'stale' };
  return edited.done ? { is: 'saved', warnings: edited.warnings } : { is: 'issues', issues: edited.issues };
}

/** The passage that the words of a quotation are, the nearest to where they were before; null where the text has them not. */
function narrowed(
  text: string,
  { start, end }: { start: number; end: number },
  quote: string,
): { start: number; end: number } | null {
  const words = quote.split(/\s+/).filter((it) => it !== '');
  if (words.length === 0 || words.join(' ') === text.slice(start, end).replace(/\s+/g, ' '))
    return { start, end };
  const form = new RegExp(words.map((it) => it.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('\\s+'), 'gu');
  const found = [...text.matchAll(form)].map((it) => ({ start: it.index, end: it.index + it[0].length }));
  const [nearest] = found.sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start));
  return nearest === undefined ? null : wholeCharacters(text, nearest.start, nearest.end);
}

/**
 * Takes a record of a text back, where its row is still what `stamp` was made of. Evidence that it has in other sources,
 * and then the record, stays. Answers whether it did.
 */
export async function removeRecord(
  folder: string,
  { source, record, stamp }: { source: string; record: string; stamp: string },
): Promise<Edited | null> {
  return editFolder(folder, ({ records, evidence }) => {
    const row = records.find(({ id }) => id === record);
    if (row === undefined || stampOf(row) !== stamp) return null;
    const kept = evidence.filter((it) => it.record !== record || it.source !== source);
    if (kept.length === evidence.length) return null;
    const isCited = kept.some((it) => it.record === record);
    return {
      tables: { evidence: kept, records: isCited ? records : records.filter(({ id }) => id !== record) },
    };
  });
}
