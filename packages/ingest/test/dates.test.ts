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

const FORMS = 'write 2012-04-28, 2012-04, 2012-04-28/2012-05-02, ../2012-05-31 (by) or 2012-04-28/.. (from)';

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
  [
    '12.03.2024',
    'write the year first: 2024-03-12 if the day stands before the month, 2024-12-03 if it stands after it',
  ],
  [
    '5/6/23',
    'write the year first: 2023-06-05 if the day stands before the month, 2023-05-06 if it stands after it',
  ],
  ['5/16/2023', 'write 2023-05-16'],
  ['16.05.2023', 'write 2023-05-16'],
  ['5/5/2023', 'write 2023-05-05'],
  ['14 May 2023', 'write 2023-05-14'],
  ['14-May-2023', 'write 2023-05-14'],
  ['Sept. 4th, 2023', 'write 2023-09-04'],
  ['12 марта 2024', 'write 2024-03-12'],
  ['12 марта 2024 г.', 'write 2024-03-12'],
  ['14 мамыр 2023 ж.', 'write 2023-05-14'],
  ['31 June 2023', FORMS],
  ['2023-05-28 - 2023-06-04', 'write 2023-05-28/2023-06-04'],
  ['2023-05-28–2023-06-04', 'write 2023-05-28/2023-06-04'],
  ['2023-05-28-2023-06-04', 'write 2023-05-28/2023-06-04'],
  ['2023-05-28 to 2023-06-04', 'write 2023-05-28/2023-06-04'],
  ['2023-05 — 2023-06', 'write 2023-05/2023-06'],
  ['28.05.2023 – 14 June 2023', 'write 2023-05-28/2023-06-14'],
  ['12.03.-14.03.2024', 'write 2024-03-12/2024-03-14'],
  ['12.-14.03.2024', 'write 2024-03-12/2024-03-14'],
  ['28.12.2023 - 14.03.2024', 'write 2023-12-28/2024-03-14'],
  ['1.2.-3.4.2024', FORMS],
  ['30.-31.02.2024', FORMS],
  ['5/6/2023 - 2023-06-04', FORMS],
  ['2024-03-12 00:00:00', 'write 2024-03-12, without a time and with -'],
  ['2024/03/12', 'write 2024-03-12, without a time and with -'],
  [
    '45363',
    'a number like this is how Excel keeps 2024-03-12: write that, or format the column as text first',
  ],
  ['2012-06/2012-04', 'it ends before it begins: write 2012-04/2012-06'],
  ['some day in March', FORMS],
])('the hint for the date %s', (text, hint) => {
  expect(readEdtf(text)).toBeNull();
  expect(dateHint(text)).toBe(hint);
});

test('where only a day is possible, the hint names a day', () => {
  expect(dayHint('2023-02-29')).toBe('there is no 2023-02-29: February 2023 has 28 days');
  expect(dayHint('2012-04')).toBe('write 2012-04-28');
});
