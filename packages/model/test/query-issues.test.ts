import { expect, test } from 'vitest';
import {
  bases,
  emptyQuery,
  groupings,
  languages,
  measureIds,
  parseQuery,
  phaseFilters,
  printQuery,
  queryKeys,
  steps,
  themes,
} from '../src/index.ts';

const parse = (text: string, known = {}) => parseQuery(new URLSearchParams(text), known);

test.each([
  [
    'mesure=fines',
    { key: 'mesure', code: 'unknown_key', stated: 'fines', message: 'unknown key: mesure' },
    `known: ${queryKeys.join(', ')}`,
  ],
  [
    'place=a&place=b&place=c',
    { key: 'place', code: 'duplicate_key', stated: 'a', message: 'place is given 3 times' },
    'give it once; several values are separated by commas',
  ],
  [
    'from=2012-06&to=2012-05',
    {
      key: 'from',
      code: 'inverted',
      stated: '2012-06 > 2012-05',
      message: 'the period ends before it begins',
    },
    'swap from and to',
  ],
  [
    'to=2012-13',
    { key: 'to', code: 'unreadable', stated: '2012-13', message: 'not a day of the calendar' },
    'write 2012-04-28, or 2012-04, 2012-Q2, 2012',
  ],
  [
    `title=${'x'.repeat(201)}`,
    { key: 'title', code: 'too_long', stated: 'x'.repeat(200), message: 'the title is too long' },
    'at most 200 characters',
  ],
  [
    'snapshot=x',
    { key: 'snapshot', code: 'unreadable', stated: 'x', message: 'not a snapshot id' },
    'copy an id from /api/v1/snapshots',
  ],
  [
    'every=decade',
    { key: 'every', code: 'unknown_value', stated: 'decade', message: 'unknown value: decade' },
    'known: day, week, month, quarter, year',
  ],
  [
    'by=place,city',
    { key: 'by', code: 'unknown_value', stated: 'place,city', message: 'unknown value: city' },
    'known: place, region, phase, period',
  ],
])('of %s is said what is wrong and how to mend it', (text, issue, hint) => {
  expect(parse(text).issues).toEqual([{ ...issue, hint }]);
});

test('a place or chart that is not there is named, with those that are', () => {
  const places = Array.from({ length: 22 }, (_, i) => `p${i}`);
  expect(parse('place=p1,atlantis', { places }).issues).toEqual([
    {
      ...{ key: 'place', code: 'unknown_value', stated: 'p1,atlantis', message: 'unknown place: atlantis' },
      hint: `known: ${places.slice(0, 20).join(', ')} (+2)`,
    },
  ]);
  const [issue] = parse('place=x', { places: places.slice(0, 20) }).issues;
  expect(issue?.hint).toBe(`known: ${places.slice(0, 20).join(', ')}`);
  expect(parse(`chart=${'y'.repeat(70)}`, { charts: ['bar'] }).issues).toEqual([
    {
      ...{ key: 'chart', code: 'unknown_value', stated: 'y'.repeat(70) },
      ...{ message: `unknown chart: ${'y'.repeat(64)}`, hint: 'known: bar' },
    },
  ]);
  const many = Array.from({ length: 501 }, (_, i) => `p${i}`).join();
  expect(parse(`place=${many}`).issues).toMatchObject([
    { message: 'more than 500 places', hint: 'name a region' },
  ]);
  expect(parse(`place=${many.replace(',p500', '')}`).issues).toEqual([]);
});

test('what is stated is told as far as its first 200 characters, a key as far as 64', () => {
  const long = 'k'.repeat(300);
  expect(parse(`${long}=${long}`).issues).toMatchObject([
    { key: 'k'.repeat(64), stated: 'k'.repeat(200), message: `unknown key: ${'k'.repeat(64)}` },
  ]);
  expect(parse(`every=${long}`).issues[0]?.stated).toBe('k'.repeat(200));
});

test('a key may stand there without a value, and a list with empty parts', () => {
  const { query, issues } = parse('measure=&phase=&place=,&by=,&title=');
  expect([query, issues]).toEqual([emptyQuery, []]);
  expect(parse('measure=,fines,').query.measure).toEqual(['fines']);
});

test.each([
  ['region,place,period', 'by place and by region at once'],
  ['phase,place', 'by place and by phase at once'],
  ['period,phase,region', 'by region and by phase at once'],
])('rows are of one of places, regions and phases: %s', (by, message) => {
  const { query, issues } = parse(`by=${by}`);
  expect([query.by, issues]).toMatchObject([[], [{ key: 'by', code: 'conflict', stated: by, message }]]);
  expect(issues[0]?.hint).toContain('name one of them: place; region');
});

test('every value of every closed list is read and written', () => {
  const lists = { measure: measureIds, phase: phaseFilters, by: groupings };
  for (const [key, values] of Object.entries(lists))
    for (const value of values) {
      const { query, issues } = parse(`${key}=${value}`);
      expect([issues, query[key as 'phase']]).toEqual([[], [value]]);
      expect(printQuery(query)).toBe(`${key}=${value}`);
    }
  const choices = { basis: bases, every: steps, lang: languages, theme: themes };
  for (const [key, values] of Object.entries(choices))
    for (const value of values) {
      const { query, issues } = parse(`${key}=${value}`);
      expect([issues, query[key as 'every']]).toEqual([[], value]);
      const isAbsent = emptyQuery[key as 'every'] === value;
      expect(printQuery(query)).toBe(isAbsent ? '' : `${key}=${value}`);
    }
  expect([emptyQuery.basis, emptyQuery.every, emptyQuery.lang, emptyQuery.theme]).toEqual([
    ...['incident', 'month', null, null],
  ]);
});

test('a snapshot, a chart, a title are kept as they are, with commas and colons unescaped', () => {
  const id = '2012-09-25-0123456789abcdef';
  const text = `chart=bar&title=A,+b:+c,+d:+e&snapshot=${id}`;
  const { query, issues } = parse(text);
  expect(issues).toEqual([]);
  expect(query).toMatchObject({ chart: 'bar', title: 'A, b: c, d: e', snapshot: id });
  expect(printQuery(query)).toBe(text);
  for (const other of [`x${id}`, `${id}0`, id.toUpperCase(), id.slice(1)])
    expect(parse(`snapshot=${other}`).query.snapshot).toBeNull();
});

test.each([
  ['0001-01-01', '9999-12-31', 0],
  ['0000-12-31', '9999-12-31', 1],
  ['0001', '9999', 0],
])('days from %s to %s have %d issues', (from, to, issues) => {
  expect(parse(`from=${from}&to=${to}`).issues).toHaveLength(issues);
});

test('a period that ends before it begins is left out as a whole; one day is a period', () => {
  const { query } = parse('from=2012-06-02&to=2012-06-01');
  expect([query.from, query.to]).toEqual([null, null]);
  const { query: day, issues } = parse('from=2012-06-01&to=2012-06-01');
  expect([issues, day.from === day.to, day.from]).toEqual([[], true, expect.any(Number)]);
});
