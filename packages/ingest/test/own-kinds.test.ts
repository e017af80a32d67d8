import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureColours } from '@article21/model';
import { expect, onTestFinished, test } from 'vitest';
import { readDataset, readFolderVocabulary, writePublicEdition } from '../src/index.ts';
import { type Files, readAll, sound, writeDataset } from './folder.ts';

const kindsCsv = `id,label_en,label_ru,definition_en
attack_on_journalist,Attack on a journalist,Нападение на журналиста,A journalist was hit or lost equipment.
eviction,,Выселение,A family was put out of its flat.
`;
const measuresCsv = `id,kind,quantity,label_en,label_ru,definition_en,unit_en,caveat_en
journalists_attacked,attack_on_journalist,count,Journalists attacked,Нападения,How many journalists were attacked.,journalists,
evictions,eviction,records,Evictions,,Reports of evictions.,,One family may be put out twice.
damage,attack_on_journalist,amount,Damage,,What the equipment was worth.,,
`;
const declared = { 'kinds.csv': kindsCsv, 'measures.csv': measuresCsv };
const ofOwnKind: Files = {
  ...declared,
  'records.csv': sound['records.csv'].replace('d1,detention', 'd1,attack_on_journalist'),
};

async function vocabularyOf(files: Files) {
  const outcome = await readDataset(writeDataset(files));
  if (!outcome.ok) throw new Error('not read');
  for await (const _ of outcome.reading.records());
  expect(outcome.reading.issues()).toEqual([]);
  return outcome.reading.vocabulary;
}

test('a dataset declares kinds and measures, and its records are of them', async () => {
  const { records, issues } = await readAll(writeDataset(ofOwnKind));
  expect(issues).toEqual([]);
  expect(records[0]).toMatchObject({ id: 'd1', kind: 'attack_on_journalist', count: { low: 10 } });
  const { kinds, measures, declared: own } = await vocabularyOf(ofOwnKind);
  expect(kinds.slice(-2)).toEqual(['attack_on_journalist', 'eviction']);
  expect(
    measures.slice(-3).map(({ id, kind, quantity, unit, scale }) => [id, kind, quantity, unit, scale]),
  ).toEqual([
    ['journalists_attacked', 'attack_on_journalist', 'count', 'journalists', 1],
    ['evictions', 'eviction', 'records', 'reports', 1],
    ['damage', 'attack_on_journalist', 'amount', 'EUR', 100],
  ]);
  const most = Math.min(measures.length, measureColours.length);
  expect(new Set(measures.map(({ colour }) => colour)).size).toBe(most);
  expect(own.kinds[1]).toEqual({
    id: 'eviction',
    label_ru: 'Выселение',
    definition_en: 'A family was put out of its flat.',
  });
});

test('a dataset without them has the usual ones alone', async () => {
  expect((await vocabularyOf({})).declared).toEqual({ kinds: [], measures: [] });
  const empty = {
    'kinds.csv': kindsCsv.split('\n', 1).join(),
    'measures.csv': measuresCsv.split('\n', 1).join(),
  };
  expect((await vocabularyOf(empty)).declared).toEqual({ kinds: [], measures: [] });
});

const kind = (cells: string) => ({ 'kinds.csv': `${kindsCsv}${cells}\n` });
const measure = (cells: string) => ({ ...declared, 'measures.csv': `${measuresCsv}${cells}\n` });
const many = Array.from(
  { length: 9 },
  (_, i) => `evictions_${i},eviction,records,Evictions ${'abcdefghi'[i]},,Of them.,,`,
);

test.each<[says: string, files: Files, told: string]>([
  [
    'an id that is used twice',
    kind('eviction,Eviction 2,,Again.'),
    'kinds.csv 4 id: id eviction is already used in row 3',
  ],
  [
    'an id of every dataset',
    kind('detention,Detention,,Ours.'),
    'kinds.csv 4 id: every dataset has the kind detention',
  ],
  [
    'a capital',
    kind('Raid,Raid,,A raid.'),
    'kinds.csv 4 id: id is not valid: lower-case letters and digits with _ between words, at most 40',
  ],
  [
    'another script',
    kind('обыск,Search,,A search.'),
    'kinds.csv 4 id: id is not valid: lower-case letters and digits with _ between words, at most 40',
  ],
  [
    'a hyphen',
    kind('a-raid,Raid,,A raid.'),
    'kinds.csv 4 id: id is not valid: lower-case letters and digits with _ between words, at most 40',
  ],
  [
    'what every object has',
    kind('constructor,Raid,,A raid.'),
    'kinds.csv 4 id: constructor is a word that programs keep for themselves',
  ],
  ['no label', kind('raid,,,A raid.'), 'kinds.csv 4 label_en: label_en, label_ru are all empty'],
  ['no definition', kind('raid,Raid,,'), 'kinds.csv 4 definition_en: definition_en is empty'],
  [
    'a long label',
    kind(`raid,${'x'.repeat(61)},,A raid.`),
    'kinds.csv 4 label_en: label_en is 61 characters long, at most 60 are allowed',
  ],
  ['a label that turns its direction', kind('raid,Raid\u202e,,A raid.'), 'kinds.csv 4 label_en: '],
  ['a label with a control', kind('raid,Ra\u0007id,,A raid.'), 'kinds.csv 4 label_en: '],
  [
    'a measure of every dataset',
    measure('fines,eviction,records,Fines,,Ours.,,'),
    'measures.csv 5 id: every dataset has the measure fines',
  ],
  [
    'an unknown kind',
    measure('raids,raid,records,Raids,,Raids.,,'),
    'measures.csv 5 kind: kind is none of the known words',
  ],
  [
    'an unknown quantity',
    measure('raids,eviction,people,Raids,,Raids.,,'),
    'measures.csv 5 quantity: quantity is none of the known words',
  ],
  [
    'a quantity that the kind has not',
    measure('held,detention,days,Held,,Days.,,'),
    'measures.csv 5 quantity: records of kind detention have no days',
  ],
  [
    'a currency',
    measure('worth,eviction,amount,Worth,,Worth.,KZT,'),
    'measures.csv 5 unit_en: amounts are told in euros',
  ],
  [
    'one measure too many',
    measure(many.join('\n')),
    'measures.csv 13 -: the dataset declares more than 11 measures',
  ],
  [
    'a record of an unknown kind',
    { 'records.csv': sound['records.csv'].replace('d1,detention', 'd1,raid') },
    'records.csv 2 kind: kind is none of the known words',
  ],
  [
    'a rule for an unknown kind',
    { 'policy.json': '{"rules":[{"id":"r","when":{"kind":["raid"]}}]}' },
    'policy.json - rules.0.when.kind: there is no kind raid',
  ],
])('%s is refused', async (_, files, told) => {
  const { issues } = await readAll(writeDataset(files));
  expect(issues.map((it) => `${it.file} ${it.row ?? '-'} ${it.column ?? '-'}: ${it.message}`)).toEqual([
    expect.stringContaining(told),
  ]);
  expect(issues[0]?.hint).not.toBe('');
});

test('what names a refused kind is no second issue', async () => {
  const files = {
    ...ofOwnKind,
    'kinds.csv': kindsCsv.replace('Attack on a journalist,Нападение на журналиста', ','),
  };
  const { issues } = await readAll(writeDataset(files));
  expect(issues.map(({ file, column }) => `${file} ${column}`)).toEqual(['kinds.csv label_en']);
});

test('labels that look alike are told', async () => {
  const { warnings } = await readAll(
    writeDataset({ ...declared, ...kind('raid,attack on a journalist,,A raid.') }),
  );
  expect(warnings.map(({ file, row, code }) => `${file} ${row} ${code}`)).toContain(
    'kinds.csv 4 similar_name',
  );
});

test('a public edition has the same kinds and measures', async () => {
  const rule = { id: 'protect', when: { kind: ['attack_on_journalist'] }, date: 'month' };
  const folder = writeDataset({
    ...ofOwnKind,
    'policy.json': JSON.stringify({ secret: '0'.repeat(32), rules: [rule] }),
  });
  const edition = mkdtempSync(join(tmpdir(), 'edition-'));
  onTestFinished(() => rmSync(edition, { recursive: true }));
  const title = () => 'Withheld';
  const written = await writePublicEdition(edition, () => readDataset(folder), { title });
  expect(written).toMatchObject({ ok: true, effects: { rules: [{ id: 'protect', records: 1 }] } });
  const { records, issues } = await readAll(edition);
  expect(issues).toEqual([]);
  expect(records.map(({ kind }) => kind)).toContain('attack_on_journalist');
  expect(await readFolderVocabulary(edition)).toEqual(await readFolderVocabulary(folder));
});

test('the vocabulary of a folder is known without the rest of it', async () => {
  const { declared: own } = await readFolderVocabulary(writeDataset({ ...declared, 'records.csv': null }));
  expect(own.measures.map(({ id }) => id)).toEqual(['journalists_attacked', 'evictions', 'damage']);
  expect((await readFolderVocabulary(join(tmpdir(), 'no-such-folder'))).declared.kinds).toEqual([]);
});
