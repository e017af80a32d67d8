import { readEdtf } from '@article21/model/edtf';
import { expect, test } from 'vitest';
import { dateHint, dayHint } from '../src/date-hints.ts';
import { chartOn } from '../src/dates.ts';

const date = (text: string | null) => (text === null ? null : readEdtf(text));

test.each([
  ['a day that is stated', '2012-04-28', '2012-05-31', '2012-04-28', '2012-04-28', 'day'],
  ['about a day', '2012-05-31~', null, '2012-05-31', '2012-05-31', 'day'],
  ['later than the assembly began', '2012-04-28/..', '2012-04-28', '2012-04-28', null, 'assembly'],
  ['by the assembly', '../2012-05-31', '2012-05-31', null, '2012-05-31', 'assembly'],
  ['no date', null, '2012-05-31', null, null, 'assembly'],
  ['a month in which the assembly was not', '2012-06', '2012-05-31', '2012-06-01', '2012-06-30', 'interval'],
  ['an assembly of several days', null, '2012-08/2012-08-17', null, null, 'interval'],
  ['an open interval alone', '2012-04-28/..', null, '2012-04-28', null, 'interval'],
  ['nothing at all', null, null, null, null, 'interval'],
])('%s: %s with an assembly on %s', (_, stated, assembly, from, to, by) => {
  const day = by === 'assembly' ? assembly : null;
  expect(chartOn(date(stated), date(assembly), null)).toMatchObject({ from, to, day, by });
});

test.each([
  ['before', null, '2012-05-31'],
  ['during', '2012-05-31', '2012-05-31'],
  ['after', '2012-05-31', null],
] as const)(
  'without a date, what came %s the assembly is drawn on its day, and may be of any day so',
  (phase, from, to) => {
    const charted = chartOn(null, date('2012-05-31'), phase);
    expect(charted).toEqual({ from, to, day: '2012-05-31', by: 'assembly', approximate: false });
  },
);

test('that a source says “about” is kept', () => {
  expect(chartOn(date('2012-05-31~'), null, null).approximate).toBe(true);
  expect(chartOn(date('2012-05-31'), null, null).approximate).toBe(false);
});

test.each([
  ['2023-02-29', 'there is no 2023-02-29: February 2023 has 28 days'],
  ['1900-02-29', 'there is no 1900-02-29: February 1900 has 28 days'],
  ['2023-02-01/2023-02-29', 'there is no 2023-02-29: February 2023 has 28 days'],
  ['../2023-02-29~', 'there is no 2023-02-29: February 2023 has 28 days'],
  ['2012-06-31', 'there is no 2012-06-31: June 2012 has 30 days'],
  ['2012-06-00', 'there is no 2012-06-00: June 2012 has 30 days'],
  ['2012-13-01', '2012-13-01: the month is from 01 to 12, and stands before the day'],
  [
    '2024-21',
    '2024-21 is spring, and seasons are not the same months everywhere: write months, for example 2024-03/2024-05',
  ],
  [
    '2023-24',
    '2023-24 is winter, and seasons are not the same months everywhere: write months, for example 2023-12/2024-02',
  ],
  ['2024-33', '2024-33 is not a month: write its months, for example 2024-04/2024-06'],
  ['12.03.2024', 'write the year first: 2024-03-12, if day and month stand in this order'],
  ['12.03.24', 'write the year first: 2024-03-12, if day and month stand in this order'],
  ['2024-03-12 00:00:00', 'write 2024-03-12, without a time and with -'],
  ['2024/03/12', 'write 2024-03-12, without a time and with -'],
  [
    '45363',
    'a number like this is how Excel keeps 2024-03-12: write that, or format the column as text first',
  ],
  ['2012-06/2012-04', 'it ends before it begins: write 2012-04/2012-06'],
  [
    '12 марта 2024',
    'write 2012-04-28, 2012-04, 2012-04-28/2012-05-02, ../2012-05-31 (by) or 2012-04-28/.. (from)',
  ],
])('the hint for the date %s', (text, hint) => {
  expect(readEdtf(text)).toBeNull();
  expect(dateHint(text)).toBe(hint);
});

test('where only a day is possible, the hint names a day', () => {
  expect(dayHint('2023-02-29')).toBe('there is no 2023-02-29: February 2023 has 28 days');
  expect(dayHint('2012-04')).toBe('write 2012-04-28');
});
