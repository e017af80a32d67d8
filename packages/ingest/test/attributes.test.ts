import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readDataset, readFolderVocabulary, writePublicEdition } from '../src/index.ts';
import { type Files, readAll, sound, writeDataset } from './folder.ts';

// In the order of a spreadsheet that was sorted: an empty cell stands below all others.
const attributesCsv = `id,value,label_en,label_ru,definition_en
authorised,no,,Нет,
authorised,yes,,Да,
authorised,,Authorised,Согласовано,Whether the authorities were notified and did not object.
topic,environment,Environment,,
topic,labour,Labour,Труд,Pay and conditions of work.
topic,,Topic,,"What the assembly was about, by its banners."
`;
const recordsCsv = sound['records.csv']
  .replace('basis,note', 'basis,note,attribute_topic,attribute_authorised')
  .replace('a note', 'a note,labour,no')
  .replace('KZT,,incident,', 'KZT,,incident,,,yes')
  .replace('3,,,incident,', '3,,,incident,,,');
const attributed: Files = { 'attributes.csv': attributesCsv, 'records.csv': recordsCsv };

test('a dataset declares attributes, and its records have their values', async () => {
  const folder = writeDataset(attributed);
  const { records, issues, warnings } = await readAll(folder);
  expect([issues, warnings.filter(({ file }) => file === 'attributes.csv')]).toEqual([[], []]);
  expect(records.map(({ id, attributes }) => [id, attributes])).toEqual([
    ['d1', { topic: 'labour', authorised: 'no' }],
    ['f1', { authorised: 'yes' }],
    ['d2', undefined],
  ]);
  const { attributes } = await readFolderVocabulary(folder);
  expect(attributes.map(({ id, values }) => [id, values.map((value) => value.id)])).toEqual([
    ['authorised', ['no', 'yes']],
    ['topic', ['environment', 'labour']],
  ]);
  expect(attributes[1]?.values[1]).toEqual({
    ...{ id: 'labour', label_en: 'Labour', label_ru: 'Труд' },
    definition_en: 'Pay and conditions of work.',
  });
});

test('a dataset without them is as it was', async () => {
  const { records } = await readAll(writeDataset());
  expect(records.some((it) => 'attributes' in it)).toBe(false);
  const outcome = await readDataset(writeDataset({ 'attributes.csv': attributesCsv.split('\n', 1).join() }));
  expect(outcome.ok && outcome.reading.vocabulary.declared).toEqual({ kinds: [], measures: [] });
});

const declaring = (row: string): Files => ({ ...attributed, 'attributes.csv': `${attributesCsv}${row}\n` });
const recorded = (text: string, by: string): Files => ({
  ...attributed,
  'records.csv': recordsCsv.replace(text, by),
});
const manyAttributes = [...'abcde'].map((it) => `own_${it},,Own ${it},,Ours.\nown_${it},x,X,,`).join('\n');
const manyValues = Array.from({ length: 199 }, (_, i) => `topic,v${i},Value number ${i * 7919},,`).join('\n');

test.each<[says: string, files: Files, told: string, hint: RegExp]>([
  [
    'an unknown value of a record',
    recorded('labour', 'labor'),
    'records.csv 2 attribute_topic: topic has no such value',
    /did you mean labour\? Otherwise write one of: environment, labour; leave the cell empty/,
  ],
  [
    'a value that says that there is none',
    recorded('labour', 'unstated'),
    'records.csv 2 attribute_topic: topic has no such value',
    /leave the cell empty/,
  ],
  [
    'a column without its prefix',
    recorded('attribute_topic', 'topic'),
    'records.csv 1 topic: the column is not a known one',
    /did you mean attribute_topic\?/,
  ],
  [
    'a column of an attribute that is not declared',
    recorded('attribute_topic', 'attribute_organiser'),
    'records.csv 1 attribute_organiser: the column is not a known one',
    /declare organiser in attributes.csv/,
  ],
  [
    'an attribute twice',
    declaring('topic,,Topic 2,,Again.'),
    'attributes.csv 8 id: topic is already declared in row 7',
    /leave one/,
  ],
  [
    'a value twice',
    declaring('topic,labour,Work,,'),
    'attributes.csv 8 value: topic:labour is already declared in row 6',
    /leave one/,
  ],
  [
    'a value of no attribute',
    declaring('organiser,union,A union,,'),
    'attributes.csv 8 id: no row declares the attribute organiser itself',
    /add a row with the id organiser, an empty value/,
  ],
  [
    'an attribute without values',
    declaring('organiser,,Organiser,,Who called for it.'),
    'attributes.csv 8 id: organiser has no values',
    /add a row for each value/,
  ],
  [
    'an attribute without a definition',
    declaring('organiser,,Organiser,,\norganiser,union,A union,,'),
    'attributes.csv 8 definition_en: the attribute has no definition',
    /in one of the languages/,
  ],
  [
    'the value that all have',
    declaring('topic,unstated,Unknown,,'),
    'attributes.csv 8 value: every attribute has the value unstated',
    /leave the row out/,
  ],
  [
    'no label',
    declaring('topic,culture,,,'),
    'attributes.csv 8 label_en: label_en, label_ru are all empty',
    /fill in one/,
  ],
  [
    'an id with a sign that queries use',
    declaring('topic,a:b,A,,'),
    'attributes.csv 8 value: value is not valid: lower-case letters and digits',
    /write for example labour/,
  ],
  [
    'more attributes than have a number of their own',
    declaring(manyAttributes),
    'attributes.csv 16 -: the dataset declares more than 6 attributes',
    /keep the 6/,
  ],
  [
    'more values than have a number of their own',
    declaring(manyValues),
    'attributes.csv 206 -: topic has more than 200 values',
    /put rare ones together/,
  ],
])('%s is refused', async (_, files, told, hint) => {
  const { issues } = await readAll(writeDataset(files));
  expect(issues.map((it) => `${it.file} ${it.row ?? '-'} ${it.column ?? '-'}: ${it.message}`)).toEqual([
    expect.stringContaining(told),
  ]);
  expect(issues[0]?.hint).toMatch(hint);
});

test.each([
  ['a value', 'topic,labour,Labour,Труд,', 'topic,labour,,,'],
  ['an attribute', 'topic,,Topic,', 'topic,,,'],
])('what names %s that was refused is no second issue', async (_, text, by) => {
  const { issues } = await readAll(
    writeDataset({ ...attributed, 'attributes.csv': attributesCsv.replace(text, by) }),
  );
  expect(issues.map(({ file, column }) => `${file} ${column}`)).toEqual(['attributes.csv label_en']);
});

test('a public edition keeps the attributes of what it shows, and not those of whom it protects', async () => {
  const rule = { id: 'protect', when: { record: ['d1'] }, date: 'month' };
  const policy = JSON.stringify({ secret: '0'.repeat(32), rules: [rule] });
  const folder = writeDataset({ ...attributed, 'policy.json': policy });
  const edition = mkdtempSync(join(tmpdir(), 'edition-'));
  onTestFinished(() => rmSync(edition, { recursive: true }));
  const title = () => 'Withheld';
  expect(await writePublicEdition(edition, () => readDataset(folder), { title })).toMatchObject({ ok: true });
  const { records, issues } = await readAll(edition);
  expect(issues).toEqual([]);
  expect(records.map(({ attributes }) => attributes)).toEqual([{ authorised: 'yes' }, undefined, undefined]);
  // A value that no shown record has may be that of a protected one.
  const { attributes } = await readFolderVocabulary(folder);
  const shown = attributes.flatMap((it) =>
    it.id === 'authorised' ? [{ ...it, values: it.values.filter(({ id }) => id === 'yes') }] : [],
  );
  expect((await readFolderVocabulary(edition)).attributes).toEqual(shown);
  expect(readFileSync(join(edition, 'records.csv'), 'utf8')).not.toContain('labour');
});
