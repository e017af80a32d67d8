import { expect, test } from 'vitest';
import { countryHint } from '../src/tables/places.ts';
import { edited, type Files, readAll, sound, writeDataset } from './folder.ts';

async function issuesOf(files: Files) {
  const { issues } = await readAll(writeDataset(files));
  return issues.map(({ file, row, column, code, hint }) => ({ at: `${file}:${row}:${column}`, code, hint }));
}

const hintsOf = async (files: Files) => (await issuesOf(files)).map(({ hint }) => hint);

// A row with something wrong in every cell that can be wrong, and the columns of those cells.
test.each([
  ['places.csv', 'x,town,nowhere,Kazakhstan,91,200,A,А,А,,35', 'kind parent country lat lon wikidata'],
  ['sources.csv', 'x,A,B,soon,ftp://a,english,secret,C,none.txt', 'date url language visibility file'],
  ['assemblies.csv', 'x,A!,nowhere,soon,A,А,А,many,perhaps', 'campaign place date participants authorised'],
  ['coverage.csv', 'nowhere,soon,later,nobody', 'place from to source'],
  ['annotations.csv', 'soon,nowhere,A,А,А,nobody', 'date place source'],
  ['rates.csv', 'tenge!!,soon,later,much,bank', 'currency from to eur'],
  [
    'records.csv',
    'd1,fines,nowhere,soon,none,later,some people here,a lot,x,event,',
    'id kind place date assembly phase count amount days basis',
  ],
  ['evidence.csv', 'nothing,nobody,about ten people were detained,eleven,,', 'record source stated'],
] as const)('of a row of %s everything that is wrong is told at once', async (file, row, columns) => {
  const rows = sound[file].trimEnd().split('\n').length + 1;
  const issues = await issuesOf({ [file]: `${sound[file]}${row}\n` });
  const own = issues.filter(({ at }) => at.startsWith(`${file}:${rows}:`)).map(({ at }) => at.split(':')[2]);
  expect(new Set(own)).toEqual(new Set(columns.split(' ')));
});

test('an id that two records have is not told again of the evidence of the other', async () => {
  const twice = { 'records.csv': edited('records.csv', '\nd2,', '\nd1,') };
  expect(await issuesOf(twice)).toMatchObject([{ at: 'records.csv:4:id', code: 'duplicate_id' }]);
  // One row without an id cannot be two records.
  const more = `${sound['evidence.csv']}d3,statement,about ten,ten,,\n`;
  const codes = (await issuesOf({ ...twice, 'evidence.csv': more })).map(({ code }) => code);
  expect(codes.sort()).toEqual(['duplicate_id', 'unknown_record', 'unknown_record']);
});

test.each([
  ['Georgia', 'write GE'],
  ['georgia', 'write GE'],
  ['Грузия', 'write GE'],
  ['Грузия ', 'write two capitals (ISO 3166-1 alpha-2), for example KZ'],
  ['Қазақстан', 'write KZ'],
  ['KAZ', 'write KZ'],
  ['kz', 'write KZ'],
  ['South Korea', 'write KR'],
  ['Atlantis', 'write two capitals (ISO 3166-1 alpha-2), for example KZ'],
])('the hint for the country %s', (text, hint) => {
  expect(countryHint(text)).toBe(hint);
});

test('coordinates that are none of the earth’s are told with their range', async () => {
  const at = (lat: string, lon: string) =>
    hintsOf({ 'places.csv': edited('places.csv', '43.24,76.92', `${lat},${lon}`) });
  expect(await at('142.2', '43.1')).toEqual(['lat is between -90 and 90; swapped with lon?']);
  expect(await at('1422', '43.1')).toEqual(['lat is between -90 and 90']);
  expect(await at('43.1', '1422')).toEqual(['lon is between -180 and 180']);
  expect(await at('43.1', 'E76')).toEqual(['write for example 43.24, with a point']);
});

test('an unknown column beside a missing one is perhaps that', async () => {
  const named = (name: string) => hintsOf({ 'records.csv': edited('records.csv', ',date,', `,${name},`) });
  expect((await named('when'))[0]).toMatch(/^rename it to date\? Otherwise leave the column out/);
  expect((await named('dates'))[0]).toMatch(/^did you mean date\?/);
  const two = edited('records.csv', 'date,assembly,phase,count', 'when,assembly,phase,people');
  expect((await hintsOf({ 'records.csv': two }))[0]).toMatch(/^rename it to date or count\?/);
});

test('a comma that is not in quotes is told as that, also where the cell that is too many is empty', async () => {
  const hint = 'put a cell that holds a comma in quotes: "12, approx"; saving as CSV does that';
  const row = (by: string, count = '3') =>
    issuesOf({ 'records.csv': edited('records.csv', `,,,${count},,,incident,`, by) });
  const one = { at: 'records.csv:4:null', code: 'malformed_csv', hint };
  expect(await row(',,,12, approx,,,incident,')).toEqual([one]);
  expect(await row(',,,12, approx,,,incident,a note')).toEqual([one]);
  // An empty cell at the end of a row that is sound is none of anybody's.
  expect(await row(',,,3,,,incident,,')).toEqual([]);
});
