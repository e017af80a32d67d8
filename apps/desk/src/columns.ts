import {
  type ColumnRole,
  type Constants,
  columnRolesOf,
  constantsIn,
  proposeMapping,
  readTable,
  rolesIn,
  withRoles,
} from '@article21/import';
import { readFolderVocabulary } from '@article21/ingest';
import {
  columnUses,
  dateOrders,
  type Mapping,
  mappingSchema,
  thousandsMarks,
} from '@article21/model/mapping';
import type { Draft } from './drafts.ts';
import type { Look } from './look.ts';

type Form = Readonly<Record<string, string>>;

/** The names of the fields of the form, by the column that they are about. */
export const useField = (column: string) => `use:${column}`;
export const thousandsField = (column: string) => `thousands:${column}`;
export const constantField = (field: keyof Constants) => `constant:${field}`;

/** The columns of a mapping that hold numbers, with the mark between their thousands, as far as it is decided. */
export function numberColumns({ records }: Mapping): Map<string, string> {
  const columns = new Map<string, string>();
  for (const rule of records)
    for (const from of [rule.count, rule.amount, rule.days])
      if (from !== undefined && 'column' in from) columns.set(from.column, from.thousands ?? '');
  return columns;
}

/** How a date is ordered, where one column has dates; null where none has. */
export function dateOrderIn({ shared, records }: Mapping): string | null {
  const date = shared.date ?? records[0]?.date;
  return date !== undefined && 'column' in date ? (date.order ?? '') : null;
}

/** The role that a column has, or what becomes of one without; empty text where that is open. */
export function useOf(mapping: Mapping, column: string): string {
  const role = [...rolesIn(mapping)].find(([, name]) => name === column)?.[0];
  return role ?? mapping.columns[column] ?? '';
}

/** A mapping with what a form says of its columns; the names of two columns that are to be the same where it cannot be. */
export function withColumns(
  { kept: { mapping }, imported, rows }: Look,
  form: Form,
  today: string,
): Mapping | { twice: readonly [string, string] } {
  const { header } = imported.understanding;
  if (header === null) return mapping;
  const columnRoles = columnRolesOf(imported.vocabulary);
  const roles = new Map<ColumnRole, string>();
  const columns: Record<string, (typeof columnUses)[number]> = {};
  for (const name of header.names) {
    const use = form[useField(name)] ?? useOf(mapping, name);
    const role = columnRoles.find((it) => it === use);
    const without = columnUses.find((it) => it === use);
    const other = role === undefined ? undefined : roles.get(role);
    if (other !== undefined) return { twice: [other, name] };
    if (role !== undefined) roles.set(role, name);
    if (without !== undefined) columns[name] = without;
  }
  const before = constantsIn(mapping);
  const constant = (field: keyof Constants) => (form[constantField(field)] ?? before[field]).trim();
  const constants = { kind: constant('kind'), place: constant('place'), date: constant('date') };
  const isAsBefore =
    JSON.stringify([...roles].sort()) === JSON.stringify([...rolesIn(mapping)].sort()) &&
    JSON.stringify(constants) === JSON.stringify(before);
  // What the form cannot say of records stays where nothing of it was changed.
  const made = isAsBefore
    ? { ...mapping, columns }
    : withRoles({ ...mapping, columns }, roles, {
        constants,
        columns: {
          cells: (name) => rows.flatMap(({ cells }) => (cells[header.at(name ?? '')] ?? '').trim() || []),
        },
        today,
      });
  return decided(made, form);
}

/** With the order of dates and the marks of thousands that a form says. */
function decided(mapping: Mapping, form: Form): Mapping {
  const order = dateOrders.find((it) => it === form.order);
  const date = <R extends Pick<Mapping['shared'], 'date'>>(rule: R): R =>
    form.order !== undefined && rule.date !== undefined && 'column' in rule.date
      ? { ...rule, date: { ...rule.date, order } }
      : rule;
  const number = <F extends Mapping['records'][number]['count']>(from: F): F => {
    if (from === undefined || !('column' in from)) return from;
    const chosen = form[thousandsField(from.column)];
    return chosen === undefined ? from : { ...from, thousands: thousandsMarks.find((it) => it === chosen) };
  };
  const records = mapping.records.map((rule) => ({
    ...date(rule),
    count: number(rule.count),
    amount: number(rule.amount),
    days: number(rule.days),
  }));
  return mappingSchema.parse({ ...mapping, shared: date(mapping.shared), records });
}

/** Whether a form names another sheet, or another row of its header, than those that were read. */
export function namesOtherTable({ head, header }: Look['imported']['understanding'], form: Form): boolean {
  const row = Number(form.header);
  return (
    (form.sheet !== undefined && form.sheet !== (head?.sheet ?? '')) ||
    (Number.isInteger(row) && row > 0 && row !== header?.row)
  );
}

interface ReadAnew {
  folder: string;
  reader: string | null;
  today: string;
}

/**
 * The mapping that is proposed of another sheet or header. What was said of the dataset and of the table as a source stays.
 * Null where nothing is there.
 */
export async function proposedAnew(
  draft: Draft,
  mapping: Mapping,
  form: Form,
  { folder, reader, today }: ReadAnew,
): Promise<Mapping | null> {
  const { table } = mapping;
  const sheet = form.sheet || table.sheet;
  const row = Number(form.header);
  const isOther = sheet !== table.sheet;
  // Of another sheet the header is found, unless somebody has changed its row too.
  const header = row > 0 && !(isOther && row === table.header) ? row : undefined;
  const parts = readTable(draft.table, { ...table, sheet }, reader);
  const proposed = await proposeMapping(parts, {
    ...{ table: draft.table, folder, today, header },
    vocabulary: await readFolderVocabulary(folder),
  });
  if ('problem' in proposed) return null;
  const { links: _, ...source } = mapping.source;
  const { links } = proposed.mapping.source;
  return mappingSchema.parse({
    ...proposed.mapping,
    dataset: mapping.dataset,
    source: { ...source, ...(links === undefined ? {} : { links }) },
    attributes: mapping.attributes,
    places: { ...proposed.mapping.places, names: mapping.places.names, add: mapping.places.add },
  });
}
