import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEdtf } from '../src/edtf.ts';
import {
  bucketCount,
  bucketName,
  bucketStart,
  contains,
  dateOf,
  dayOf,
  nextBucket,
  overlaps,
  parseBucket,
  parseDay,
  parsePeriod,
  printDay,
  printPeriod,
  steps,
} from '../src/index.ts';

const days = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9998, 12, 31) });

test('days are read back as printed', () => {
  fc.assert(fc.property(days, (day) => parseDay(printDay(day)) === day));
});

test('days have the date that the standard calendar gives them', () => {
  const expectSame = (day: number) => {
    const date = new Date(day * 86_400_000);
    const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const { year, month, dayOfMonth } = dateOf(day);
    expect(`${day}: ${year}-${month}-${dayOfMonth}`).toBe(`${day}: ${parts.join('-')}`);
    expect(printDay(day)).toBe(date.toISOString().slice(0, 10));
  };
  // Every 29th day of 400 years, after which leap years repeat, and any others.
  for (let day = dayOf(1700, 1, 1); day < dayOf(2100, 12, 31); day += 29) expectSame(day);
  fc.assert(fc.property(days, expectSame));
});

test.each(['2012-02-31', '2012-13-01', '2012-4-28', '20120428', '2012-04-28T00:00', ''])(
  '%j is not a day',
  (text) => {
    expect(parseDay(text)).toBeNull();
  },
);

test('every day lies in the bucket of its name, at every step', () => {
  fc.assert(
    fc.property(days, fc.constantFrom(...steps), (day, step) => {
      const bucket = parseBucket(bucketName(day, step));
      expect(bucket).toEqual({
        step,
        from: bucketStart(day, step),
        to: nextBucket(bucketStart(day, step), step) - 1,
      });
      expect(day).toBeGreaterThanOrEqual(bucket?.from ?? Infinity);
      expect(day).toBeLessThanOrEqual(bucket?.to ?? -Infinity);
    }),
  );
});

test('bucketCount is never below the number of buckets that a period touches', () => {
  fc.assert(
    fc.property(days, fc.nat(2_000), fc.constantFrom(...steps), (from, length, step) => {
      let buckets = 0;
      for (let at = bucketStart(from, step); at <= from + length; at = nextBucket(at, step)) buckets++;
      expect(bucketCount(length + 1, step)).toBeGreaterThanOrEqual(buckets);
    }),
  );
});

test.each([
  ['2012-04-28', 'week', '2012-W17'],
  ['2012-01-01', 'week', '2011-W52'],
  ['2012-12-31', 'week', '2013-W01'],
  ['2015-12-31', 'week', '2015-W53'],
  ['2012-04-28', 'month', '2012-04'],
  ['2012-06-30', 'quarter', '2012-Q2'],
  ['2012-06-30', 'year', '2012'],
] as const)('%s by %s is %s', (day, step, name) => {
  expect(bucketName(parseDay(day) as number, step)).toBe(name);
});

test.each(['2012-W54', '2011-W53', '2012-Q5', '2012-00', '12', '2012-04-31'])('%s is no bucket', (name) => {
  expect(parseBucket(name)).toBeNull();
});

test.each([
  ['2012-04-28', '2012-04-28', false],
  ['2012-08', '2012-08-01/2012-08-31', false],
  ['2012', '2012-01-01/2012-12-31', false],
  ['2012-05-31~', '2012-05-31', true],
  ['2012-05-31?', '2012-05-31', true],
  ['2012-05-31%', '2012-05-31', true],
  ['2013-04/2013-06', '2013-04-01/2013-06-30', false],
  ['../2012-05-31', '../2012-05-31', false],
  ['2012-04-28/..', '2012-04-28/..', false],
  ['2004-02-01/2005', '2004-02-01/2005-12-31', false],
  ['2004-06~/2004-08', '2004-06-01/2004-08-31', true],
  ['201X', '2010-01-01/2019-12-31', false],
  ['2004-XX', '2004-01-01/2004-12-31', false],
  ['1985-04-12/', '1985-04-12/..', false],
  ['2012-04-28/2012-04-28', '2012-04-28', false],
  ['2012-04-28~/2012-04-28', '2012-04-28', true],
  ['2012-04/2012-04', '2012-04-01/2012-04-30', false],
  ['2012-06/2012-06-15', '2012-06-01/2012-06-15', false],
  ['2024-02-29', '2024-02-29', false],
  ['2000-02-29/..', '2000-02-29/..', false],
])('the EDTF date %s means %s', (text, period, approximate) => {
  const date = readEdtf(text);
  expect(date && printPeriod(date)).toBe(period);
  expect(date?.approximate).toBe(approximate);
});

test.each([
  '2012-02-31',
  '2012-05-31T10:00:00',
  '31.05.2012',
  '2012-06/2012-04',
  'May 2012',
  '',
  'Y170000002',
  '2023-02-29',
  '1900-02-29',
  '2023-02-29~',
  '2023-02-29/2023-03-05',
  '2023-02-01/2023-02-29',
  '../2023-02-29',
  '2023-02-29/..',
  '2024-21',
  '2023-24',
  '2024-21/2024-22',
  '2024-04/2024-22',
  '2024-33',
  '../..',
  '/',
  '..',
  '2012-04/2012-05/2012-06',
])('%j is not an EDTF date', (text) => {
  expect(readEdtf(text)).toBeNull();
});

test('of every year, the days of February that it has are read, and no other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (year) => {
      const text = `${String(year).padStart(4, '0')}-02-29`;
      const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
      expect(readEdtf(text)).toEqual(
        leap ? { from: parseDay(text), to: parseDay(text), approximate: false } : null,
      );
    }),
  );
});

test('periods are read back as printed', () => {
  const end = fc.option(days, { nil: null });
  fc.assert(
    fc.property(end, end, (a, b) => {
      const period = a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b };
      expect(parsePeriod(printPeriod(period))).toEqual(period);
    }),
  );
});

test('an open end lies only in an open end, and overlaps whatever it reaches', () => {
  const before = { from: null, to: 10 };
  expect(contains({ from: 0, to: 20 }, before)).toBe(false);
  expect(contains({ from: null, to: 20 }, before)).toBe(true);
  expect(overlaps({ from: 0, to: 20 }, before)).toBe(true);
  expect(overlaps({ from: 11, to: 20 }, before)).toBe(false);
});
