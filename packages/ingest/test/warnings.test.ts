import { type WarningCode, warningCodes } from '@article21/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ReadOptions, readDataset } from '../src/index.ts';
import { namesOtherYear, numbersIn } from '../src/warnings/numbers.ts';
import { farAbove, farApart } from '../src/warnings/unusual.ts';
import { edited, type Files, readAll, sound, writeDataset } from './folder.ts';

type Where = [file: string, row: number | null, column: string | null];
type Case = [says: string, files: Files, code: WarningCode, where: Where, message: RegExp];

const [recordsHeader = '', ...recordRows] = sound['records.csv'].trimEnd().split('\n');
const records = (...rows: string[]) => [recordsHeader, ...recordRows, ...rows, ''].join('\n');
const evidence = (...rows: string[]) => `${sound['evidence.csv']}${rows.map((row) => `${row}\n`).join('')}`;
const quote = 'statement,about ten people were detained,about ten';
const more = (...days: string[]): Files => ({
  'records.csv': records(...days.map((day, i) => `m${i},detention,almaty,${day},,,1${i},,,incident,`)),
  'evidence.csv': evidence(...days.map((_, i) => `m${i},statement,people were detained,people,,`)),
});

const cases: Case[] = [
  [
    'a count that is not what is stated',
    {
      'records.csv': edited('records.csv', ',3,,,incident', ',1200,,,incident'),
      'evidence.csv': edited(
        'evidence.csv',
        'd2,diary,three of us were taken,three',
        'd2,diary,three of us were taken,three of us',
      ),
    },
    'number_not_stated',
    ['evidence.csv', 4, 'stated'],
    /1200/,
  ],
  [
    'an amount that is not what is stated',
    {
      'records.csv': edited('records.csv', '20000 KZT', '200000 KZT'),
      'evidence.csv': edited('evidence.csv', ',two fined 20000 tenge,,', ',fined 20000 tenge,,'),
    },
    'number_not_stated',
    ['evidence.csv', 3, 'stated'],
    /200000 KZT/,
  ],
  [
    'another year in the quotation',
    {
      'sources/statement.txt': sound['sources/statement.txt'].replace(
        'were detained',
        'were detained in 2011',
      ),
      'evidence.csv': edited('evidence.csv', 'were detained', 'were detained in 2011'),
    },
    'other_year',
    ['evidence.csv', 2, 'quote'],
    /the record, 2012-04-28$/,
  ],
  [
    'a record twice',
    {
      'records.csv': records('t1,detention,almaty,2012-04-28,rally,after,~10,,,incident,another note'),
      'evidence.csv': evidence(`t1,${quote},,`),
    },
    'possible_twin',
    ['records.csv', 5, 'id'],
    /row 2/,
  ],
  [
    'a day after the dataset was made',
    more('2042-05-01'),
    'after_created',
    ['records.csv', 5, 'date'],
    /2026-11-23/,
  ],
  [
    'a number far above the others',
    {
      'records.csv': records(
        ...[8, 9, 1373].map((n) => `m${n},detention,almaty,2012-04-29,,,${n},,,incident,`),
      ),
      'evidence.csv': evidence(...[8, 9, 1373].map((n) => `m${n},statement,people were detained,people,,`)),
    },
    'unusual_value',
    ['records.csv', 7, 'count'],
    /more than 20 times/,
  ],
  ['a day far from the others', more('2002-05-01'), 'unusual_value', ['records.csv', 5, 'date'], /far from/],
  [
    'two places whose names differ in a sign',
    {
      'places.csv': `${sound['places.csv']}st1,city,kz,KZ,,,St Example,A,A,,\nst2,city,kz,KZ,,,St. Example,B,B,,\n`,
    },
    'similar_name',
    ['places.csv', 7, 'name_en'],
    /St Example/,
  ],
  [
    'two publishers whose names differ in signs',
    { 'sources.csv': edited('sources.csv', 'a monitor', 'K.I.B.H.R.') },
    'similar_name',
    ['sources.csv', 3, 'publisher'],
    /KIBHR/,
  ],
  [
    'two publishers, one in letters of Cyrillic that look Latin',
    { 'sources.csv': edited('sources.csv', 'a monitor', 'КІВНR') },
    'similar_name',
    ['sources.csv', 3, 'publisher'],
    /KIBHR/,
  ],
  [
    'letters that pictures do not have',
    { 'places.csv': edited('places.csv', 'Семей,Семей,Twin', 'Семей,Нүөрүҥгүрү,Twin') },
    'letters_not_drawn',
    ['places.csv', 5, 'name_kk'],
    /ҥ, and show another of its names, or its id, instead/,
  ],
];

const options: ReadOptions = { undrawable: (text) => [...new Set(text.match(/ҥ/g) ?? [])] };

test.each(cases)('of %s is warned, with its place and what to do', async (_, files, code, where, message) => {
  const { warnings, warningCount, issues, records: read } = await readAll(writeDataset(files), options);
  expect(issues).toEqual([]);
  expect(read.length).toBeGreaterThanOrEqual(3);
  expect(warnings).toMatchObject([
    { file: where[0], row: where[1], column: where[2], code, message: expect.stringMatching(message) },
  ]);
  expect(warnings[0]?.hint).toContain(`write ${code} into the cell confirmed`);
  expect(warningCount).toBe(1);
});

test.each(cases)('a confirmation of %s keeps the warning from coming back', async (_, files, code, where) => {
  const file = where[0];
  const text = String(files[file] ?? sound[file as keyof typeof sound]);
  const lines = text.trimEnd().split('\n');
  const confirmed = (word: string) =>
    lines.map((line, i) => `${line},${i === 0 ? 'confirmed' : i + 1 === where[1] ? word : ''}`).join('\n');
  const taken = await readAll(writeDataset({ ...files, [file]: confirmed(code) }), options);
  expect([taken.issues, taken.warnings]).toEqual([[], []]);
  const other = warningCodes.find((it) => it !== code);
  const still = await readAll(writeDataset({ ...files, [file]: confirmed(`"${other}; "`) }), options);
  expect(still.warnings.map((it) => it.code)).toEqual([code]);
});

test('warnings are told in these words', async () => {
  const told: string[] = [];
  for (const [says, files] of cases)
    for (const { file, row, column, code, stated, message, hint } of (
      await readAll(writeDataset(files), options)
    ).warnings)
      told.push(
        `# ${says}`,
        `${file} ${row} ${column}: ${code}`,
        `  ${message} (${stated})`,
        `  ${hint}`,
        '',
      );
  // After a change of words: vitest -u, and look at what has changed.
  await expect(told.join('\n')).toMatchFileSnapshot('warnings.txt');
});

test('every code of a warning has a test', () => {
  expect(warningCodes.filter((code) => !cases.some(([, , it]) => it === code))).toEqual([]);
});

test('a confirmation of what is no warning is an issue', async () => {
  const lines = sound['records.csv'].trimEnd().split('\n');
  const rows = lines.map((line, i) => `${line},${['confirmed', 'posible_twin', '', ''][i]}`);
  const { issues } = await readAll(writeDataset({ 'records.csv': rows.join('\n') }));
  expect(issues).toMatchObject([
    { row: 2, column: 'confirmed', stated: 'posible_twin', hint: expect.stringContaining('possible_twin?') },
  ]);
});

test('of a sound dataset nothing is warned', async () => {
  expect((await readAll(writeDataset(), options)).warnings).toEqual([]);
});

test('warnings of internal sources hold none of their words', async () => {
  const files = {
    'sources/diary.txt': 'On that day in 2009 three of us were taken.',
    'evidence.csv': edited(
      'evidence.csv',
      'three of us were taken,three',
      'in 2009 three of us were taken,three of us',
    ),
    'records.csv': edited('records.csv', ',3,,,incident', ',4,,,incident'),
  };
  const { warnings } = await readAll(writeDataset(files));
  expect(warnings.map(({ code }) => code).sort()).toEqual(['number_not_stated', 'other_year']);
  expect(JSON.stringify(warnings)).not.toMatch(/three|of us|2009|taken/);
});

test('the twin of any of a thousand records is found, and none of the others is taken for one', async () => {
  const files = more(...Array.from({ length: 1_500 }, () => '2012-05-01'));
  const twins = [
    'again,detention,almaty,2012-05-01,,,10,,,incident,',
    'last,detention,almaty,2012-05-01,,,11499,,,incident,',
  ];
  const rows = ['again', 'last'].map((id) => `${id},statement,people were detained,people,,`);
  const folder = writeDataset({
    'records.csv': `${files['records.csv']}${twins.join('\n')}\n`,
    'evidence.csv': `${files['evidence.csv']}${rows.join('\n')}\n`,
  });
  const { warnings } = await readAll(folder);
  const found = warnings.filter(({ code }) => code === 'possible_twin');
  expect(found.map(({ row, message }) => [row, /row (\d+)/.exec(message)?.[1]])).toEqual([
    [1_505, '5'],
    [1_506, '1504'],
  ]);
});

test('single people are twins only where the same words stand behind them', async () => {
  const single = (id: string) => `${id},detention,almaty,2012-04-29,,,1,,,incident,`;
  const read = (second: string) =>
    readAll(
      writeDataset({
        'records.csv': records(single('a'), single('b')),
        'evidence.csv': evidence(`a,statement,people were detained,people,,`, `b,statement,${second},,`),
      }),
    );
  expect((await read('ten people were detained,people')).warnings).toEqual([]);
  expect((await read('people were detained,people')).warnings.map(({ code }) => code)).toEqual([
    'possible_twin',
  ]);
});

test.each([
  ['12', '12 people', false],
  ['1200', '12 people', true],
  ['1200', '1,200 people', false],
  ['1200', '1 200 people', false],
  ['1200', '1.2 thousand people', false],
  ['3', 'three people', false],
  ['4', 'three people', true],
  ['4', 'трое человек', true],
  ['4', 'үш адам', true],
  ['4', 'one of them', false],
  ['4', 'the people', false],
  ['5', 'three men and two women', false],
  ['30-40', 'some 30-40 residents', false],
  ['101+', 'more than 100', false],
  ['0-19', 'fewer than 20', false],
  ['?', '12 streets', false],
])('a count of %s and the words %j: warned %s', async (count, stated, warned) => {
  const text = `On that day ${stated}, it was said.`;
  const files = {
    'sources/diary.txt': text,
    'evidence.csv': edited('evidence.csv', 'three of us were taken,three', `"${text}","${stated}"`),
    'records.csv': edited('records.csv', ',3,,,incident', `,${count},,,incident`),
  };
  const { warnings, issues } = await readAll(writeDataset(files));
  expect(issues).toEqual([]);
  expect(warnings.map(({ code }) => code)).toEqual(warned ? ['number_not_stated'] : []);
});

test('a record that spans two sources is stated by numbers between its bounds', async () => {
  const files = {
    'sources/diary.txt': 'There were 9 of us, and 12 of us, and 15 of us, and 20 of us.',
    'evidence.csv': edited(
      'evidence.csv',
      'd2,diary,three of us were taken,three,,',
      [
        'd2,diary,There were 9,9,,',
        'd2,diary,12 of us,12,,',
        'd2,diary,15 of us,15,,',
        'd2,diary,20 of us,20,,',
      ].join('\n'),
    ),
    'records.csv': edited('records.csv', ',3,,,incident', ',9-15,,,incident'),
  };
  const { warnings, issues } = await readAll(writeDataset(files));
  expect(issues).toEqual([]);
  expect(warnings).toMatchObject([{ code: 'number_not_stated', stated: null, row: 7 }]);
});

test('numbers are read in digits, with separators and units', () => {
  const read = (text: string) => numbersIn(text).map((all) => [...all]);
  expect(read('46,150 tenge')).toEqual([[46150, 46.15]]);
  expect(read('in 2017 and 8')).toEqual([[2017], [8]]);
  expect(read('2 млн')[0]).toContain(2_000_000);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 99_999_999 }),
      fc.constantFrom(',', '.', ' ', '’'),
      (number, sign) => {
        const cell = String(number).replace(/\B(?=(\d{3})+$)/g, sign);
        expect(numbersIn(`some ${cell} people`)[0]).toContain(number);
      },
    ),
  );
});

test('years are years and no other numbers', () => {
  expect(namesOtherYear('in 2011 they', 2012, 2012)).toBe(true);
  expect(namesOtherYear('in 2011 and 2012 they', 2012, 2012)).toBe(false);
  expect(namesOtherYear('from 2011 on', null, 2012)).toBe(false);
  expect(namesOtherYear('in 2013', null, 2012)).toBe(true);
  for (const text of ['2011 people', '2000 tenge', '2000 EUR', '12011', '2,011', 'No. 373-2011', 'nothing'])
    expect(namesOtherYear(text, 2012, 2012), text).toBe(false);
});

test('what is far above the rest is found, and a long tail is not', () => {
  expect(farAbove([10, 10, 8, 1373]).found).toEqual([3]);
  expect(farAbove([10, 8, 1373]).found).toEqual([]);
  expect(farAbove([1, 1, 1, 12, 15, 20]).found).toEqual([]);
  const tail = Array.from({ length: 1_000 }, (_, i) => 1 + Math.floor(i ** 2 / 1_000));
  expect(farAbove(tail).found).toEqual([]);
  expect(farAbove([...tail, 60_000]).found).toEqual([1_000]);
});

test('days that lie apart at either end are found, and two groups of days are not', () => {
  const spring = Array.from({ length: 300 }, (_, i) => 15_000 + (i % 90));
  expect(farApart(spring)).toEqual([]);
  expect(farApart([...spring, 11_000])).toEqual([300]);
  expect(farApart([...spring, 18_000, 18_010])).toEqual([300, 301]);
  expect(farApart([...spring, ...spring.map((day) => day + 3_000)])).toEqual([]);
  expect(farApart([15_000, 11_000, 15_010])).toEqual([1]);
  expect(farApart([15_000, 11_000])).toEqual([]);
});

test('the embedded dataset’s kind of outcome: warnings do not keep records from being read', async () => {
  const outcome = await readDataset(writeDataset(more('2042-05-01')));
  if (!outcome.ok) throw new Error('not read');
  let count = 0;
  for await (const _ of outcome.reading.records()) count += 1;
  expect([count, outcome.reading.issues(), outcome.reading.found().warningCount]).toEqual([4, [], 1]);
});

test('letters of the manifest that pictures do not have are told, unless that is confirmed', async () => {
  const manifest = (more: object) =>
    JSON.stringify({ ...(JSON.parse(sound['datapackage.json']) as object), title_kk: 'Ҥ', ...more });
  const read = (more: object) =>
    readAll(writeDataset({ 'datapackage.json': manifest(more) }), {
      undrawable: (text) => text.match(/Ҥ/g) ?? [],
    });
  expect((await read({})).warnings).toMatchObject([
    {
      file: 'datapackage.json',
      row: null,
      column: 'title_kk',
      code: 'letters_not_drawn',
      stated: 'Ҥ',
      message: expect.stringContaining('boxes'),
    },
  ]);
  expect((await read({ confirmed: ['letters_not_drawn'] })).warnings).toEqual([]);
});
