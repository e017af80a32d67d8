import { expect, it } from 'vitest';
import { createPlaces } from '../src/places.ts';
import { proposeMapping } from '../src/propose.ts';
import { townsWithoutRegion } from '../src/regions.ts';
import { rolesIn, withRoles } from '../src/roles.ts';
import { knownPlaces } from '../src/typed-place.ts';
import { base, useFolder } from './tables.ts';

const folder = useFolder();
const mapping = {
  ...base,
  columns: {},
  places: { country: 'KZ', region: 'Область' },
};
const header = '№,Дата,Город,Область,Задержано\n';
const table = (...rows: string[]) => folder.write('list.csv', header + rows.join('\n'));
const placesOf = () =>
  folder
    .read('data/places.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',').slice(0, 3).join(' '));

it('makes places of the regions, and puts the towns of a table into them', async () => {
  table(
    '1,2024-05-01,Уральск,Западно-Казахстанская область,3',
    '2,2024-05-02,Алматы,г. Алматы,2',
    '3,2024-05-03,,Актюбинская обл.,1',
  );
  const { done } = await folder.import('list.csv', mapping);
  expect(done).toBe(true);
  expect(placesOf()).toEqual([
    'kazakhstan country ',
    'west-kazakhstan-region region kazakhstan',
    'oral city west-kazakhstan-region',
    'almaty city kazakhstan',
    'aktobe-region region kazakhstan',
  ]);
  expect(folder.read('data/records.csv')).toContain(',aktobe-region,2024-05-03,');
});

it('has two places of one name in two regions, and finds each of them in the next table', async () => {
  const rows = ['1,2024-05-01,Абай,Карагандинская область,3', '2,2024-05-02,Абай,Туркестанская область,2'];
  table(...rows);
  const asked = await folder.import('list.csv', mapping);
  expect(asked.understanding.questions.map(({ value, at }) => [value, at])).toEqual([
    ['Абай, Туркестанская область', ['places', 'names', 'Абай, Туркестанская область']],
  ]);
  const answered = {
    ...mapping,
    places: {
      ...mapping.places,
      names: { 'Абай, Туркестанская область': 'abay-turkestan' },
      add: { 'abay-turkestan': { kind: 'settlement', country: 'KZ', name_ru: 'Абай' } },
    },
  };
  expect((await folder.import('list.csv', answered)).done).toBe(true);
  expect(placesOf().filter((it) => it.startsWith('abay'))).toEqual([
    'abay city karaganda-region',
    'abay-turkestan settlement turkistan-region',
  ]);
  const kept = JSON.parse(folder.read('data/import/list.json'));
  table(...rows, '3,2024-06-01,Абай,Туркестанская область,7');
  const next = await folder.import('list.csv', kept);
  expect([next.done, next.difference?.added, next.difference?.unchanged]).toEqual([true, 1, 2]);
  expect(folder.read('data/records.csv')).toContain(',abay-turkestan,2024-06-01,');
});

it('asks about a region that it does not know, the likest first, and keeps the answer', async () => {
  table('1,2024-05-01,Уральск,ЗКО,3', '2,2024-05-02,Актобе,Актюбинскя область,2');
  const { understanding } = await folder.import('list.csv', mapping);
  const [first, second] = understanding.questions;
  expect([first?.question.code, first?.at, first?.form]).toEqual([
    'which_region',
    ['places', 'regions', 'ЗКО'],
    'region',
  ]);
  expect(first?.proposals).toContain('KZ.07');
  expect(first?.notes?.['KZ.07']?.name_ru).toBe('Западно-Казахстанская область');
  expect(second?.proposals[0]).toBe('KZ.04');
  const regions = { ЗКО: 'KZ.07', 'Актюбинскя область': '' };
  const places = { ...mapping.places, regions };
  expect((await folder.import('list.csv', { ...mapping, places })).done).toBe(true);
  // Of a cell that is said to name none, the region is that of the gazetteer.
  expect(placesOf()).toContain('aktobe city aktobe-region');
  table(
    '1,2024-05-01,Уральск,ЗКО,3',
    '2,2024-05-02,Актобе,Актюбинскя область,2',
    '3,2024-06-01,Уральск,ЗКО,1',
  );
  const next = await folder.import('list.csv', JSON.parse(folder.read('data/import/list.json')));
  expect([next.understanding.questions, next.done]).toEqual([[], true]);
  expect(next.difference?.added).toBe(1);
});

it('finds regions by what people of several countries call them', () => {
  const regionOf = (country: string, cell: string) => {
    const places = createPlaces([], { country, names: {}, regions: {}, add: {} });
    const found = places.resolve('', cell);
    return found.is === 'place' ? places.noteOf(found.id)?.name : found.question.code;
  };
  expect(regionOf('DE', 'Bayern')).toBe('Bavaria');
  expect(regionOf('RU', 'Свердловская обл.')).toBe('Sverdlovsk Oblast');
  expect(regionOf('US', 'TX')).toBe('Texas');
  expect(regionOf('KZ', 'Батыс Қазақстан облысы')).toBe('West Kazakhstan Region');
  expect(regionOf('KZ', 'Абайская область')).toBe('Abai Region');
  expect(regionOf('KZ', 'Ұлытау облысы')).toBe('Ulytau Region');
  expect(regionOf('KZ', 'область Жетысу')).toBe('Jetisu Region');
  expect(regionOf('RU', 'Абайская область')).toBe('which_region');
  expect(regionOf('KZ', 'Семейская область')).toBe('which_region');
});

it('puts towns into the regions of 2022 where a table says so, and into the earlier ones where it says those', async () => {
  table(
    '1,2024-05-01,Семей,область Абай,3',
    '2,2024-05-02,Талдыкорган,Жетысуская область,2',
    '3,2012-05-02,Жезказган,Карагандинская область,2',
  );
  expect((await folder.import('list.csv', mapping)).done).toBe(true);
  expect(placesOf()).toEqual([
    'kazakhstan country ',
    'abai-region region kazakhstan',
    'semey city abai-region',
    'jetisu-region region kazakhstan',
    'taldykorgan city jetisu-region',
    'karaganda-region region kazakhstan',
    'zhezqazghan city karaganda-region',
  ]);
});

it('puts a town that has been in two regions into neither where a table names none', async () => {
  table('1,2024-05-01,Семей,,3', '2,2024-05-02,Усть-Каменогорск,,2');
  expect((await folder.import('list.csv', mapping)).done).toBe(true);
  expect(placesOf()).toEqual([
    'kazakhstan country ',
    'semey city kazakhstan',
    'east-kazakhstan-region region kazakhstan',
    'ust-kamenogorsk city east-kazakhstan-region',
  ]);
});

it('asks in which of two regions a town lies that has been in both', () => {
  const places = [
    { id: 'semey', kind: 'city', country: 'KZ', name_en: 'Semey', lat: '50.41', lon: '80.25' },
    { id: 'oskemen', kind: 'city', country: 'KZ', name_ru: 'Усть-Каменогорск', lat: '49.98', lon: '82.6' },
  ];
  const asked = townsWithoutRegion({ places, records: [] });
  expect(
    asked.map(({ id, isCertain, proposals }) => [id, isCertain, ...proposals.map((it) => it.name)]),
  ).toEqual([
    ['semey', false, 'East Kazakhstan Region', 'Abai Region'],
    ['oskemen', true, 'East Kazakhstan Region'],
  ]);
});

it('takes no town that lies in another region', () => {
  const known = knownPlaces([
    { id: 'kz', kind: 'country', country: 'KZ', name_en: 'Kazakhstan' },
    { id: 'wko', kind: 'region', parent: 'kz', country: 'KZ', name_ru: 'Западно-Казахстанская область' },
    { id: 'own', kind: 'settlement', parent: 'wko', country: 'KZ', name_ru: 'Первомайское' },
  ]);
  const places = createPlaces(known, { country: 'KZ', names: {}, regions: {}, add: {} });
  expect(places.resolve('Первомайское', 'Западно-Казахстанская область')).toEqual({ is: 'place', id: 'own' });
  expect(places.resolve('Первомайское', 'Павлодарская область')).not.toMatchObject({ id: 'own' });
});

it.each(['Область', 'Region', 'Облысы', 'Bundesland'])('proposes a column %s', async (name) => {
  async function* parts() {
    yield { head: { format: 'csv', encoding: 'utf-8', separator: ',', sheet: null, sheets: [] } } as const;
    const rows = [
      ['Дата', 'Город', name, 'Задержано'],
      ['1.06.2013', 'Алматы', 'Алматы', '5'],
    ];
    yield { rows: rows.map((cells, i) => ({ row: i + 1, cells })) };
  }
  const proposed = await proposeMapping(parts(), { table: 'list.csv', folder: 'data', today: '2024-05-01' });
  if ('problem' in proposed) throw new Error(proposed.problem.message);
  expect(proposed.mapping.places.region).toBe(name);
  const roles = rolesIn(proposed.mapping);
  expect(roles.get('region')).toBe(name);
  roles.delete('region');
  const constants = { kind: '', place: '', date: '' };
  const without = withRoles(proposed.mapping, roles, {
    ...{ constants, today: '2024-05-01', columns: { cells: () => [] } },
  });
  expect(without.places.region).toBeUndefined();
});
