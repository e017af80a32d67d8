import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

interface Field {
  name: string;
  constraints?: { required?: boolean; unique?: boolean; enum?: string[]; pattern?: string };
}
interface ForeignKey {
  fields: string[];
  reference: { resource?: string; fields: string[] };
}
interface Resource {
  name: string;
  type?: string;
  path: string;
  schema: { fields: Field[]; foreignKeys?: ForeignKey[] };
}

const folder = new URL('../data/kazakhstan-2012/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const manifest = JSON.parse(read('datapackage.json')) as { resources: Resource[] };
const resources = manifest.resources.filter(({ type }) => type === 'table');
const tables = new Map(resources.map(({ name, path }) => [name, parse(read(path)) as string[][]]));

/** The values of one column. */
function column(resource: string, name: string): string[] {
  const [header = [], ...rows] = tables.get(resource) ?? [];
  const at = header.indexOf(name);
  if (at === -1) throw new Error(`no column ${name} in ${resource}`);
  return rows.map((row) => row[at] ?? '');
}
const fold = (text: string) => text.replace(/\s+/g, ' ').trim();

test.each(resources.map((it) => [it.name, it] as const))('%s has the columns of its schema', (name, it) => {
  expect(tables.get(name)?.[0]).toEqual(it.schema.fields.map((field) => field.name));
});

/** What the values of a column breach of the constraints of its field. */
function breaches({ name, constraints = {} }: Field, values: readonly string[]): string[] {
  const { required, unique, pattern, enum: known } = constraints;
  const filled = values.filter((value) => value !== '');
  return [
    ...(required && filled.length < values.length ? [`${name} is empty in a row`] : []),
    ...(unique && new Set(values).size < values.length ? [`${name} has a value twice`] : []),
    ...filled
      .filter((value) => pattern !== undefined && !new RegExp(pattern).test(value))
      .map((value) => `${name} has ${value}, which is not ${pattern}`),
    ...filled
      .filter((value) => known !== undefined && !known.includes(value))
      .map((value) => `${name} has ${value}, which is none of ${known}`),
  ];
}

test.each(resources.map((it) => [it.name, it] as const))(
  '%s keeps the constraints of its schema',
  (name, it) => {
    const { fields } = it.schema;
    expect(fields.flatMap((field) => breaches(field, column(name, field.name)))).toEqual([]);
  },
);

test('each constraint of a schema can be breached', () => {
  const constraints = { required: true, unique: true, pattern: '^[ab]$', enum: ['a', 'c'] };
  expect(breaches({ name: 'id', constraints }, ['a', 'c'])).toEqual(['id has c, which is not ^[ab]$']);
  expect(breaches({ name: 'id', constraints }, ['a', 'b'])).toEqual(['id has b, which is none of a,c']);
  expect(breaches({ name: 'id', constraints }, ['a', '', ''])).toEqual([
    'id is empty in a row',
    'id has a value twice',
  ]);
});

test.each(resources.map((it) => [it.name, it] as const))('%s refers only to what exists', (name, it) => {
  for (const { fields, reference } of it.schema.foreignKeys ?? []) {
    const known = new Set(column(reference.resource ?? name, reference.fields[0] ?? ''));
    const values = column(name, fields[0] ?? '').filter((value) => value !== '');
    expect(values.filter((value) => !known.has(value))).toEqual([]);
  }
});

test('every quotation occurs once in the statement, and holds the words for the quantity', () => {
  const text = fold(read(column('sources', 'file')[0] ?? ''));
  const stated = column('evidence', 'stated');
  const quotes = column('evidence', 'quote');
  expect(quotes.length).toBeGreaterThan(0);
  for (const [i, quote] of quotes.entries()) {
    expect(text.split(quote), quote).toHaveLength(2);
    expect(quote).toContain(stated[i]);
  }
});

test('every record has a quotation', () => {
  const quoted = new Set(column('evidence', 'record'));
  expect(column('records', 'id').filter((id) => !quoted.has(id))).toEqual([]);
});

test('no column but the quotation holds a name of a person in the statement', () => {
  const names =
    /Ramazanov|Arhangelsky|Tumenov|Kenzhegaliev|Narymbaev|Boyar|Toregozhina|Alihan|Bahyt|Larisa|Ermek/i;
  for (const { name, schema } of resources)
    for (const field of schema.fields.filter((it) => it.name !== 'quote'))
      expect(column(name, field.name).filter((value) => names.test(value))).toEqual([]);
});
