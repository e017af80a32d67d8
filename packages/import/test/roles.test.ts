import { mappingSchema } from '@article21/model/mapping';
import { expect, it } from 'vitest';
import { constantsIn, rolesIn, withRoles } from '../src/index.ts';

const mapping = mappingSchema.parse({
  version: 1,
  dataset: { name: 'd', title: 'D', language: 'ru', licence: 'CC-BY-4.0', created: '2024-01-01' },
  source: {
    ...{ id: 's', title: 'S', publisher: 'P', language: 'ru', visibility: 'public', rights: 'R' },
  },
  key: ['№'],
  columns: { Разогнано: 'ignore', Телефон: 'refuse' },
  shared: { place: { column: 'Город' }, date: { column: 'Дата', order: 'day-first' } },
  records: [
    {
      kind: { value: 'detention' },
      count: { column: 'Задержано', values: { много: '?' }, more_than: 'next' },
    },
  ],
});
const none = { cells: () => [] };
const constants = constantsIn(mapping);

it('says which column has which role, and gives a mapping of the same roles back as it was', () => {
  const roles = rolesIn(mapping);
  expect(Object.fromEntries(roles)).toEqual({
    key: '№',
    date: 'Дата',
    place: 'Город',
    detention: 'Задержано',
  });
  expect(constants).toEqual({ kind: 'detention', place: '', date: '' });
  expect(withRoles(mapping, roles, { constants, columns: none, today: '2024-05-01' })).toEqual(mapping);
});

it('lets another column be counted, and keeps what was answered about those that stay', () => {
  const roles = new Map(rolesIn(mapping)).set('fine', 'Разогнано').set('link', 'Ссылка');
  const { records, columns, shared, source } = withRoles(mapping, roles, {
    ...{ constants, columns: none, today: '2024-05-01' },
  });
  expect(records.map(({ name, count }) => [name, count])).toEqual([
    ['detention', { column: 'Задержано', values: { много: '?' }, more_than: 'next' }],
    ['fine', { column: 'Разогнано', values: {} }],
  ]);
  expect(columns).toEqual({ Телефон: 'refuse' });
  expect(shared.date).toMatchObject({ order: 'day-first' });
  expect(source.links).toEqual({ columns: ['Ссылка'], accessed: '2024-05-01' });
});

it('says for all rows what no column does', () => {
  const roles = new Map([['count', 'Задержано'] as const]);
  const made = withRoles(mapping, roles, {
    ...{ columns: none, today: '2024-05-01' },
    constants: { kind: 'warning', place: 'almaty', date: '2024-03' },
  });
  expect(made.shared).toEqual({ place: { value: 'almaty' }, date: { value: '2024-03' } });
  expect(made.records).toMatchObject([{ kind: { value: 'warning' }, count: { values: { много: '?' } } }]);
  expect(made.key).toEqual([]);
});
