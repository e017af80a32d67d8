import { type HeaderRole, typedWords } from '@article21/messages/typed';
import { attributeColumn, attributeIn, type Vocabulary } from '@article21/model';
import { type Mapping, mappingSchema } from '@article21/model/mapping';
import { type AttributeField, attributesOf } from './attribute-columns.ts';
import { columnsNamed } from './header.ts';
import { TO_BE_FILLED } from './rules.ts';
import { fold } from './typed-tokens.ts';

/** The cells of columns, without what is empty. */
export interface Columns {
  cells(name: string | undefined): string[];
}

/** What a column of a table may be: a field that every dataset has, or an attribute that this one declares. */
export type ColumnRole = HeaderRole | AttributeField;

/** All of them, in the order in which people look for it. */
export function columnRolesOf({ attributes }: Vocabulary): ColumnRole[] {
  return [...usualRoles, ...attributes.map(({ id }) => attributeColumn(id))];
}

const usualRoles = [
  ...(['key', 'date', 'day', 'month', 'year', 'place', 'region', 'kind', 'count'] as const),
  ...(['detention', 'fine', 'arrest', 'application_rejected', 'warning'] as const),
  ...(['amount', 'days', 'note', 'link'] as const),
] satisfies readonly HeaderRole[];

/** What all rows say that no column does. Empty text: nothing is said, and asked where it is needed. */
export interface Constants {
  kind: string;
  place: string;
  date: string;
}

/** Which column of a mapping has which role. */
export function rolesIn({ key, shared, source, places, records }: Mapping): Map<ColumnRole, string> {
  const roles = new Map<ColumnRole, string>();
  const take = (role: ColumnRole, from: object | undefined) => {
    if (from !== undefined && 'column' in from && !roles.has(role)) roles.set(role, String(from.column));
  };
  if (key[0] !== undefined) roles.set('key', key[0]);
  if (source.links?.columns[0] !== undefined) roles.set('link', source.links.columns[0]);
  if (places.region !== undefined) roles.set('region', places.region);
  for (const own of records) {
    const rule = { ...shared, ...own };
    for (const role of ['date', 'place', 'kind', 'amount', 'days', 'note'] as const) take(role, rule[role]);
    for (const [id, from] of attributesOf(own, { shared })) take(attributeColumn(id), from);
    const { date, kind } = rule;
    const counts = counted.find((it) => 'value' in kind && it === kind.value);
    take(counts ?? 'count', rule.count);
    if (date === undefined || 'column' in date || 'value' in date) continue;
    for (const part of ['day', 'month', 'year'] as const)
      if (typeof date[part] === 'string') roles.set(part, date[part]);
  }
  return roles;
}

/** What the rows of a mapping say without a column. */
export function constantsIn({ shared, records }: Mapping): Constants {
  const [rule] = records;
  const constant = (from: object | undefined) =>
    from !== undefined && 'value' in from && from.value !== TO_BE_FILLED ? String(from.value) : '';
  const own = { ...shared, ...rule };
  return { kind: constant(rule?.kind), place: constant(own.place), date: constant(own.date) };
}

/**
 * A mapping in which the columns have other roles. What its cells mean stays with each column, also where it has another role of the
 * same sort. A link's day of access is `today` where no links were cited.
 */
export function withRoles(
  mapping: Mapping,
  roles: ReadonlyMap<ColumnRole, string>,
  { constants, columns, today }: { constants: Constants; columns: Columns; today: string },
): Mapping {
  const { key, link } = { key: roles.get('key'), link: roles.get('link') };
  const { links: before, ...source } = mapping.source;
  const { region: _, ...places } = mapping.places;
  const records = recordsOf(roles, columns);
  const [first] = records;
  const kind =
    roles.has('kind') || records.length > 1 || constants.kind === ''
      ? {}
      : { kind: { value: constants.kind } };
  const shared = sharedOf(roles);
  const note = roles.get('note');
  const made = mappingSchema.parse({
    ...mapping,
    source: {
      ...source,
      ...(link ? { links: { accessed: today, ...before, columns: [link] } } : {}),
    },
    key: key === undefined ? [] : [key],
    places: { ...places, ...optional('region', roles.get('region')) },
    shared: {
      ...shared,
      ...(note ? { note: { column: note } } : {}),
      ...(!roles.has('place') && constants.place ? { place: { value: constants.place } } : {}),
      ...(!('date' in shared) && constants.date ? { date: { value: constants.date } } : {}),
    },
    records: records.length === 1 ? [{ ...first, ...kind }] : records,
  });
  const named = columnsNamed(made);
  const uses = Object.entries(made.columns).filter(([name]) => !named.includes(name));
  return remembering({ ...made, columns: Object.fromEntries(uses) }, mapping);
}

/** What is decided once for a column of dates or of numbers. */
const decided: Readonly<Record<string, readonly string[]>> = {
  date: ['order', 'year', 'serials'],
  count: ['thousands', 'more_than', 'currency'],
  amount: ['thousands', 'more_than', 'currency'],
  days: ['thousands', 'more_than', 'currency'],
};

type FromColumn = { column: string; values?: object } & Readonly<Record<string, unknown>>;

/** With what was answered before about cells of the same column. */
function remembering(made: Mapping, before: Mapping): Mapping {
  const known = new Map<string, FromColumn>();
  const each = (mapping: Mapping, take: (from: FromColumn, field: string) => FromColumn) => {
    const fields = (rule: object): object =>
      Object.fromEntries(
        Object.entries(rule).map(([field, from]) => {
          if (field === 'attributes' && from !== undefined) return [field, fields(from)];
          return [field, field !== 'when' && isFromColumn(from) ? take(from, field) : from];
        }),
      );
    return { ...mapping, shared: fields(mapping.shared), records: mapping.records.map(fields) };
  };
  each(before, (from) => {
    known.set(from.column, from);
    return from;
  });
  const filled = each(made, (from, field) => {
    const was = known.get(from.column);
    const kept = (decided[field] ?? []).flatMap((name) =>
      was?.[name] === undefined ? [] : [[name, was[name]] as const],
    );
    return { ...Object.fromEntries(kept), ...from, values: { ...from.values, ...was?.values } };
  });
  return mappingSchema.parse(filled);
}

function isFromColumn(from: unknown): from is FromColumn {
  return typeof from === 'object' && from !== null && 'column' in from;
}

const counted = ['detention', 'fine', 'arrest', 'application_rejected', 'warning'] as const;

function column(roles: ReadonlyMap<ColumnRole, string>, role: HeaderRole) {
  const name = roles.get(role);
  return name === undefined ? undefined : { column: name };
}

/** Comments may name people and are asked about: nobody has said yet that they may be published. */
export function sharedOf(roles: ReadonlyMap<ColumnRole, string>) {
  const date = column(roles, 'date') ?? dateOfParts(roles);
  const attributes = [...roles].flatMap(([role, name]) => {
    const id = attributeIn(role);
    return id === null ? [] : [[id, { column: name }] as const];
  });
  return {
    place: column(roles, 'place') ?? { value: TO_BE_FILLED },
    ...(date ? { date } : {}),
    ...(attributes.length > 0 ? { attributes: Object.fromEntries(attributes) } : {}),
  };
}

/** A record for each column that counts people; one that counts whatever its kind says where there is none. */
export function recordsOf(roles: ReadonlyMap<ColumnRole, string>, columns: Columns) {
  const [amount, days] = [column(roles, 'amount'), column(roles, 'days')];
  // A sum of money or days of arrest tell of a fine or an arrest, also where nobody counts them.
  const columnFor = (kind: (typeof counted)[number]) =>
    column(roles, kind) ?? (kind === 'fine' ? amount : kind === 'arrest' ? days : undefined);
  const isAlone = !roles.has('kind') && !roles.has('count');
  const says = (kind: (typeof counted)[number]) =>
    roles.has(kind) || (isAlone && Object.values(kindsIn([columnFor(kind)?.column ?? ''])).includes(kind));
  if (!counted.some(says)) {
    const kind = column(roles, 'kind');
    const named = kind ? { ...kind, values: kindsIn(columns.cells(kind.column)) } : { value: TO_BE_FILLED };
    const count = column(roles, 'count') ?? { value: '1' };
    return [{ kind: named, count, ...optional('amount', amount), ...optional('days', days) }];
  }
  const kinds = counted.filter((kind) => columnFor(kind) !== undefined);
  return kinds.map((kind) => ({
    ...(kinds.length > 1 ? { name: kind.replace('_', '-'), when: { ...columnFor(kind), filled: true } } : {}),
    kind: { value: kind },
    count: column(roles, kind) ?? { value: '?' },
    // What a table does not have it does not state.
    ...(kind === 'fine' ? { amount: amount ?? { value: '?' } } : {}),
    ...(kind === 'arrest' ? { days: days ?? { value: '?' } } : {}),
  }));
}

function dateOfParts(roles: ReadonlyMap<ColumnRole, string>) {
  const [day, month, year] = (['day', 'month', 'year'] as const).map((role) => roles.get(role));
  return year === undefined ? undefined : { ...optional('day', day), ...optional('month', month), year };
}

function optional<K extends string, V>(key: K, value: V | undefined) {
  return value === undefined ? {} : { [key]: value };
}

/** What the cells of a column of kinds mean, as far as their words tell; the others are asked. */
export function kindsIn(cells: readonly string[]): Record<string, string> {
  const meant = [...new Set(cells)].slice(0, 500).flatMap((cell) => {
    const text = fold(cell);
    for (const { kinds } of Object.values(typedWords))
      for (const [kind, words] of Object.entries(kinds))
        if (words.some((word) => text.startsWith(word))) return [[cell, kind] as const];
    return [];
  });
  return Object.fromEntries(meant);
}
