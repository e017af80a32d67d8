import { readDataset } from '@article21/ingest';
import { citedCells } from '@article21/model';
import { expect, test } from 'vitest';
import { cited, type Files, readAll, writeDataset } from './folder.ts';

const row = (number: number, ...cells: string[]) => ({ row: number, cells });
const header = ['day', 'city', 'people'];

test('a record rests on the cells of a table, on the whole row, and on an address', async () => {
  const { records, issues, warnings } = await readAll(writeDataset(cited));
  expect([issues, warnings]).toEqual([[], []]);
  const [first, , last] = records.map((record) => record.evidence);
  const table = { header, rows: [row(4, '2012-04-28', 'Almaty', 'about ten people')] };
  expect(first).toEqual([
    { kind: 'row', source: 'list', row: 4, columns: ['city', 'people'], stated: 'about ten', table },
  ]);
  expect(last).toEqual([
    {
      ...{ kind: 'row', source: 'list', row: 7, columns: [], stated: null },
      table: { header, rows: [row(7, '2012-05-02', 'Semey', '3 people')] },
    },
    {
      ...{ kind: 'link', source: 'news', url: 'https://news.example/1', accessed: '2026-11-20' },
      archive: 'http://archive.example/1',
    },
  ]);
  const [cells] = first ?? [];
  expect(cells?.kind === 'row' && citedCells(cells)).toEqual([
    { column: 'city', text: 'Almaty' },
    { column: 'people', text: 'about ten people' },
  ]);
});

test('the table goes on whole, its header found below the title by the names that are cited', async () => {
  const outcome = await readDataset(writeDataset(cited));
  if (!outcome.ok) throw new Error('not read');
  expect([...outcome.reading.texts.keys()]).toEqual(['statement']);
  const table = outcome.reading.tables.get('list');
  expect(table).toMatchObject({ headerRow: 3, header, lastRow: 7 });
  expect([1, 5, 6, 8].map((number) => table?.row(number))).toEqual([
    ['Detentions of 2012'],
    ['2012-05-01', 'Semey', 'two, of one family'],
    [],
    [],
  ]);
  expect(outcome.reading.sources.map(({ kind, file, sheet }) => [kind, file, sheet])).toEqual([
    ['text', 'sources/statement.txt', null],
    ['text', 'sources/diary.txt', null],
    ['table', 'sources/list.csv', '2012'],
    ['links', null, null],
  ]);
});

test('a number that the cited cells state otherwise is warned of', async () => {
  const files = {
    ...cited,
    'evidence.csv': cited['evidence.csv'].replace('d2,list,,,', 'd2,list,,3 people,'),
  };
  expect((await readAll(writeDataset(files))).warnings).toEqual([]);
  const other = { ...files, 'sources/list.csv': cited['sources/list.csv'].replace('3 people', '30 people') };
  const told = { ...other, 'evidence.csv': files['evidence.csv'].replace('3 people', '30 people') };
  expect((await readAll(writeDataset(told))).warnings).toMatchObject([
    { file: 'evidence.csv', row: 4, column: 'stated', code: 'number_not_stated', stated: '30 people' },
  ]);
});

const internal: Files = {
  ...cited,
  'sources.csv': cited['sources.csv']
    .replace('public,its author’s', 'internal,its author’s')
    .replace('public,their', 'internal,their'),
  'sources/list.csv': cited['sources/list.csv'].replaceAll(/people|Semey|Almaty/g, 'Canary $&'),
};
const of = (...rows: string[]): Files => ({
  ...internal,
  'evidence.csv': [cited['evidence.csv'].split('\n', 1)[0], ...rows, ''].join('\n'),
});

test('of an internal table or address nothing goes on but that it is there', async () => {
  const files = of(
    'd1,list,,Canary people,,,4,Canary people,,,',
    'f1,statement,two fined 20000 tenge,two,,,,,,,',
    'd2,news,,,,,,,https://canary.example/1,2026-11-20,https://canary.example/2',
  );
  const folder = writeDataset({
    ...files,
    'evidence.csv': String(files['evidence.csv']).replace(
      ',Canary people,,,4',
      ',about ten Canary people,,,4',
    ),
  });
  const outcome = await readDataset(folder);
  if (!outcome.ok) throw new Error('not read');
  expect([...outcome.reading.tables.keys()]).toEqual([]);
  const { records, issues } = await readAll(folder);
  expect(issues).toEqual([]);
  expect(records.flatMap(({ evidence }) => evidence.filter(({ source }) => source !== 'statement'))).toEqual([
    { kind: 'row', source: 'list', row: null, columns: [], stated: null, table: null },
    { kind: 'link', source: 'news', url: null, accessed: null, archive: null },
  ]);
  expect(JSON.stringify(records)).not.toMatch(/canary/i);
});

test.each([
  ['a column that is not there', 'd2,list,,,,,7,Canary peopel,,,'],
  ['words that are not in the cells', 'd2,list,,Canary four,,,7,,,,'],
  ['a row that is not there', 'd2,list,,,,,Canary,,,,'],
  ['words in the place of an address', 'd2,news,,,,,,,Canary said,2026-11-20,'],
  ['words in the place of a day', 'd2,news,,,,,,,https://canary.example,Canary,'],
  ['a quotation of a table', 'd2,list,Canary said,,,,7,,,,'],
])('nor is a word of it told of %s', async (_, wrong) => {
  const { issues, warnings } = await readAll(writeDataset(of(wrong)));
  expect(issues.filter(({ file }) => file === 'evidence.csv')).not.toEqual([]);
  expect(JSON.stringify([issues, warnings])).not.toMatch(/canary/i);
});

test('nor of what is wrong within its file', async () => {
  const files = { ...internal, 'sources/list.csv': 'day,city\n2012,"Canary \u0007"\n' };
  const { issues } = await readAll(writeDataset(files));
  expect(issues).toMatchObject([
    {
      file: 'sources.csv',
      code: 'forbidden_text',
      stated: 'sources/list.csv',
      message: expect.stringContaining('row 2'),
    },
  ]);
});
