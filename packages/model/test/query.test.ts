import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  defaultMeasures,
  emptyQuery,
  type MeasureId,
  measureIds,
  namesNoMeasure,
  parseDay,
  parseQuery,
  printQuery,
  unnamed,
  usualVocabulary,
} from '../src/index.ts';

const parse = (text: string, known = {}) => parseQuery(new URLSearchParams(text), known);
const problems = (text: string, known = {}) =>
  parse(text, known).issues.map(({ key, code }) => `${key} ${code}`);

test('an empty URL asks for the four measures, everywhere, always', () => {
  const { query, issues } = parse('');
  expect(issues).toEqual([]);
  expect(query).toEqual(emptyQuery);
  expect(query.measure).toEqual(['rejected_applications', 'detentions', 'fines', 'arrest_days']);
  expect(printQuery(query)).toBe('');
});

test('equal questions have one canonical text', () => {
  const canonical =
    'measure=detentions,fines&place=almaty,taraz&from=2012-04-01&to=2012-06-30&by=place,period';
  expect(printQuery(parse(canonical).query)).toBe(canonical);
  expect(
    printQuery(
      parse(
        'to=2012-Q2&by=period,place&place=taraz,almaty,taraz&from=2012-04&every=month&measure=fines,detentions',
      ).query,
    ),
  ).toBe(canonical);
});

test('printing and parsing round-trip', () => {
  const texts = fc.constantFrom(
    'place=almaty',
    'basis=summary',
    'phase=before,unstated',
    'title=A %26 B %3Cscript%3E',
    'lang=kk',
    'by=period&every=week',
    'page=2',
    'from=2012-04-28',
  );
  fc.assert(
    fc.property(fc.uniqueArray(texts, { selector: (text) => text.split('=')[0] }), (parts) => {
      const { query, issues } = parse(parts.join('&'));
      expect(issues).toEqual([]);
      expect(parse(printQuery(query)).query).toEqual(query);
    }),
  );
});

test.each([
  ['2', 2],
  ['9999', 9999],
])('page %s of the places of a chart is read', (text, page) => {
  expect(parse(`page=${text}`)).toMatchObject({ query: { page }, issues: [] });
});

test.each(['0', '-1', '1.5', '10000', 'last', ''])('page %j is none', (text) => {
  const { query, issues } = parse(`page=${text}`);
  expect(query.page).toBe(1);
  expect(issues).toMatchObject([{ key: 'page', code: 'unreadable' }]);
});

test('the first page is an address without one', () => {
  expect(printQuery(parse('page=1').query)).toBe('');
});

test('a month stands for its first day in from and for its last in to', () => {
  const { query } = parse('from=2012-02&to=2012-02');
  expect(query.from).toBe(parseDay('2012-02-01'));
  expect(query.to).toBe(parseDay('2012-02-29'));
});

test('every problem is reported, and what was understood is kept', () => {
  const { query, issues } = parse(
    'mesure=fines&measure=detentionz&place=almaty&place=taraz&every=month&__proto__=1',
    { vocabulary: usualVocabulary },
  );
  expect(issues.map(({ key, code }) => `${key} ${code}`)).toEqual([
    'mesure unknown_key',
    'measure unknown_value',
    'place duplicate_key',
    '__proto__ unknown_key',
  ]);
  expect(issues[1]).toMatchObject({
    message: 'unknown value: detentionz',
    hint: expect.stringContaining('detentions'),
  });
  expect(query.every).toBe('month');
});

test.each([
  ['from=2012-06-01&to=2012-05-01', 'from inverted'],
  ['from=2012-02-31', 'from unreadable'],
  ['from=0000', 'from unreadable'],
  ['snapshot=..%2F..%2Fetc', 'snapshot unreadable'],
  ['lang=de', 'lang unknown_value'],
  [`title=${'x'.repeat(201)}`, 'title too_long'],
  [`place=${Array.from({ length: 501 }, (_, i) => `p${i}`).join()}`, 'place too_many'],
])('%s is refused', (text, problem) => {
  expect(problems(text)).toEqual([problem]);
});

test('unknown places and charts are refused when the known ones are given', () => {
  const known = { places: ['almaty'], charts: ['bar'] };
  expect(problems('place=almaty&chart=bar', known)).toEqual([]);
  expect(problems('place=atlantis&chart=pie', known)).toEqual(['place unknown_value', 'chart unknown_value']);
});

describe('a query that names no measure', () => {
  const read = (text: string, measures?: MeasureId[]) =>
    parseQuery(new URLSearchParams(text), measures ? { measures } : {}).query;

  it('asks for those of the usual ones of which the dataset has records', () => {
    expect(read('').measure).toEqual(defaultMeasures);
    expect(read('', [...defaultMeasures, 'records']).measure).toEqual(defaultMeasures);
    expect(read('', ['detentions', 'records']).measure).toEqual(['detentions']);
    expect(read('measure=', ['records', 'fines', 'detentions']).measure).toEqual(['detentions', 'fines']);
  });

  it('asks for all that there are where there is none of the usual ones, and for the usual ones of nothing', () => {
    expect(read('', ['other_restrictions', 'records']).measure).toEqual(['other_restrictions', 'records']);
    expect(read('', ['records']).measure).toEqual(['records']);
    expect(read('', []).measure).toEqual(defaultMeasures);
  });

  it('is no query that names some: these stay as they are named', () => {
    expect(read('measure=warnings', ['other_restrictions']).measure).toEqual(['warnings']);
    expect(read(`measure=${defaultMeasures}`, ['detentions']).measure).toEqual(defaultMeasures);
  });

  it('has the address without measures in every dataset, and measures that are named have theirs', () => {
    const known: MeasureId[][] = [[...measureIds], ['detentions', 'records'], ['records'], []];
    for (const present of known)
      for (const text of ['', 'measure=detentions', `measure=${defaultMeasures}`, 'measure=fines,records']) {
        const query = read(text, present);
        const isUsual = text === `measure=${defaultMeasures}` && read('', present).measure.length === 4;
        expect(printQuery(query)).toBe(isUsual ? '' : text);
        expect(read(printQuery(query), present)).toEqual(query);
      }
  });

  it('is printed as what it asks for becomes: other measures are named, and taken back', () => {
    const empty = read('', ['detentions']);
    expect(printQuery({ ...empty, measure: defaultMeasures })).toBe(`measure=${defaultMeasures}`);
    expect(printQuery({ ...read('measure=fines', ['detentions']), measure: ['detentions'] })).toBe(
      'measure=detentions',
    );
    const named = read(`measure=${defaultMeasures}`, ['detentions']);
    expect(printQuery({ ...named, ...unnamed(named) })).toBe('');
    expect([namesNoMeasure(empty), namesNoMeasure(named)]).toEqual([true, false]);
  });

  it('is again what a query without any filter is: it keeps nothing of the one that it is spread over', () => {
    expect(printQuery({ ...read('measure=fines', ['detentions']), ...emptyQuery })).toBe('');
  });
});
