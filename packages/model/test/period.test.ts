import { describe, expect, test } from 'vitest';
import {
  bucketCount,
  bucketStart,
  contains,
  nextBucket,
  overlaps,
  parseBucket,
  parseDay,
  parsePeriod,
  printDay,
  printPeriod,
} from '../src/index.ts';

const period = (text: string) => {
  const read = parsePeriod(text);
  if (!read) throw new Error(`no period: ${text}`);
  return read;
};
const day = (text: string) => parseDay(text) ?? Number.NaN;

const MAY = '2012-05-01/2012-05-31';

describe('a period', () => {
  test.each([
    [MAY, MAY, true],
    [MAY, '2012-05-01', true],
    [MAY, '2012-05-31', true],
    [MAY, '2012-05-02/2012-05-30', true],
    [MAY, '2012-04-30/2012-05-31', false],
    [MAY, '2012-05-01/2012-06-01', false],
    [MAY, '../2012-05-31', false],
    [MAY, '2012-05-01/..', false],
    [MAY, '../..', false],
    ['2012-05-01/..', MAY, true],
    ['2012-05-01/..', '2012-05-01/..', true],
    ['2012-05-01/..', '2012-04-30/..', false],
    ['2012-05-01/..', '../2012-05-31', false],
    ['../2012-05-31', MAY, true],
    ['../2012-05-31', '../2012-05-31', true],
    ['../2012-05-31', '../2012-06-01', false],
    ['../2012-05-31', '2012-05-01/..', false],
    ['../..', '../..', true],
    ['../..', MAY, true],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(contains(period(outer), period(inner))).toBe(expected);
  });

  test.each([
    [MAY, MAY, true],
    [MAY, '2012-05-31/2012-06-30', true],
    [MAY, '2012-06-01/2012-06-30', false],
    [MAY, '2012-06-01/..', false],
    [MAY, '2012-05-31/..', true],
    [MAY, '../2012-04-30', false],
    [MAY, '../2012-05-01', true],
    ['../2012-04-30', '2012-05-01/..', false],
    ['../2012-04-30', '../1900-01-01', true],
    ['2012-05-01/..', '2100-01-01/..', true],
    ['1969-12-31', '1970-01-01', false],
    ['1970-01-01', '1970-01-01', true],
    ['../1970-01-01', '1970-01-02/..', false],
  ])('%s overlaps %s: %s, whichever is first', (one, other, expected) => {
    expect([overlaps(period(one), period(other)), overlaps(period(other), period(one))]).toEqual([
      ...[expected, expected],
    ]);
  });

  test.each(['../..', '2012-05-01/..', '../2012-05-31', MAY, '2012-05-01'])(
    '%s is read and written',
    (text) => {
      expect(printPeriod(period(text))).toBe(text);
    },
  );

  test.each(
    [
      ['', '/', 'x', '2012-05', '2012-05-01/', '/2012-05-31', '2012-05-01/x', 'x/2012-05-31', '../x', 'x/..'],
      ['2012-05-31/2012-05-01', '2012-05-01/2012-05-31/2012-06-01', '../../..', '2012-05-01/2012-05-31/'],
    ].flat(),
  )('%j is none', (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  test('of one day is written as that day, and may be read as two equal ends', () => {
    expect(period('2012-05-01/2012-05-01')).toEqual({ from: day('2012-05-01'), to: day('2012-05-01') });
    expect(printPeriod(period('2012-05-01/2012-05-01'))).toBe('2012-05-01');
  });
});

test.each(['x2012-05-01', '2012-05-01x', '2012-5-1', '12-05-01', '2012-05-00', '2012-00-01', '2012-13-01'])(
  '%j is no day',
  (text) => {
    expect(parseDay(text)).toBeNull();
  },
);

describe('a bucket', () => {
  test.each([
    ['day', '2012-02-29', '2012-02-29', '2012-03-01'],
    ['week', '2012-02-29', '2012-02-27', '2012-03-05'],
    ['week', '2012-02-27', '2012-02-27', '2012-03-05'],
    ['month', '2012-02-29', '2012-02-01', '2012-03-01'],
    ['month', '2012-12-31', '2012-12-01', '2013-01-01'],
    ['quarter', '2012-06-30', '2012-04-01', '2012-07-01'],
    ['quarter', '2012-12-31', '2012-10-01', '2013-01-01'],
    ['year', '2012-02-29', '2012-01-01', '2013-01-01'],
  ] as const)('of a %s with %s begins on %s, the next on %s', (step, within, first, next) => {
    const start = bucketStart(day(within), step);
    expect([printDay(start), printDay(nextBucket(start, step))]).toEqual([first, next]);
  });

  test.each([
    ['day', 1, 2],
    ['day', 10, 11],
    ['week', 7, 2],
    ['week', 8, 3],
    ['month', 28, 2],
    ['month', 29, 3],
    ['quarter', 90, 2],
    ['quarter', 91, 3],
    ['year', 365, 2],
    ['year', 366, 3],
  ] as const)('as long as a %s: of %d days there are at most %d', (step, days, most) => {
    expect(bucketCount(days, step)).toBe(most);
  });

  test.each([
    ['2012-04-28', 'day', '2012-04-28', '2012-04-28'],
    ['2012-W01', 'week', '2012-01-02', '2012-01-08'],
    ['2009-W53', 'week', '2009-12-28', '2010-01-03'],
    ['2012-04', 'month', '2012-04-01', '2012-04-30'],
    ['2012-Q4', 'quarter', '2012-10-01', '2012-12-31'],
    ['2012', 'year', '2012-01-01', '2012-12-31'],
  ])('is found by its name: %s is the %s from %s to %s', (name, step, from, to) => {
    const found = parseBucket(name);
    expect([found?.step, printDay(found?.from ?? 0), printDay(found?.to ?? 0)]).toEqual([step, from, to]);
  });

  test.each([
    'x2012',
    '2012x',
    '2012-0',
    '2012-W1',
    '2012-Q0',
    '2012-Q5',
    '2012-13',
    '2012-W00',
    '2012-04-',
    '',
  ])('%j is the name of none', (name) => {
    expect(parseBucket(name)).toBeNull();
  });
});
