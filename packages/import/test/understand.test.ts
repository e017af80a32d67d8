import type { TablePart } from '@article21/ingest/tables';
import { createVocabulary, usualVocabulary } from '@article21/model';
import { type Mapping, mappingSchema } from '@article21/model/mapping';
import { expect, it } from 'vitest';
import { withAnswer } from '../src/questions.ts';
import { type UnderstoodRow, understand } from '../src/understand.ts';
import { base } from './tables.ts';

const KNOWN = { places: [], isNew: true, ids: new Set<string>(), vocabulary: usualVocabulary };

async function* parts(...rows: string[]): AsyncGenerator<TablePart> {
  yield { head: { format: 'csv', encoding: 'utf-8', separator: ',', sheet: null, sheets: [] } };
  yield { rows: rows.map((row, i) => ({ row: i + 1, cells: row.split(',') })) };
}

it('takes a kind that the dataset declares by its id and by its label in any language, and proposes it', async () => {
  const kind = {
    id: 'attack_on_journalist',
    label_en: 'Attack on a journalist',
    label_ru: 'Нападение на журналиста',
    definition_en: 'A journalist was hit.',
  };
  const vocabulary = createVocabulary({ kinds: [kind], measures: [] });
  const mapping = mappingSchema.parse({
    ...base,
    records: [{ kind: { column: 'Вид' }, count: { column: 'Задержано' } }],
  });
  const rows = ['attack_on_journalist', 'нападение  на журналиста', 'detention', 'нападение'].map(
    (cell, i) => `${i},12.06.2013,Алматы,5,,${cell}`,
  );
  const taken: UnderstoodRow[] = [];
  const { questions } = await understand(
    parts(`${HEADER},Вид`, ...rows),
    mapping,
    { ...KNOWN, vocabulary },
    (row) => taken.push(row),
  );
  expect(taken.map(({ records: [record] }) => record?.fields.kind?.text)).toEqual([
    'attack_on_journalist',
    'attack_on_journalist',
    'detention',
    null,
  ]);
  expect(questions).toMatchObject([{ value: 'нападение', proposals: vocabulary.kinds }]);
});

async function read(mapping: object, ...rows: string[]) {
  const taken: UnderstoodRow[] = [];
  const parsed: Mapping = mappingSchema.parse({ ...base, ...mapping });
  const understanding = await understand(parts(...rows), parsed, KNOWN, (row) => taken.push(row));
  return { ...understanding, taken, mapping: parsed };
}

const HEADER = '№,Дата,Город,Задержано,Ссылка';

it('finds the header below titles, and leaves out and counts sums, titles of months, empty rows and rows it is told', async () => {
  const { header, leftOut, records, questions } = await read(
    { table: { leave_out: [8] } },
    ...[
      'Список за 2013 год,,,,',
      ',,,,',
      HEADER,
      'Июнь,,,,',
      '1,12.06.2013,Алматы,5,',
      ',,,,',
      'Итого:,,,5,',
      '2,13.06.2013,Алматы,5,',
      ',,,Всего 5,',
    ],
  );
  expect(header?.row).toBe(3);
  expect(leftOut).toEqual({ empty: 1, sum: 2, title: 1, named: 1, again: 0, unmatched: 0 });
  expect([records, questions]).toEqual([1, []]);
});

it.each([
  ...['Итого,,,5,', ',Summe,,5,', ',,Всего,5,', 'Total,Total,,5,'],
  ...['Итого за апрель,,,5,', ',Summe Mai 2024,,5,', 'Total for 2024,,,5,', ',,сәуір бойынша барлығы,5,'],
])('leaves out a sum whose word stands in a column that is taken: %s', async (sum) => {
  const { leftOut, records, questions } = await read({}, HEADER, '1,12.06.2013,Алматы,5,', sum);
  expect([leftOut.sum, records, questions]).toEqual([1, 1, []]);
});

it('carries cells down where it is told', async () => {
  const { taken } = await read(
    { table: { carry_down: ['Город', 'Дата'] } },
    HEADER,
    '1,12.06.2013,Алматы,5,',
    '2,,,6,',
  );
  expect(taken[1]?.records[0]?.fields).toMatchObject({
    place: { text: 'almaty' },
    date: { text: '2013-06-12' },
    count: { text: '6' },
  });
});

it.each(['Всего за день 5', 'Total of 5 detained', 'Total may be higher', 'Итого за апрель 5'])(
  'takes a comment that begins as the word for a sum does for no sum: %s',
  async (comment) => {
    const { taken, leftOut } = await read(
      { table: { carry_down: ['Город', 'Дата'] } },
      `${HEADER},Заметки`,
      '1,12.06.2013,Алматы,5,,',
      `2,,,5,,${comment}`,
    );
    expect([leftOut.sum, taken[1]?.records.length]).toEqual([0, 1]);
  },
);

it('names the rows in which the cell for addresses has none', async () => {
  const { remarks } = await read(
    { source: { ...base.source, links: { columns: ['Ссылка'], accessed: '2024-05-01' } }, columns: {} },
    HEADER,
    '1,12.06.2013,Алматы,5,http://example.org/1',
    '2,13.06.2013,Алматы,5,по телефону',
    '3,14.06.2013,Алматы,5,',
  );
  expect(remarks).toContainEqual({ code: 'no_address', values: { rows: ['3'] } });
});

it('asks once per value with its frequency and rows, and takes the answer for every equal cell', async () => {
  const rows = [
    HEADER,
    '1,12.06.2013,Алматы,сотни,',
    '2,13.06.2013,Алматы,сотни,',
    '3,13.06.2013,Алматы,более 250,',
  ];
  const { questions, mapping } = await read({}, ...rows);
  expect(questions).toMatchObject([
    { column: 'Задержано', value: 'сотни', count: 2, rows: [2, 3], proposals: ['?', '200+'] },
    { column: 'Задержано', value: null, count: 1, rows: [4], proposals: ['next', 'same'] },
  ]);
  const answered = questions.reduce((it, { at, proposals }) => withAnswer(it, at, proposals[0]), mapping);
  const { questions: open, taken } = await read(answered, ...rows);
  expect(open).toEqual([]);
  expect(taken.map(({ records }) => records[0]?.fields.count?.text)).toEqual(['?', '?', '251+']);
});

it('decides the order of dates once for a column, and the year of dates without one', async () => {
  const rows = [HEADER, '1,4/5/2013,Алматы,5,', '2,12.06.,Алматы,5,'];
  const { questions, mapping } = await read({}, ...rows);
  expect(questions.map(({ at }) => at)).toEqual([
    ['shared', 'date', 'order'],
    ['shared', 'date', 'year'],
  ]);
  const answered = withAnswer(
    withAnswer(mapping, ['shared', 'date', 'order'], 'day-first'),
    ['shared', 'date', 'year'],
    2013,
  );
  const { taken } = await read(answered, ...rows);
  expect(taken.map(({ records }) => records[0]?.fields.date?.text)).toEqual(['2013-05-04', '2013-06-12']);
});

it('reads a date of three columns', async () => {
  const date = { day: 'День', month: 'Месяц', year: 'Год' };
  const rows = [
    '№,День,Месяц,Год,Город,Задержано',
    '1,5,6,2013,Алматы,5',
    '2,5,июня,2013,Алматы,5',
    '3,,6,2013,Алматы,5',
    '4,,,2013,Алматы,5',
    '5,,,,Алматы,5',
  ];
  const { taken, questions } = await read({ columns: {}, shared: { ...base.shared, date } }, ...rows);
  expect(questions).toEqual([]);
  expect(taken.map(({ records }) => records[0]?.fields.date?.text)).toEqual([
    '2013-06-05',
    '2013-06-05',
    '2013-06',
    '2013',
    null,
  ]);
});

it('asks what becomes of each column that no field takes, and refuses a filled cell of one that must be empty', async () => {
  const { questions } = await read({ columns: {} }, HEADER, '1,12.06.2013,Алматы,5,x');
  expect(questions).toMatchObject([
    { column: 'Ссылка', at: ['columns', 'Ссылка'], proposals: ['ignore', 'keep', 'refuse'] },
  ]);
  const { refusals } = await read(
    { columns: { Ссылка: 'refuse' } },
    HEADER,
    '1,12.06.2013,Алматы,5,x',
    '2,12.06.2013,Алматы,5,',
  );
  expect(refusals).toMatchObject([{ row: 2, column: 'Ссылка', value: null }]);
});

it('names the column that is not there, with the one that is meant, and those that moved', async () => {
  const renamed = await read({}, '№,Дата,Город,Задержаны,Ссылка', '1,12.06.2013,Алматы,5,');
  expect(renamed.refusals).toMatchObject([
    { column: 'Задержано', why: { code: 'column_renamed', values: { near: 'Задержаны' } } },
  ]);
  const { remarks: said } = await read(
    { table: { columns: HEADER.split(',') } },
    'Город,№,Дата,Задержано,Ссылка,Новое',
    'Алматы,1,12.06.2013,5,,',
  );
  expect(said).toEqual([
    { code: 'moved', values: { columns: ['Город'] } },
    { code: 'new_columns', values: { columns: ['Новое'] } },
    { code: 'ignored_columns', values: { columns: ['Ссылка'] } },
  ]);
});

it('asks whether equal rows are one event, by the key or by all cells that are taken', async () => {
  const rows = [HEADER, '1,12.06.2013,Алматы,5,', '1,12.06.2013,Алматы,6,'];
  expect((await read({}, ...rows)).questions).toMatchObject([
    { column: '№', at: ['equal_rows'], proposals: ['each', 'once'] },
  ]);
  expect((await read({ equal_rows: 'once' }, ...rows)).leftOut.again).toBe(1);
  expect((await read({ equal_rows: 'each' }, ...rows)).taken.map(({ records }) => records[0]?.id)).toEqual([
    'list-1',
    'list-1-n2',
  ]);
  const twins = await read(
    { key: [], columns: { Ссылка: 'ignore', '№': 'ignore' } },
    HEADER,
    '1,12.06.2013,Алматы,5,',
    '2,12.06.2013,Алматы,5,',
  );
  expect(twins.questions).toMatchObject([{ column: null, at: ['equal_rows'] }]);
});

it('asks for a place with those that are near, and takes an answer by number, id or a place of one’s own', async () => {
  const rows = [HEADER, '1,12.06.2013,Алмааты,5,', '2,12.06.2013,у акимата,5,', '3,12.06.2013,,5,'];
  const { questions } = await read({}, ...rows);
  expect(questions.map(({ value }) => value)).toEqual(['Алмааты', 'у акимата', '']);
  const [near] = questions;
  expect(near?.proposals[0]).toBe('geonames-1526384');
  expect(near?.notes?.['geonames-1526384']).toMatchObject({
    name: 'Almaty',
    name_ru: 'Алматы',
    country: 'KZ',
    population: expect.any(Number),
  });
  const names = { Алмааты: 'geonames-1526384', 'у акимата': 'akimat', '': 'akimat' };
  const add = { akimat: { kind: 'settlement', country: 'KZ', name_ru: 'У акимата' } };
  const { taken, places, questions: open } = await read({ places: { country: 'KZ', names, add } }, ...rows);
  expect(open).toEqual([]);
  expect(taken.map(({ records }) => records[0]?.fields.place?.text)).toEqual(['almaty', 'akimat', 'akimat']);
  expect([...places.keys()]).toEqual(['kazakhstan', 'almaty', 'akimat']);
});

it('has a town once, however its cells are written and answered, and proposes the one that is there', async () => {
  const rows = [HEADER, '1,12.06.2013,Алматы,5,', '2,12.06.2013,Алмата,5,', '3,12.06.2013,Карагонда,5,'];
  const { questions } = await read({}, ...rows);
  expect(questions.map(({ proposals }) => proposals)).toEqual([['almaty'], ['geonames-609655']]);
  const names = { Алмата: 'geonames-1526384', Карагонда: 'geonames-609655' };
  const again = [...rows, '4,12.06.2013,Караганда,5,'];
  const { taken, places } = await read({ places: { country: 'KZ', names } }, ...again);
  const ids = ['almaty', 'almaty', 'karagandy', 'karagandy'];
  expect(taken.map(({ records }) => records[0]?.fields.place?.text)).toEqual(ids);
  expect([...places.keys()]).toEqual(['kazakhstan', 'almaty', 'karaganda-region', 'karagandy']);
});

it.each([
  [
    'a city of the folder, of which another source says where it lies',
    { lat: 43.3, lon: 76.9 },
    'almaty-city',
  ],
  ['a city of the folder without coordinates', {}, 'almaty-city'],
  ['a region of the same name', { kind: 'region' }, 'almaty'],
  ['a town of the same name elsewhere', { lat: 50, lon: 60 }, 'almaty'],
])('takes a number of the gazetteer for the place that it is: %s', async (_, own, id) => {
  const there = { id: 'almaty-city', kind: 'city', country: 'KZ', aliases: [], name_en: 'Almaty', ...own };
  const mapping = { ...base, places: { country: 'KZ', names: { Алмата: 'geonames-1526384' } } };
  const { records } = await new Promise<UnderstoodRow>((take, fail) =>
    understand(
      parts(HEADER, '1,12.06.2013,Алмата,5,'),
      mappingSchema.parse(mapping),
      { ...KNOWN, places: [there] },
      take,
    ).catch(fail),
  );
  expect(records[0]?.fields.place?.text).toBe(id);
});

it('splits a city from its state', async () => {
  const english = {
    places: {},
    columns: {},
    key: ['id'],
    records: base.records,
    shared: { place: { column: 'Город' } },
  };
  const { taken, places } = await understandCells(
    english,
    ['id', 'Город', 'Задержано'],
    ['1', 'Madison, WI', '5'],
  );
  expect(taken[0]?.records[0]?.fields.place?.text).toBe('madison');
  expect(places.get('madison')).toMatchObject({ country: 'US', name_en: 'Madison' });
});

async function understandCells(mapping: object, ...rows: string[][]) {
  const taken: UnderstoodRow[] = [];
  async function* given(): AsyncGenerator<TablePart> {
    yield { rows: rows.map((cells, i) => ({ row: i + 1, cells })) };
  }
  const result = await understand(given(), mappingSchema.parse({ ...base, ...mapping }), KNOWN, (row) =>
    taken.push(row),
  );
  return { ...result, taken };
}

it('asks about an empty cell where a record needs it', async () => {
  const { questions } = await read({}, HEADER, '1,12.06.2013,Алматы,,');
  expect(questions).toMatchObject([
    {
      ...{ column: 'Задержано', value: '', proposals: ['?'], at: ['records', 0, 'count', 'values', ''] },
      question: {
        code: 'needed_unless',
        values: { rule: 'records[0]', when: '"when":{"column":"Задержано","filled":true}' },
      },
    },
  ]);
});

it('counts and names the rows of which no record is made', async () => {
  const when = { column: 'Задержано', filled: true };
  const { leftOut, remarks, records } = await read(
    { records: [{ ...base.records[0], when }] },
    HEADER,
    '1,12.06.2013,Алматы,5,',
    '2,13.06.2013,Алматы,,',
    '3,14.06.2013,Алматы,—,',
  );
  expect([records, leftOut.unmatched]).toEqual([1, 2]);
  expect(remarks).toEqual([
    { code: 'ignored_columns', values: { columns: ['Ссылка'] } },
    { code: 'unmatched', values: { rows: ['3', '4'] } },
  ]);
});

it('refuses what no dataset may hold, with row and column, but not in what is ignored', async () => {
  const { refusals } = await read({}, HEADER, '1,12.06.2013,Алматы,5\u0007,\u0007');
  expect(refusals).toMatchObject([{ row: 2, column: 'Задержано' }]);
});

it('says which names it looked for where there is no header', async () => {
  const { refusals } = await read({}, 'a,b', '1,2');
  expect(refusals).toMatchObject([
    {
      row: 1,
      value: 'a | b',
      why: { code: 'no_header', values: { columns: expect.arrayContaining(['№', 'Город']) } },
    },
  ]);
});

it('asks again about an answer that its field cannot hold, of a cell and of all rows', async () => {
  const date = { column: 'Дата', values: { вчера: 'ABC' } };
  const { questions } = await read(
    {
      shared: { ...base.shared, date },
      records: [{ ...base.records[0], count: { column: 'Задержано', values: { много: 'lots' } } }],
    },
    HEADER,
    '1,вчера,Алматы,много,',
  );
  expect(questions.map(({ question, at }) => [question.code, at.at(-1)])).toEqual([
    ['answered_otherwise', 'вчера'],
    ['answered_otherwise', 'много'],
  ]);
  const all = await read(
    { shared: { ...base.shared, date: { value: 'soon' } }, columns: { Ссылка: 'ignore', Дата: 'ignore' } },
    HEADER,
    '1,вчера,Алматы,5,',
  );
  expect(all.questions).toMatchObject([
    { question: { code: 'answered_otherwise' }, at: ['shared', 'date', 'value'] },
  ]);
});

const MONEY = 'Дата,Город,Людей,Штраф (тенге)';
const inMoney = (values: object = {}) => ({
  key: [],
  columns: {},
  records: [
    { kind: { value: 'fine' }, count: { column: 'Людей' }, amount: { column: 'Штраф (тенге)', values } },
  ],
});

it('takes the currency of amounts from the heading of their column, and names it in what it proposes', async () => {
  const rows = [MONEY, '1.06.2013,Алматы,2,369 200', '2.06.2013,Алматы,3,100 000/150 000'];
  const { questions, taken } = await read(inMoney(), ...rows);
  expect(taken[0]?.records[0]?.fields.amount?.text).toBe('369200 KZT');
  expect(questions).toMatchObject([
    { value: '100 000/150 000', proposals: ['100000-150000 KZT', '100000 KZT', '150000 KZT'] },
  ]);
});

it.each(['100000-150000 KZT', '100000-150000', '100 000 – 150 000 тенге'])(
  'takes an answer that is typed as a cell may be: %s',
  async (answer) => {
    const rows = [MONEY, '2.06.2013,Алматы,3,100 000/150 000'];
    const { questions, taken } = await read(inMoney({ '100 000/150 000': answer }), ...rows);
    expect([questions, taken[0]?.records[0]?.fields.amount?.text]).toEqual([[], '100000-150000 KZT']);
  },
);

it('asks for the currency before it proposes amounts where nobody has said it', async () => {
  const { questions } = await read(
    { records: [{ kind: { value: 'fine' }, count: { value: '1' }, amount: { column: 'Задержано' } }] },
    HEADER,
    '1,12.06.2013,Алматы,100/150,',
  );
  expect(questions).toMatchObject([{ question: { code: 'currency' } }]);
});

it('leaves out a sum that fills most columns, because it says neither where nor when', async () => {
  const { leftOut, records } = await read(inMoney(), MONEY, '1.06.2013,Алматы,2,5000', 'Всего,,2,5000');
  expect([leftOut.sum, records]).toEqual([1, 1]);
});
