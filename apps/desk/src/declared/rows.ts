import {
  type Edited,
  editFolder,
  type FolderEdit,
  type FolderRows,
  idFrom,
  inLatin,
} from '@article21/import';
import { type Language, languages, translationsOf } from '@article21/model';
import { hashOf } from '../kept-file.ts';

/** What a dataset declares of its own, by the names of its tables. */
export const declaredTables = ['kinds', 'measures', 'attributes'] as const;
export type DeclaredTable = (typeof declaredTables)[number];
export type DeclaredRow = Readonly<Record<string, string>>;
type Form = Readonly<Record<string, string>>;

/** The texts that each is described by, in any of the languages. */
export const textFields = {
  kinds: ['label', 'definition'],
  measures: ['label', 'definition', 'unit', 'caveat'],
  attributes: ['label', 'definition'],
} as const;

/** The names of the fields of a form about the nth value of an attribute. */
export const valueField = (n: number, column: string) => `value:${n}:${column}`;
/** How many values a form has fields for. */
export const VALUES = 'values';
const MOST_VALUES = 1_000;

/** What a form says: the row of what is declared, and of an attribute those of its values after it. */
export function filledRows(table: DeclaredTable, form: Form): DeclaredRow[] {
  const own = textsIn(table, form, (column) => column);
  const id = onOneLine(form.id) || idOf(own);
  if (table === 'kinds') return [{ id, ...own }];
  if (table === 'measures')
    return [{ id, kind: onOneLine(form.kind), quantity: onOneLine(form.quantity), ...own }];
  const count = Math.min(Number(form[VALUES]) || 0, MOST_VALUES);
  const values = Array.from({ length: count }, (_, n): DeclaredRow[] => {
    const texts = textsIn(table, form, (column) => valueField(n, column));
    const value = onOneLine(form[valueField(n, 'id')]);
    const isEmpty = value === '' && Object.values(texts).every((text) => text === '');
    if (isEmpty || form[valueField(n, 'remove')] !== undefined) return [];
    return [{ id, value: value || idOf(texts), ...texts }];
  });
  return [{ id, value: '', ...own }, ...values.flat()];
}

/** A table as it was shown, by which a later change of it is noticed. */
export function stampOfTable(rows: FolderRows, table: DeclaredTable): string {
  return hashOf(JSON.stringify(rows[table]));
}

interface Declaration {
  table: DeclaredTable;
  /** What it takes the place of; null where it is new. */
  id: string | null;
  /** None where it is removed. */
  rows: readonly DeclaredRow[];
  /** The table as it was shown. */
  was: string;
  /** What a new dataset is called. */
  dataset: FolderEdit['dataset'];
}

/**
 * Puts rows in the place of those that declare something, or after all of them, unless the folder would then have an issue.
 * Null, and nothing is written, where the table is not what was shown. What a row has in other columns stays.
 */
export async function declare(
  folder: string,
  { table, id, rows, was, dataset }: Declaration,
): Promise<Edited | null> {
  return editFolder(folder, (there) => {
    if (stampOfTable(there, table) !== was) return null;
    const all = there[table];
    const old = id === null ? [] : all.filter((row) => row.id === id);
    if (id !== null && old.length === 0) return null;
    const anew = rows.map((row) => ({
      ...old.find((it) => (it.value ?? '') === (row.value ?? '')),
      ...row,
    }));
    const at = old[0] === undefined ? all.length : all.indexOf(old[0]);
    const isOther = (row: DeclaredRow) => !old.includes(row);
    const next = [...all.slice(0, at).filter(isOther), ...anew, ...all.slice(at).filter(isOther)];
    return { tables: { [table]: next }, ...(dataset === undefined ? {} : { dataset }) };
  });
}

/** A text of a row in a language, else in one that it has; empty where it has none. */
export function textOf(row: DeclaredRow, field: string, language: Language): string {
  return [language, ...languages].map((it) => row[`${field}_${it}`] ?? '').find((it) => it !== '') ?? '';
}

function textsIn(table: DeclaredTable, form: Form, nameOf: (column: string) => string): DeclaredRow {
  const columns = textFields[table].flatMap((field) => translationsOf(field));
  return Object.fromEntries(columns.map((column) => [column, onOneLine(form[nameOf(column)])]));
}

/** What was typed, on one line. */
function onOneLine(typed: string | undefined): string {
  return (typed ?? '').replace(/\s+/g, ' ').trim();
}

/** An id made of a label; empty where its letters make none. */
function idOf(texts: DeclaredRow): string {
  return idFrom(inLatin(textOf(texts, 'label', 'en')), '').replaceAll('-', '_');
}
