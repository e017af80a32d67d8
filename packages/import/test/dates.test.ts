import { expect, it } from 'vitest';
import { readDate } from '../src/dates.ts';
import { readNumber } from '../src/numbers.ts';

const dates: readonly [cell: string, text: string][] = [
  ['2024-03-12', '2024-03-12'],
  ['2024-03-12 00:00:00', '2024-03-12'],
  ['2024/03/12', '2024-03-12'],
  ['12.06.2013', '2013-06-12'],
  ['12.03.24', '2024-03-12'],
  ['25/03/2024', '2024-03-25'],
  ['3/25/2024', '2024-03-25'],
  ['4/4/2024', '2024-04-04'],
  ['12 марта 2024', '2024-03-12'],
  ['12 марта 2024 г.', '2024-03-12'],
  ['March 12th, 2024', '2024-03-12'],
  ['2024 жылғы 12 наурыз', '2024-03-12'],
  ['12. März 2024', '2024-03-12'],
  ['март 2024', '2024-03'],
  ['05.2024', '2024-05'],
  ['3/2024', '2024-03'],
  ['12.03.-14.03.2024', '2024-03-12/2024-03-14'],
  ['12.-14.03.2024', '2024-03-12/2024-03-14'],
  ['19./20.05.2024', '2024-05-19/2024-05-20'],
  ['12.03.2024 - 14.03.2024', '2024-03-12/2024-03-14'],
  ['12–14 марта 2024', '2024-03-12/2024-03-14'],
  ['с 12 по 14 марта 2024', '2024-03-12/2024-03-14'],
  ['(Believed to be) 2020-06-05', '2020-06-05~'],
  ['около 12.03.2024', '2024-03-12~'],
  ['до 12.03.2024', '../2024-03-12'],
  ['2013', '2013'],
];

it.each(dates)('reads %j as %s', (cell, text) => {
  expect(readDate(cell, {})).toEqual({ is: 'read', text });
});

it.each(['', '--', 'Unknown Date', '00.01.1900', 'н/д'])('takes %j for no date', (cell) => {
  expect(readDate(cell, {})).toEqual({ is: 'empty' });
});

it('leaves open what is decided once for a column', () => {
  expect(readDate('4/5/2024', {})).toMatchObject({
    is: 'open',
    decision: 'order',
    examples: ['2024-05-04', '2024-04-05'],
  });
  expect(readDate('4/5/2024', { order: 'day-first' })).toEqual({ is: 'read', text: '2024-05-04' });
  expect(readDate('12.03.', {})).toMatchObject({ is: 'open', decision: 'year' });
  expect(readDate('12.3.', { year: 2024 })).toEqual({ is: 'read', text: '2024-03-12' });
  expect(readDate('12 марта', { year: 2024 })).toEqual({ is: 'read', text: '2024-03-12' });
  expect(readDate('9 мая', { year: 2024 })).toEqual({ is: 'read', text: '2024-05-09' });
  expect(readDate('45363', {})).toMatchObject({ is: 'open', decision: 'serials', examples: ['2024-03-12'] });
  expect(readDate('45363', { serials: true })).toEqual({ is: 'read', text: '2024-03-12' });
});

it('asks about what a spreadsheet has made, days that there are not, and words', () => {
  expect(readDate('Mar-24', {})).toMatchObject({ is: 'asked', proposals: ['2024-03'] });
  expect(readDate('5-Mar', { year: 2024 })).toMatchObject({
    is: 'asked',
    proposals: ['2024-03-05', '2005-03'],
  });
  expect(readDate('9-май', { year: 2024 })).toMatchObject({
    is: 'asked',
    proposals: ['2024-05-09', '2009-05'],
  });
  for (const none of ['31.02.2024', '13.2024']) expect(readDate(none, {})).toMatchObject({ is: 'asked' });
  expect(readDate('14.03.2024 - 12.03.2024', {})).toMatchObject({
    is: 'asked',
    proposals: ['2024-03-12/2024-03-14'],
  });
  expect(readDate('весной', {})).toMatchObject({ is: 'asked', proposals: [] });
});

it('looks for nothing in a cell that is longer than any date or number, in whatever way it is long', () => {
  const signs = ['1 ', '1 - ', ' ', '(', '.', '1.', '-', '~', '\n', '1/', '1-', 'a '];
  for (const sign of signs)
    for (const end of ['', '1', 'x', ' - x'])
      for (const start of ['', '1', 'from ', '(']) {
        const cell = start + sign.repeat(100_000) + end;
        // White space alone is an empty cell.
        if (cell.trim().length < 1_000) continue;
        expect(readDate(cell, {})).toEqual({ is: 'asked', why: { code: 'no_date' }, proposals: [] });
        for (const money of [true, false])
          expect(readNumber(cell, { money })).toMatchObject({ is: 'asked', why: { code: 'unknown_form' } });
      }
});
