import { expect, test } from 'vitest';
import { readAll, sound, writeDataset } from './folder.ts';

const header = (file: 'records.csv' | 'evidence.csv' | 'places.csv') => sound[file].split('\n', 1)[0] ?? '';
const table = (file: 'records.csv' | 'evidence.csv' | 'places.csv', rows: readonly string[]) =>
  [header(file), ...rows, ''].join('\n');

/** A dataset of detentions in Almaty, each with its sentence: day, count, sentence and what is stated in it. */
function detentions(
  all: readonly [day: string, count: string, quote: string, stated: string][],
  created: string,
) {
  const records = all.map(([day, count], i) => `r-${i + 1},detention,almaty,${day},,,${count},,,incident,`);
  const evidence = all.map(([, , quote, stated], i) => `r-${i + 1},statement,${quote},${stated},,`);
  return writeDataset({
    'datapackage.json': sound['datapackage.json'].replace('2026-11-23', created),
    'records.csv': table('records.csv', records),
    'evidence.csv': table('evidence.csv', evidence),
    'sources/statement.txt': all.map(([, , quote]) => quote).join('\n'),
  });
}

const told = (all: readonly { file: string; row: number | null; column: string | null; code: string }[]) =>
  all.map(({ file, row, column, code }) => `${file}:${row}:${column} ${code}`);

test('twins, a day in the future, and a number and a day far from the others are warned of, and published', async () => {
  const folder = detentions(
    [
      ['2024-03-12', '10', 'Case 0: 10 people were detained.', '10 people'],
      ['2024-03-12', '10', 'Case 0 again: 10 people were detained.', '10 people'],
      ['2024-04-02', '8', 'Case 2: 8 people were detained.', '8 people'],
      ['2014-04-09', '1373', 'Case 3: 1373 people were detained.', '1373 people'],
      ['2042-05-01', '9', 'Case 4: 9 people were detained.', '9 people'],
    ],
    '2024-05-01',
  );
  const { records, issues, warnings } = await readAll(folder);
  expect([records.length, issues]).toEqual([5, []]);
  expect(told(warnings)).toEqual([
    'records.csv:3:id possible_twin',
    'records.csv:6:date after_created',
    'records.csv:5:count unusual_value',
    'records.csv:5:date unusual_value',
  ]);
});

test('digits inside of a year prove no number', async () => {
  const folder = detentions(
    [
      ['2017', '1', 'In 2017 police took 1 person to the station.', '1'],
      ['2018', '8', 'In 2018 police took several people to the station.', '8'],
    ],
    '2024-05-01',
  );
  const { issues, warnings } = await readAll(folder);
  expect(told(issues)).toEqual(['evidence.csv:3:stated stated_not_in_quote']);
  expect(warnings).toEqual([]);
});

test('twelve people are not twelve hundred', async () => {
  const folder = detentions(
    [['2024-03-12', '1200', 'Police took 12 people to the station.', '12 people']],
    '2024-05-01',
  );
  const { issues, warnings } = await readAll(folder);
  expect([issues, told(warnings)]).toEqual([[], ['evidence.csv:2:stated number_not_stated']]);
});

test('equal names of two regions are two places, and one town in two spellings is warned of', async () => {
  const places = [
    'almaty,city,,KZ,,,Almaty,Алматы,Алматы,,',
    'north,region,,US,,,Northland,Northland,Northland,,',
    'south,region,,US,,,Southland,Southland,Southland,,',
    's1,city,north,US,,,Springfield,Springfield,Springfield,,',
    's2,city,south,US,,,Springfield,Springfield,Springfield,,',
    'e1,city,north,US,,,St Example,St Example,St Example,,',
    'e2,city,north,US,,,St. Example,St. Example,St. Example,,',
  ];
  const folder = writeDataset({
    'places.csv': table('places.csv', places),
    'coverage.csv': null,
    'annotations.csv': null,
    'records.csv': sound['records.csv'].replace('Алма-Ата', 'almaty').replace('ust kamenogorsk', 'e1'),
  });
  const { issues, warnings } = await readAll(folder);
  expect([issues, told(warnings)]).toEqual([[], ['places.csv:8:name_en similar_name']]);
});

test('days that do not exist and seasons are refused, decades and uncertain days are read', async () => {
  const days = [
    '2023-02-29',
    '2012?',
    '201X',
    '2012-21',
    '1900-02-29',
    '2012-04-28?',
    '2012-24',
    '2012-04-28%',
  ];
  const quote = (i: number) => `In case ${i} people were detained.`;
  const folder = detentions(
    days.map((day, i) => [day, '?', quote(i), 'people']),
    '2024-05-01',
  );
  const { records, issues, warnings } = await readAll(folder);
  expect(records.map(({ date }) => date)).toEqual(['2012?', '201X', '2012-04-28?', '2012-04-28%']);
  expect(issues.map(({ row, column, hint }) => [row, column, hint.split(/:| and/)[0]])).toEqual([
    [2, 'date', 'there is no 2023-02-29'],
    [5, 'date', '2012-21 is spring,'],
    [6, 'date', 'there is no 1900-02-29'],
    [8, 'date', '2012-24 is winter,'],
  ]);
  expect(warnings).toEqual([]);
});
