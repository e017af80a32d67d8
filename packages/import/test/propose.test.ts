import type { TablePart } from '@article21/ingest/tables';
import { expect, it } from 'vitest';
import { proposeMapping } from '../src/propose.ts';

async function propose(...rows: string[][]) {
  async function* parts(): AsyncGenerator<TablePart> {
    yield { head: { format: 'csv', encoding: 'utf-8', separator: ',', sheet: null, sheets: [] } };
    yield { rows: rows.map((cells, i) => ({ row: i + 1, cells })) };
  }
  const proposed = await proposeMapping(parts(), { table: 'list.csv', folder: 'data', today: '2024-05-01' });
  if ('problem' in proposed) throw new Error(proposed.problem.message);
  return proposed;
}

it('makes a record of each column that tells of a restriction, also where only money or days do', async () => {
  const { mapping, remarks: said } = await propose(
    ['Дата', 'Город', 'Задержано', 'Сумма штрафа', 'Арест, сутки', 'Решение', 'Телефон'],
    ['12.06.2013', 'Алматы', '5', '17 310 тенге', '', '', ''],
    ['13.06.2013', 'Астана', '', '', '15', 'отказ', '+7'],
  );
  expect(mapping.records).toEqual([
    {
      name: 'detention',
      when: { column: 'Задержано', filled: true },
      kind: { value: 'detention' },
      count: { column: 'Задержано', values: {} },
    },
    {
      name: 'fine',
      when: { column: 'Сумма штрафа', filled: true },
      kind: { value: 'fine' },
      count: { value: '?' },
      amount: { column: 'Сумма штрафа', values: {} },
    },
    {
      name: 'arrest',
      when: { column: 'Арест, сутки', filled: true },
      kind: { value: 'arrest' },
      count: { value: '?' },
      days: { column: 'Арест, сутки', values: {} },
    },
  ]);
  expect(said).not.toContainEqual({ code: 'role', values: { column: 'Решение', role: 'kind' } });
  expect(said.at(-1)).toEqual({ code: 'open_columns', values: { columns: ['Решение', 'Телефон'] } });
  expect(mapping.columns).toEqual({});
});

it('asks about comments, which may name people, and publishes none of them by itself', async () => {
  const { mapping, remarks: said } = await propose(
    ['Дата', 'Город', 'Задержано', 'Комментарий'],
    ['1.06.2013', 'Алматы', '5', 'имя, телефон'],
  );
  expect(JSON.stringify(mapping)).not.toContain('Комментарий');
  expect(said).toContainEqual({ code: 'open_columns', values: { columns: ['Комментарий'] } });
});

it('says which day of reading it writes beside addresses', async () => {
  const { mapping, remarks: said } = await propose(
    ['Дата', 'Город', 'Ссылка'],
    ['1.06.2013', 'Алматы', 'https://example.org'],
  );
  expect(mapping.source.links).toEqual({ columns: ['Ссылка'], accessed: '2024-05-01' });
  expect(said.at(-1)).toEqual({ code: 'accessed', values: { day: '2024-05-01' } });
});

it.each(['city_state', 'City, State', 'city/state', 'Город_область'])(
  'takes %s for the place, however its words are joined',
  async (name) => {
    const { mapping } = await propose(['date', name, 'arrests'], ['2024-05-01', 'Berlin', '2']);
    expect(mapping.shared.place).toMatchObject({ column: name });
  },
);

it.each([
  [
    ['Штрафы', 'Сумма штрафов'],
    ['Штрафы', 'Сумма штрафов'],
  ],
  [
    ['Bußgeld (Anzahl)', 'Höhe'],
    ['Bußgeld (Anzahl)', 'Höhe'],
  ],
  [
    ['Fines (number)', 'Fine'],
    ['Fines (number)', 'Fine'],
  ],
])('tells a number of fines from their sum: %s', async (names, [count, amount]) => {
  const { mapping } = await propose(['date', 'city', ...names], ['2024-05-01', 'Berlin', '2', '100 EUR']);
  expect(mapping.records).toMatchObject([
    { kind: { value: 'fine' }, count: { column: count }, amount: { column: amount } },
  ]);
});

it('takes a column of fines for their sum where its cells name a currency', async () => {
  for (const [name, cells] of [
    ['Bußgelder', ['1.234,50 €', '', '75,00 €']],
    ['Штрафы', ['17 310 тенге', '5 МРП', '20 000 тенге']],
    ['Fines', ['$1,500', '$250.00', '']],
  ] as const) {
    const rows = cells.map((cell) => ['2024-05-01', 'Berlin', cell]);
    const { mapping } = await propose(['date', 'city', name], ...rows);
    expect(mapping.records, name).toMatchObject([
      { kind: { value: 'fine' }, count: { value: '?' }, amount: { column: name } },
    ]);
  }
});

it('takes how many people a row is about from the column that says so, in any language', async () => {
  for (const name of ['Сколько человек', 'Number of people', 'Адам саны', 'Anzahl Personen']) {
    const { mapping } = await propose(
      ['Дата', 'Город', 'Что произошло', name],
      ['12.06.2013', 'Алматы', 'задержание', 'около 10'],
      ['13.06.2013', 'Астана', 'задержание', '3-5'],
    );
    expect(mapping.records).toMatchObject([{ kind: { column: 'Что произошло' }, count: { column: name } }]);
  }
});

it('asks about such a column where others count already', async () => {
  const { mapping, remarks: said } = await propose(
    ['Дата', 'Город', 'Задержано', 'Сколько человек'],
    ['12.06.2013', 'Алматы', '5', '70'],
  );
  expect(mapping.records).toMatchObject([{ count: { column: 'Задержано' } }]);
  expect(mapping.columns).not.toHaveProperty('Сколько человек');
  expect(said).toContainEqual({ code: 'open_columns', values: { columns: ['Сколько человек'] } });
});

it('asks about every column under a name that no list has, and not about one without name and cells', async () => {
  const { mapping, remarks: said } = await propose(
    ['Дата', 'Город', 'Задержано', 'Пострадало от газа', 'Решение акимата', 'Телефон', '', ''],
    ['12.06.2013', 'Алматы', '5', '70', 'отказ', '87011234567', '', 'срочно'],
    ['13.06.2013', 'Алматы', '6', '~20', '', '87011234568', '', ''],
  );
  expect(mapping.columns).toEqual({ '[G]': 'ignore' });
  expect(said).toContainEqual({
    code: 'open_columns',
    values: { columns: ['Пострадало от газа', 'Решение акимата', 'Телефон', '[H]'] },
  });
});

it.each([
  ['№', ['1', '2', '3'], 'row number'],
  ['No.', ['1', '2', '3'], 'row number'],
  ['#', ['1.', '2.', '1.'], 'row number'],
  ['Lfd. Nr.', ['1', '2', '3'], 'row number'],
  ['Р/с', ['1', '2', '3'], 'row number'],
  // With gaps, or with letters, it stays with its row; and an id is one whatever it looks like.
  ['№', ['1', '2', '4'], 'key'],
  ['№', ['А-1', 'А-2', 'А-3'], 'key'],
  ['ID', ['1', '2', '3'], 'key'],
])('tells the number of a row in its file from its own: %s %s', async (name, numbers, is) => {
  const { mapping, remarks: said } = await propose(
    [name, 'Дата', 'Город', 'Задержано'],
    ['Июнь', '', '', ''],
    ...numbers.map((number) => [number, '12.06.2013', 'Алматы', '5']),
  );
  expect(mapping.key).toEqual(is === 'key' ? [name] : []);
  expect(mapping.columns).toEqual(is === 'key' ? {} : { [name]: 'ignore' });
  const remark = { code: 'row_numbers', values: { columns: [name] } };
  expect(said.filter(({ code }) => code === 'row_numbers')).toEqual(is === 'key' ? [] : [remark]);
});

it('takes the country whose towns of these names are far the larger, and none where they are alike', async () => {
  const country = async (...towns: string[]) => {
    const rows = towns.map((town) => ['2019-05-01', town, '5']);
    return (await propose(['Datum', 'Ort', 'Festnahmen'], ...rows)).mapping.places.country;
  };
  expect(await country('Berlin', 'Potsdam')).toBe('DE');
  expect(await country('Springfield')).toBe('US');
  expect(await country('Worcester')).toBeUndefined();
});

it('finds the column of kinds by its cells where nobody knows its name, and takes no comments for it', async () => {
  const { mapping } = await propose(
    ['Дата', 'Город', 'Что сделали', 'Подробно', 'Сколько человек'],
    ['12.06.2013', 'Алматы', 'задержание', 'задержаны у акимата', '5'],
    ['13.06.2013', 'Астана', 'штраф', 'оштрафован судом', '1'],
    ['14.06.2013', 'Тараз', 'задержание', 'задержание на площади', '2'],
    ['15.06.2013', 'Орал', 'пикет', 'арест после суда', '3'],
  );
  expect(mapping.records).toMatchObject([
    { kind: { column: 'Что сделали', values: { задержание: 'detention', штраф: 'fine' } } },
  ]);
});
