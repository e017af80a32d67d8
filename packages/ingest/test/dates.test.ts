import { readEdtf } from '@article21/model/edtf';
import { expect, test } from 'vitest';
import { chartOn } from '../src/dates.ts';

const date = (text: string | null) => (text === null ? null : readEdtf(text));

test.each([
  ['a day that is stated', '2012-04-28', '2012-05-31', '2012-04-28', '2012-04-28', 'day'],
  ['about a day', '2012-05-31~', null, '2012-05-31', '2012-05-31', 'day'],
  ['later than the assembly began', '2012-04-28/..', '2012-04-28', '2012-04-28', '2012-04-28', 'assembly'],
  ['by the assembly', '../2012-05-31', '2012-05-31', '2012-05-31', '2012-05-31', 'assembly'],
  ['no date', null, '2012-05-31', '2012-05-31', '2012-05-31', 'assembly'],
  ['a month in which the assembly was not', '2012-06', '2012-05-31', '2012-06-01', '2012-06-30', 'interval'],
  ['an assembly of several days', null, '2012-08/2012-08-17', '2012-08-01', '2012-08-17', 'interval'],
  ['an open interval alone', '2012-04-28/..', null, '2012-04-28', null, 'interval'],
  ['nothing at all', null, null, null, null, 'interval'],
])('%s: %s with an assembly on %s', (_, stated, assembly, from, to, by) => {
  expect(chartOn(date(stated), date(assembly))).toMatchObject({ from, to, by });
});

test('that a source says “about” is kept', () => {
  expect(chartOn(date('2012-05-31~'), null).approximate).toBe(true);
  expect(chartOn(date('2012-05-31'), null).approximate).toBe(false);
});
