import { annotationSchema, coverageSchema, languages, textIn } from '@article21/model';
import { expect, test } from 'vitest';
import { readDataset } from '../src/index.ts';
import { edited, type Files, readAll, sound, writeDataset } from './folder.ts';

test('a sound dataset is read with nothing to tell', async () => {
  const { issues, records, tallies } = await readAll(writeDataset());
  expect(issues).toEqual([]);
  expect(records.map(({ id }) => id)).toEqual(['d1', 'f1', 'd2']);
  expect(tallies.find(({ file }) => file === 'records.csv')).toEqual({
    file: 'records.csv',
    rows: 3,
    accepted: 3,
    refused: 0,
  });
});

test('a place is matched by its id, a name in any language or an alias, whatever the accents and hyphens', async () => {
  for (const typed of [
    'oskemen',
    'Ust-Kamenogorsk',
    'ust kamenogorsk',
    'УСТЬ-КАМЕНОГОРСК',
    'өскемен',
    'Oskemen',
  ]) {
    const files = { 'records.csv': edited('records.csv', 'ust kamenogorsk', typed) };
    const { records, issues } = await readAll(writeDataset(files));
    expect(issues, typed).toEqual([]);
    expect(records[2]?.place).toBe('oskemen');
  }
});

test('one language is enough for names, titles and remarks, whichever it is', async () => {
  const only = {
    'places.csv': `id,kind,parent,country,lat,lon,name_ru
ru,country,,RU,,,Россия
almaty,city,ru,RU,,,Москва
oskemen,city,ru,RU,,,Казань
`,
    'assemblies.csv': 'id,place,date,title_ru,authorised\nrally,almaty,2012-04-28,Митинг,no\n',
    'annotations.csv': 'date,place,text_kk,source\n2012-04-28,,Заң,\n',
    'coverage.csv': 'place,from,to,source\nМосква,2012-04-01,2012-06-30,diary\n',
    'records.csv': sound['records.csv'].replace('Алма-Ата', 'Москва').replace('ust kamenogorsk', 'казань'),
  };
  const outcome = await readDataset(writeDataset(only));
  if (!outcome.ok) throw new Error('not read');
  for await (const _ of outcome.reading.records());
  expect(outcome.reading.issues()).toEqual([]);
  const { places, assemblies, annotations } = outcome.reading;
  expect(places.map(({ name_en, name_ru }) => [name_en, name_ru])).toEqual([
    [undefined, 'Россия'],
    [undefined, 'Москва'],
    [undefined, 'Казань'],
  ]);
  expect(assemblies).toMatchObject([{ title_ru: 'Митинг' }]);
  expect(annotations).toMatchObject([{ text_kk: 'Заң' }]);
  const inRussian = languages.map((it) => places.map((place) => textIn(place, 'name', it)));
  for (const names of inRussian) expect(names[1]).toEqual({ text: 'Москва', language: 'ru' });
});

test('of an internal source nothing goes on but its id, though its quotation was checked', async () => {
  const outcome = await readDataset(writeDataset());
  if (!outcome.ok) throw new Error('not read');
  const records = [];
  for await (const record of outcome.reading.records()) records.push(record);
  const unseen = { quote: null, stated: null, prefix: null, suffix: null, start: null, end: null };
  expect(records[2]?.evidence).toEqual([{ kind: 'quotation', source: 'diary', ...unseen }]);
  expect([...outcome.reading.texts.keys()]).toEqual(['statement']);
  expect(JSON.stringify([records, [...outcome.reading.texts]])).not.toContain('three of us');
  const files = { 'evidence.csv': edited('evidence.csv', 'three of us', 'three of them') };
  const { issues } = await readAll(writeDataset(files));
  expect(issues.map(({ code }) => code)).toContain('quote_not_found');
  expect(JSON.stringify(issues)).not.toContain('us were taken');
});

test('coverage and annotations are read: places by any name, an empty place for all, an empty source for the editors', async () => {
  const outcome = await readDataset(writeDataset());
  if (!outcome.ok) throw new Error('not read');
  expect(outcome.reading.coverage).toEqual([
    { place: 'almaty', from: '2012-04-01', to: '2012-06-30', source: 'diary' },
  ]);
  const titles = { text_en: 'Rally', text_ru: 'Митинг', text_kk: 'Митинг' };
  expect(outcome.reading.annotations).toEqual([
    { date: '2012-04-28', place: 'almaty', ...titles, source: 'statement' },
    { date: '2012-06-01', place: null, text_en: 'A law', text_ru: 'Закон', text_kk: 'Заң', source: null },
  ]);
  for (const it of outcome.reading.coverage) expect(coverageSchema.parse(it)).toEqual(it);
  for (const it of outcome.reading.annotations) expect(annotationSchema.parse(it)).toEqual(it);
});

test('without coverage and annotations there are none, and nothing to tell', async () => {
  const folder = writeDataset({ 'coverage.csv': null, 'annotations.csv': null });
  const outcome = await readDataset(folder);
  if (!outcome.ok) throw new Error('not read');
  expect([outcome.reading.coverage, outcome.reading.annotations]).toEqual([[], []]);
  expect((await readAll(folder)).issues).toEqual([]);
});

test('assemblies and rates may be left out', async () => {
  const files = {
    'assemblies.csv': null,
    'rates.csv': null,
    'records.csv': sound['records.csv'].replaceAll('rally', '').replace('20000 KZT', '20000 EUR'),
  };
  expect((await readAll(writeDataset(files))).issues).toEqual([]);
});

test('semicolons, tabs, a byte order mark, Windows line ends and empty rows are read', async () => {
  const [header = '', ...rows] = sound['records.csv'].trimEnd().split('\n');
  const lines = [header, ...rows];
  const variants = [
    lines.map((line) => line.replaceAll(',', ';')).join('\n'),
    lines.map((line) => line.replaceAll(',', '\t')).join('\n'),
    `\ufeff${lines.join('\r\n')}\r\n`,
    [header, '', ...rows, ',,,,,,,,,,', ''].join('\n'),
    lines.map((line) => `${line},,`).join('\n'),
  ];
  for (const variant of variants) {
    const { issues, records } = await readAll(writeDataset({ 'records.csv': variant }));
    expect(issues, variant).toEqual([]);
    expect(records).toHaveLength(3);
  }
});

test('rows are numbered as a spreadsheet shows them: empty ones and cells of several lines included', async () => {
  const [header = '', ...rows] = sound['records.csv'].trimEnd().split('\n');
  const broken = [
    header,
    '',
    rows[0]?.replace('a note', '"a\nnote"'),
    rows[1]?.replace('fine', 'fines'),
    rows[2],
  ];
  const { issues } = await readAll(writeDataset({ 'records.csv': broken.join('\n') }));
  expect(issues.map(({ row, column }) => [row, column])).toEqual([[4, 'kind']]);
});

test('all problems of all files are told at once', async () => {
  const files = {
    'datapackage.json': '{',
    'places.csv': edited('places.csv', '43.24', 'north'),
    'rates.csv': null,
    'records.csv': sound['records.csv'].replace('~10', 'ten').replace('f1,fine', 'f1,fines'),
  };
  const { ok, issues } = await readAll(writeDataset(files));
  expect(ok).toBe(false);
  expect(issues.map(({ file, row, code }) => `${file}:${row} ${code}`)).toEqual([
    'datapackage.json:null unreadable_file',
    'places.csv:3 invalid_value',
    'records.csv:2 unreadable_quantity',
    'records.csv:3 invalid_value',
    'records.csv:3 no_rate',
  ]);
});

test('the manifest’s paths are followed, and `created` is taken as its day', async () => {
  const manifest = JSON.parse(sound['datapackage.json']) as object;
  const resources = [{ name: 'records', path: 'data/acts.csv' }];
  const outcome = await readDataset(
    writeDataset({
      'datapackage.json': JSON.stringify({ ...manifest, created: '2026-11-23T12:00:00Z', resources }),
      'records.csv': null,
      'data/acts.csv': sound['records.csv'],
    }),
  );
  expect(outcome.ok && outcome.reading.meta).toMatchObject({ created: '2026-11-23', synthetic: false });
});

test('progress is told in rows and bytes, and ends at all of them', async () => {
  const told: { rows: number; bytes: number; totalBytes: number }[] = [];
  await readAll(writeDataset(), { onProgress: (done) => told.push(done) });
  const last = told.at(-1);
  expect(last?.rows).toBe(17);
  expect(last?.bytes).toBe(last?.totalBytes);
});

test('the records of a reading are read once', async () => {
  const outcome = await readDataset(writeDataset());
  if (!outcome.ok) throw new Error('not read');
  outcome.reading.records();
  expect(() => outcome.reading.records()).toThrow('can be read once');
});

const [recordsHeader = '', ...recordRows] = sound['records.csv'].trimEnd().split('\n');
const semicolons = (lines: string[]) => lines.map((line) => line.replaceAll(',', ';'));

test.each([
  ['an empty line', ['', recordsHeader, ...recordRows]],
  ['a row of empty cells', [',,,,,,,,,,', recordsHeader, ...recordRows]],
  ['Excel’s sep=,', ['sep=,', recordsHeader, ...recordRows]],
  ['Excel’s sep=; in quotes', ['"sep=;"', ...semicolons([recordsHeader, ...recordRows])]],
  ['Excel’s sep=|', ['sep=|', ...[recordsHeader, ...recordRows].map((line) => line.replaceAll(',', '|'))]],
  ['a byte order mark and sep=;', ['\ufeffsep=;', ...semicolons([recordsHeader, ...recordRows])]],
  ['a title and an empty row', ['Detentions 2012,,,,,,,,,,', ',,,', recordsHeader, ...recordRows]],
  ['a title, with semicolons', ['Detentions 2012', '', ...semicolons([recordsHeader, ...recordRows])]],
])('%s above the header is passed over, and rows keep the numbers of the file', async (_, lines) => {
  const sound = await readAll(writeDataset({ 'records.csv': lines.join('\r\n') }));
  expect(sound.issues).toEqual([]);
  expect(sound.records.map(({ id }) => id)).toEqual(['d1', 'f1', 'd2']);
  const broken = [...lines.slice(0, -1), (lines.at(-1) ?? '').replace('detention', 'detentions')];
  const { issues } = await readAll(writeDataset({ 'records.csv': broken.join('\n') }));
  expect(issues).toMatchObject([{ row: lines.length, column: 'kind' }]);
});

test('where nothing looks like a header, the first row is told to be none', async () => {
  const lines = ['ID,Kind,Where', ...recordRows];
  const { issueKinds, issues } = await readAll(writeDataset({ 'records.csv': lines.join('\n') }));
  expect(issues[0]).toMatchObject({ file: 'records.csv', row: 1, column: 'ID', code: 'unknown_column' });
  expect(issueKinds.find(({ code }) => code === 'unknown_column')).toMatchObject({ column: null, count: 3 });
});

test('a header that is not in the first row is told with the row it is in', async () => {
  const lines = ['Detentions', recordsHeader.replace(',basis', ',base'), ...recordRows];
  const { issues } = await readAll(writeDataset({ 'records.csv': lines.join('\n') }));
  expect(issues.map(({ row, code, column }) => [row, code, column])).toEqual([
    [2, 'unknown_column', 'base'],
    [2, 'missing_column', 'basis'],
  ]);
});

test('the row of a total is one issue', async () => {
  for (const word of ['Total', 'ИТОГО:', 'Барлығы', 'grand total']) {
    const lines = [recordsHeader, ...recordRows, `,,,,,,15,,,,${word}`];
    const { issues, records } = await readAll(writeDataset({ 'records.csv': lines.join('\n') }));
    expect(issues).toMatchObject([{ row: 5, column: null, hint: expect.stringMatching(/^delete the row/) }]);
    expect(records).toHaveLength(3);
  }
});

test('a table that is there as a workbook is told to be saved as CSV', async () => {
  for (const workbook of ['records.xlsx', 'records.ods']) {
    const { issues } = await readAll(writeDataset({ 'records.csv': null, [workbook]: 'PK' }));
    expect(issues).toMatchObject([
      {
        file: 'records.csv',
        code: 'missing_file',
        hint: `open ${workbook} and save it as CSV UTF-8 under the name records.csv`,
      },
    ]);
  }
});

const composed = 'sources/отчёт-й.txt';
const decomposed = composed.normalize('NFD');
const named = (file: string): Files => ({
  'sources.csv': edited('sources.csv', 'sources/statement.txt', file),
  'sources/statement.txt': null,
});

test.each([
  ['both composed', composed, composed],
  ['both decomposed', decomposed, decomposed],
  ['composed in the table only', composed, decomposed],
  ['composed in the folder only', decomposed, composed],
])('a file is found by its name, %s', async (_, typed, there) => {
  const folder = writeDataset({ ...named(typed), [there]: sound['sources/statement.txt'] });
  const outcome = await readDataset(folder);
  if (!outcome.ok) throw new Error('not read');
  expect((await readAll(folder)).issues).toEqual([]);
  expect(outcome.reading.sources.map(({ file }) => file)).toEqual([there, 'sources/diary.txt']);
});

test('of two files whose names look the same the very name is read; where neither is, both are told', async () => {
  const text = sound['sources/statement.txt'];
  for (const typed of [composed, decomposed]) {
    const other = typed === composed ? decomposed : composed;
    const files = { ...named(typed), [typed]: text, [other]: 'Other words.' };
    expect((await readAll(writeDataset(files))).issues).toEqual([]);
  }
  const half = `sources/${'отчёт'.normalize('NFD')}-й.txt`;
  const files = { ...named(half), [composed]: text, [decomposed]: text };
  const { issues } = await readAll(writeDataset(files));
  expect(issues).toMatchObject([
    {
      file: 'sources.csv',
      row: 2,
      column: 'file',
      code: 'invalid_value',
      message: expect.stringContaining('2 whose names'),
    },
  ]);
});

test('the paths of the manifest are names of files too', async () => {
  const path = 'данные-й.csv'.normalize('NFD');
  const resources = JSON.stringify([{ name: 'records', path: path.normalize('NFC') }]);
  const manifest = `{"resources": ${resources}, ${sound['datapackage.json'].slice(1)}`;
  const files = { 'datapackage.json': manifest, 'records.csv': null, [path]: sound['records.csv'] };
  expect((await readAll(writeDataset(files))).issues).toEqual([]);
});

test('a path with \\ is told to be written with /', async () => {
  const files = { 'sources.csv': edited('sources.csv', 'sources/diary.txt', 'sources\\diary.txt') };
  const { issues } = await readAll(writeDataset(files));
  expect(issues).toMatchObject([
    {
      row: 3,
      column: 'file',
      message: 'the file is written with \\',
      hint: 'write sources/diary.txt: a dataset is read on every system',
    },
  ]);
});

test('a source’s file is named as the folder has it, so that what is internal is withheld', async () => {
  const files = { 'sources.csv': edited('sources.csv', 'sources/diary.txt', 'sources//./diary.txt') };
  const outcome = await readDataset(writeDataset(files));
  expect(outcome.ok && outcome.reading.sources.map(({ file }) => file)).toContain('sources/diary.txt');
});

test.each([
  [
    'a quotation that is not there',
    { 'evidence.csv': edited('evidence.csv', 'three of us were taken,', 'three of us were beaten,') },
  ],
  [
    'a quotation that is there twice',
    { 'sources/diary.txt': 'three of us were taken. three of us were taken.' },
  ],
  ['words that are not in it', { 'evidence.csv': edited('evidence.csv', 'taken,three', 'taken,of us who') }],
  [
    'a text that is not UTF-8',
    { 'sources/diary.txt': Buffer.from('On that day three of us were taken\xe9.', 'latin1') },
  ],
  ['a control character', { 'sources/diary.txt': 'On that day three of us \u0007 were taken' }],
  [
    'a refused source',
    { 'sources/diary.txt': null, 'evidence.csv': edited('evidence.csv', 'taken,three', 'taken,of us who') },
  ],
])('of an internal source no issue shows a word: %s', async (_, files) => {
  const { issues } = await readAll(writeDataset(files));
  expect(issues.length).toBeGreaterThan(0);
  expect(JSON.stringify(issues)).not.toMatch(/three|of us|were|taken|beaten|day/);
});

test('of a public source the issue shows where its words leave the quotation', async () => {
  const files = {
    'evidence.csv': edited(
      'evidence.csv',
      'about ten people were detained,',
      'about ten people were beaten,',
    ),
  };
  const { issues } = await readAll(writeDataset(files));
  expect(issues).toMatchObject([
    { stated: 'about ten people were beaten', hint: expect.stringContaining('“detained and two') },
  ]);
});
