import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  defaultMeasures,
  emptyQuery,
  type MeasureId,
  parseDay,
  parseQuery,
  printQuery,
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

test('a month stands for its first day in from and for its last in to', () => {
  const { query } = parse('from=2012-02&to=2012-02');
  expect(query.from).toBe(parseDay('2012-02-01'));
  expect(query.to).toBe(parseDay('2012-02-29'));
});

test('every problem is reported, and what was understood is kept', () => {
  const { query, issues } = parse(
    'mesure=fines&measure=detentionz&place=almaty&place=taraz&every=month&__proto__=1',
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

  it('asks for the usual ones, unless the dataset has records of none of them', () => {
    expect(read('').measure).toEqual(defaultMeasures);
    expect(read('', ['detentions', 'records']).measure).toEqual(defaultMeasures);
    expect(read('', []).measure).toEqual(defaultMeasures);
    expect(read('', ['other_restrictions', 'records']).measure).toEqual(['other_restrictions', 'records']);
    expect(read('measure=warnings', ['other_restrictions']).measure).toEqual(['warnings']);
  });

  it('has one canonical text that is read back', () => {
    const present: MeasureId[] = ['other_restrictions', 'records'];
    const text = printQuery(read('', present));
    expect(text).toBe('measure=other_restrictions,records');
    expect(printQuery(read(text, present))).toBe(text);
  });
});
