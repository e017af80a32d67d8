import { type Issue, type IssueCode, issueCodes } from '@article21/model';
import { expect, test } from 'vitest';
import { cited, edited, type Files, readAll, writeDataset } from './folder.ts';

type Where = [file: string, row: number | null, column: string | null];
type Case = [says: string, files: Files, code: IssueCode, where: Where, hint: RegExp];

const records = (text: string, by: string): Files => ({ 'records.csv': edited('records.csv', text, by) });
const evidence = (text: string, by: string): Files => ({ 'evidence.csv': edited('evidence.csv', text, by) });
const places = (text: string, by: string): Files => ({ 'places.csv': edited('places.csv', text, by) });
const sources = (text: string, by: string): Files => ({ 'sources.csv': edited('sources.csv', text, by) });
const rates = (text: string, by: string): Files => ({ 'rates.csv': edited('rates.csv', text, by) });
const coverage = (text: string, by: string): Files => ({ 'coverage.csv': edited('coverage.csv', text, by) });
const annotations = (text: string, by: string): Files => ({
  'annotations.csv': edited('annotations.csv', text, by),
});

const citing = (row: string): Files => ({
  ...cited,
  'evidence.csv': cited['evidence.csv'].replace(/d2,list.*/, row),
});
const citedSource = (text: string, by: string): Files => ({
  ...cited,
  'sources.csv': cited['sources.csv'].replace(text, by),
});

const cases: Case[] = [
  ['a missing table', { 'places.csv': null }, 'missing_file', ['places.csv', null, null], /put the file/],
  [
    'a missing text',
    { 'sources/diary.txt': null },
    'missing_file',
    ['sources.csv', 3, 'file'],
    /put the file/,
  ],
  ['an empty table', { 'rates.csv': '' }, 'unreadable_file', ['rates.csv', null, null], /currency,from/],
  ['an empty text', { 'sources/diary.txt': '\n' }, 'unreadable_file', ['sources.csv', 3, 'file'], /words/],
  [
    'a folder for a text',
    sources('sources/diary.txt', 'sources'),
    'unreadable_file',
    ['sources.csv', 3, 'file'],
    /put/,
  ],
  [
    'a row without end',
    records('a note', 'x'.repeat(1_100_000)),
    'line_too_long',
    ['records.csv', 2, null],
    /line end/,
  ],
  [
    'a quote inside a cell',
    records('a note', 'a "note"'),
    'malformed_csv',
    ['records.csv', 2, null],
    /double/,
  ],
  ['a quote never closed', records('a note', '"a note'), 'malformed_csv', ['records.csv', 2, null], /double/],
  [
    'a row with a cell more',
    records('a note', 'a, note'),
    'malformed_csv',
    ['records.csv', 2, null],
    /in quotes/,
  ],
  [
    'a row with a cell less',
    records(',incident,a note', ',incident'),
    'malformed_csv',
    ['records.csv', 2, null],
    /in quotes/,
  ],
  [
    'a cell under no name',
    { 'rates.csv': 'currency,from,to,eur,source,\nKZT,,,0.005,bank,seen\n' },
    'malformed_csv',
    ['rates.csv', 2, null],
    /give its column a name/,
  ],
  [
    'an unknown column',
    records('note', 'notes'),
    'unknown_column',
    ['records.csv', 1, 'notes'],
    /did you mean note\?/,
  ],
  [
    'a column of names',
    records('note', 'person_name'),
    'unknown_column',
    ['records.csv', 1, 'person_name'],
    /leave the column out of this file/,
  ],
  ['a column twice', records('note', 'phase'), 'unknown_column', ['records.csv', 1, 'phase'], /only one/],
  [
    'a missing column',
    { 'rates.csv': 'currency,from,to,source\nKZT,,,bank\n' },
    'missing_column',
    ['rates.csv', 1, 'eur'],
    /add a column/,
  ],
  [
    'remarks without a column of text',
    { 'annotations.csv': 'date,place,source\n2012-04-28,,\n' },
    'missing_column',
    ['annotations.csv', 1, 'text_en'],
    /add one of them.*text_en, text_ru, text_kk/,
  ],
  [
    'an empty kind',
    records('d1,detention', 'd1,'),
    'missing_value',
    ['records.csv', 2, 'kind'],
    /fill in kind/,
  ],
  ['a detention without count', records('~10', ''), 'missing_value', ['records.csv', 2, 'count'], /or \?/],
  ['a fine without amount', records('20000 KZT', ''), 'missing_value', ['records.csv', 3, 'amount'], /or \?/],
  ['a latitude alone', places('43.24,76.92', '43.24,'), 'missing_value', ['places.csv', 3, 'lon'], /both/],
  [
    'an unknown kind',
    records('detention', 'arrested'),
    'invalid_value',
    ['records.csv', 2, 'kind'],
    /detention, fine/,
  ],
  [
    'an unknown phase',
    records('after', 'later'),
    'invalid_value',
    ['records.csv', 2, 'phase'],
    /before, during/,
  ],
  [
    'an unknown basis',
    records('incident', 'event'),
    'invalid_value',
    ['records.csv', 2, 'basis'],
    /incident, summary/,
  ],
  [
    'days of a detention',
    records('~10,,', '~10,,15'),
    'invalid_value',
    ['records.csv', 2, 'days'],
    /leave the cell empty/,
  ],
  [
    'a long note',
    records('a note', 'x'.repeat(4_001)),
    'invalid_value',
    ['records.csv', 2, 'note'],
    /shorten/,
  ],
  [
    'an id with capitals',
    { ...records('d1', 'D1'), ...evidence('d1', 'D1') },
    'invalid_value',
    ['records.csv', 2, 'id'],
    /write for example/,
  ],
  [
    'a decimal comma',
    places('43.24,76.92', '"43,24",76.92'),
    'invalid_value',
    ['places.csv', 3, 'lat'],
    /with a point/,
  ],
  [
    'a latitude of 91',
    places('43.24', '91'),
    'invalid_value',
    ['places.csv', 3, 'lat'],
    /between -90 and 90/,
  ],
  [
    'a place in itself',
    places('kz,country,', 'kz,country,almaty'),
    'invalid_value',
    ['places.csv', 2, 'parent'],
    /leave it empty/,
  ],
  [
    'an address with another protocol',
    sources('https:', 'javascript:'),
    'invalid_value',
    ['sources.csv', 2, 'url'],
    /https/,
  ],
  [
    'a text above the folder',
    sources('sources/diary', '../diary'),
    'invalid_value',
    ['sources.csv', 3, 'file'],
    /into the folder/,
  ],
  [
    'an absolute path',
    sources('sources/diary.txt', '/etc/passwd'),
    'invalid_value',
    ['sources.csv', 3, 'file'],
    /into the folder/,
  ],
  [
    'a path with a drive',
    sources('sources/diary.txt', 'C:\\diary.txt'),
    'invalid_value',
    ['sources.csv', 3, 'file'],
    /into the folder/,
  ],
  ['a rate of zero', rates('0.005', '0'), 'invalid_value', ['rates.csv', 2, 'eur'], /0\.0052/],
  [
    'two rates for a day',
    rates('Bank\n', 'Bank\nKZT,2012-06-01,,0.006,Bank\n'),
    'invalid_value',
    ['rates.csv', 3, 'from'],
    /before the next/,
  ],
  [
    'a control character',
    records('a note', 'a\u0007note'),
    'forbidden_text',
    ['records.csv', 2, 'note'],
    /type it again/,
  ],
  [
    'an id twice',
    records('f1,fine', 'd1,detention,kz,,,,1,,,incident,\nf1,fine'),
    'duplicate_id',
    ['records.csv', 3, 'id'],
    /-2/,
  ],
  [
    'a source twice',
    sources('diary,Diary', 'statement,Twin,KIBHR,,,en,public,free,sources/diary.txt\ndiary,Diary'),
    'duplicate_id',
    ['sources.csv', 3, 'id'],
    /-2/,
  ],
  [
    'an unknown place',
    records('almaty', 'Almatty'),
    'unknown_place',
    ['records.csv', 2, 'place'],
    /did you mean almaty/i,
  ],
  [
    'an unknown parent',
    places('city,kz', 'city,kg'),
    'unknown_place',
    ['places.csv', 3, 'parent'],
    /places\.csv/,
  ],
  [
    'a name of two places',
    records('almaty', 'twin'),
    'ambiguous_place',
    ['records.csv', 2, 'place'],
    /the id/,
  ],
  [
    'an unknown assembly',
    records('rally', 'raly'),
    'unknown_assembly',
    ['records.csv', 2, 'assembly'],
    /did you mean rally/,
  ],
  [
    'an unknown source',
    evidence('d1,statement', 'd1,statment'),
    'unknown_source',
    ['evidence.csv', 2, 'source'],
    /did you mean statement/,
  ],
  [
    'evidence of no record',
    evidence('d2,diary', 'd2,diary,three of us,three,,\nd9,diary'),
    'unknown_record',
    ['evidence.csv', 5, 'record'],
    /records\.csv/,
  ],
  [
    'a number in words',
    records('~10', 'ten'),
    'unreadable_quantity',
    ['records.csv', 2, 'count'],
    /~10 \(about\)/,
  ],
  [
    'a season',
    records('2012-04-28', '2012-21'),
    'unreadable_date',
    ['records.csv', 2, 'date'],
    /2012-03\/2012-05/,
  ],
  [
    'an uncertain number',
    records('~10', '200?'),
    'unreadable_quantity',
    ['records.csv', 2, 'count'],
    /write ~200/,
  ],
  [
    'an amount without currency',
    records('20000 KZT', '20000'),
    'unreadable_quantity',
    ['records.csv', 3, 'amount'],
    /currency/,
  ],
  [
    'a date with points',
    records('2012-04-28', '28.04.2012'),
    'unreadable_date',
    ['records.csv', 2, 'date'],
    /2012-04-28/,
  ],
  [
    'a day that is none',
    records('2012-04-28', '2012-02-31'),
    'unreadable_date',
    ['records.csv', 2, 'date'],
    /February 2012 has 29 days/,
  ],
  [
    'an amount without rate',
    records('KZT', 'RUB'),
    'no_rate',
    ['records.csv', 3, 'amount'],
    /rates\.csv: RUB/,
  ],
  [
    'a rate of another year',
    rates('2012-12-31', '2012-03-31'),
    'no_rate',
    ['records.csv', 3, 'amount'],
    /rates\.csv/,
  ],
  [
    'a record without evidence',
    evidence('d2,diary,three of us were taken,three,,\n', ''),
    'no_evidence',
    ['records.csv', 4, 'id'],
    /add a row/,
  ],
  [
    'other words than the source’s',
    evidence('people were detained', 'people detained'),
    'quote_not_found',
    ['evidence.csv', 2, 'quote'],
    /goes on “were detained/,
  ],
  [
    'words that occur twice',
    evidence('two fined 20000 tenge,two fined 20000 tenge', 'two,two'),
    'quote_ambiguous',
    ['evidence.csv', 3, 'quote'],
    /prefix/,
  ],
  [
    'a wrong prefix',
    evidence('about ten,,', 'about ten,In Semey,'),
    'quote_not_found',
    ['evidence.csv', 2, 'quote'],
    /copy/,
  ],
  [
    'a number from elsewhere',
    evidence('detained,about ten', 'detained,ten men'),
    'stated_not_in_quote',
    ['evidence.csv', 2, 'stated'],
    /letter for letter/,
  ],
  [
    'a digit of another number',
    evidence('two fined 20000 tenge,two fined 20000 tenge', 'two fined 20000 tenge,2'),
    'stated_not_in_quote',
    ['evidence.csv', 3, 'stated'],
    /whole words/,
  ],
  [
    'coverage that ends before it begins',
    coverage('2012-04-01,2012-06-30', '2012-06-30,2012-04-01'),
    'invalid_value',
    ['coverage.csv', 2, 'to'],
    /swap/,
  ],
  [
    'coverage without end',
    coverage('2012-06-30', ''),
    'missing_value',
    ['coverage.csv', 2, 'to'],
    /fill in to/,
  ],
  [
    'coverage of a month',
    coverage('2012-04-01', '2012-04'),
    'unreadable_date',
    ['coverage.csv', 2, 'from'],
    /2012-04-28/,
  ],
  [
    'coverage of nowhere',
    coverage('Alma-Ata', 'Alma-Atta'),
    'unknown_place',
    ['coverage.csv', 2, 'place'],
    /did you mean Alma-Ata/,
  ],
  [
    'coverage that nobody states',
    coverage('diary', ''),
    'missing_value',
    ['coverage.csv', 2, 'source'],
    /fill in source/,
  ],
  [
    'coverage of an unknown source',
    coverage('diary', 'dairy'),
    'unknown_source',
    ['coverage.csv', 2, 'source'],
    /sources\.csv/,
  ],
  [
    'a remark on no real day',
    annotations('2012-04-28', '2012-04-31'),
    'unreadable_date',
    ['annotations.csv', 2, 'date'],
    /April 2012 has 30 days/,
  ],
  [
    'a remark in no language',
    annotations('A law,Закон,Заң', ',,'),
    'missing_value',
    ['annotations.csv', 3, 'text_en'],
    /fill in one of them/,
  ],
  [
    'a remark of an unknown source',
    annotations('statement', 'statment'),
    'unknown_source',
    ['annotations.csv', 2, 'source'],
    /did you mean statement/,
  ],
  [
    'a remark about two places',
    annotations('Alma-Ata', 'Twin'),
    'ambiguous_place',
    ['annotations.csv', 2, 'place'],
    /the id/,
  ],
  [
    'a remark written backwards',
    annotations('A law', 'A \u202ewal'),
    'forbidden_text',
    ['annotations.csv', 3, 'text_en'],
    /type it again/,
  ],
  [
    'a row below the table',
    citing('d2,list,,,,,8,,,,'),
    'unknown_row',
    ['evidence.csv', 4, 'row'],
    /the header too/,
  ],
  ['the header as a row', citing('d2,list,,,,,3,,,,'), 'unknown_row', ['evidence.csv', 4, 'row'], /header/],
  ['an empty row', citing('d2,list,,,,,6,,,,'), 'unknown_row', ['evidence.csv', 4, 'row'], /count/],
  [
    'a row that is no number',
    citing('d2,list,,,,,seven,,,,'),
    'invalid_value',
    ['evidence.csv', 4, 'row'],
    /17/,
  ],
  [
    'a table without a row',
    citing('d2,list,,,,,,,,,'),
    'missing_value',
    ['evidence.csv', 4, 'row'],
    /number/,
  ],
  [
    'a column that the table has not',
    citing('d2,list,,,,,7,peopl,,,'),
    'invalid_value',
    ['evidence.csv', 4, 'columns'],
    /did you mean people\?/,
  ],
  [
    'words that are not in the cited cells',
    citing('d2,list,,3,,,7,city,,,'),
    'stated_not_in_quote',
    ['evidence.csv', 4, 'stated'],
    /or leave stated empty/,
  ],
  [
    'a quotation of a table',
    citing('d2,list,3 people,,,,7,,,,'),
    'invalid_value',
    ['evidence.csv', 4, 'quote'],
    /row, columns, stated/,
  ],
  [
    'an address without a day',
    citing('d2,news,,,,,,,https://news.example/2,,'),
    'missing_value',
    ['evidence.csv', 4, 'accessed'],
    /day/,
  ],
  [
    'links without an address',
    citing('d2,news,,,,,,,,2026-11-20,'),
    'missing_value',
    ['evidence.csv', 4, 'url'],
    /whole address/,
  ],
  [
    'an address that is not of the web',
    citing('d2,news,,,,,,,javascript:alert(1),2026-11-20,'),
    'invalid_value',
    ['evidence.csv', 4, 'url'],
    /https/,
  ],
  [
    'a month for the day of access',
    citing('d2,news,,,,,,,https://news.example/2,2026-11,'),
    'invalid_value',
    ['evidence.csv', 4, 'accessed'],
    /2024-03-12/,
  ],
  [
    'words of an address',
    citing('d2,news,three people,,,,,,https://news.example/2,2026-11-20,'),
    'invalid_value',
    ['evidence.csv', 4, 'quote'],
    /url, accessed/,
  ],
  [
    'a row of a text',
    citing('d2,statement,two fined 20000 tenge,two,,,2,,,,'),
    'invalid_value',
    ['evidence.csv', 4, 'row'],
    /quote, stated/,
  ],
  [
    'an unknown kind of source',
    citedSource('links', 'link'),
    'invalid_value',
    ['sources.csv', 5, 'kind'],
    /text, table, links/,
  ],
  [
    'links with a file',
    citedSource(',,links', ',sources/list.csv,links'),
    'invalid_value',
    ['sources.csv', 5, 'file'],
    /empty the cell/,
  ],
  [
    'a text on a sheet',
    citedSource('diary.txt,text,', 'diary.txt,text,2012'),
    'invalid_value',
    ['sources.csv', 3, 'sheet'],
    /write table/,
  ],
  [
    'a table without a file',
    citedSource('sources/list.csv', ''),
    'missing_value',
    ['sources.csv', 4, 'file'],
    /or write links/,
  ],
  [
    'a table of a header alone',
    { ...cited, 'sources/list.csv': 'day,city,people\n' },
    'unreadable_file',
    ['sources.csv', 4, 'file'],
    /put the rows/,
  ],
  [
    'a table with semicolons',
    { ...cited, 'sources/list.csv': 'day;city\n2012;Almaty\n' },
    'unreadable_file',
    ['sources.csv', 4, 'file'],
    /commas/,
  ],
  ['a lost letter', records('a note', 'a n\u{fffd}te'), 'not_utf8', ['records.csv', 2, 'note'], /CSV UTF-8/],
];

test.each(cases)('%s is told with its place and how to mend it', async (_, files, code, where, hint) => {
  const { issues, tallies } = await readAll(writeDataset(files));
  const found = issues.find((it) => it.code === code && it.file === where[0] && it.row === where[1]);
  expect(found, JSON.stringify(issues, null, 1)).toMatchObject({ column: where[2] });
  expect(found?.hint).toMatch(hint);
  expect(found?.message).toMatch(/\w/);
  for (const { rows, accepted, refused } of tallies) expect(accepted + refused).toBe(rows);
});

test('every code of an issue has a test', () => {
  expect(issueCodes.filter((code) => !cases.some(([, , it]) => it === code))).toEqual([]);
});

test('one mistake is one issue, leaves no traces in other files, and is told in these words', async () => {
  const told: string[] = [];
  for (const [says, files, code] of cases) {
    const { issues } = await readAll(writeDataset(files));
    const others = issues.filter((it) => it.code !== code);
    expect(others, says).toEqual([]);
    told.push(`# ${says}`, ...issues.slice(0, 3).map(inWords), '');
  }
  // After a change of words: vitest -u, and look at what has changed.
  await expect(told.join('\n')).toMatchFileSnapshot('issues.txt');
});

function inWords({ file, row, column, code, stated, message, hint }: Issue): string {
  const where = `${file} ${row ?? '-'} ${column ?? '-'}`;
  return `${where}: ${code}\n  ${message} (${stated?.slice(0, 60) ?? 'nothing stated'})\n  ${hint}`;
}
