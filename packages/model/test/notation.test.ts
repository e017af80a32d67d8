import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMoney, parseQuantity, printMoney, printQuantity } from '../src/index.ts';
import { estimates } from './arbitraries.ts';

test('what is printed is read back as the same estimate', () => {
  fc.assert(
    fc.property(estimates, (estimate) => {
      expect(parseQuantity(printQuantity(estimate))).toEqual({ ok: true, value: estimate });
    }),
  );
});

test.each([
  ['12', 12, 12, false, 0],
  ['~10', 10, 10, true, 0],
  ['≈ 10', 10, 10, true, 0],
  ['30-40', 30, 40, false, 0],
  ['30–40', 30, 40, false, 0],
  ['~ 30 - 40', 30, 40, true, 0],
  ['2+', 2, null, false, 0],
  ['≥ 2', 2, null, false, 0],
  ['~2+', 2, null, true, 0],
  ['?', 0, 0, false, 1],
  ['& 3?', 0, 0, false, 3],
  ['& ?', 0, 0, false, 1],
  ['50.0', 50, 50, false, 0],
  ['~30.0-40.00', 30, 40, true, 0],
  ['0-20', 0, 20, false, 0],
  ['~0 & 2?', 0, 0, true, 2],
  ['10 & ?', 10, 10, false, 1],
  ['~10 & 3?', 10, 10, true, 3],
  ['0', 0, 0, false, 0],
  ['007', 7, 7, false, 0],
])('%s is read', (text, low, high, approximate, unnumbered) => {
  expect(parseQuantity(text)).toEqual({ ok: true, value: { low, high, approximate, unnumbered } });
});

test.each([
  ['', 'unreadable'],
  ['ten', 'unreadable'],
  ['1 000', 'unreadable'],
  ['1,000', 'unreadable'],
  ['-5', 'unreadable'],
  ['1e9', 'unreadable'],
  ['~~3', 'unreadable'],
  ['3-', 'unreadable'],
  ['? & ?', 'unreadable'],
  ['0?', 'unreadable'],
  ['3?', 'unreadable'],
  ['200?', 'unreadable'],
  ['0 & 3?', 'unreadable'],
  ['50.000', 'decimals'],
  ['1.000', 'decimals'],
  ['40-30', 'inverted'],
  ['2.5', 'decimals'],
  ['9999999999', 'too_large'],
  ['٣', 'unreadable'],
])('%j is refused: %s', (text, reason) => {
  expect(parseQuantity(text)).toMatchObject({ ok: false, reason, hint: expect.stringMatching(/\w/) });
});

/** What a cell of a public table holds, and the notation that its hint names. */
const cells = [
  ['1.000', '1000'],
  ['1,373', '1373'],
  ['1 373', '1373'],
  ['1\u00a0373', '1373'],
  ['1,234,567', '1234567'],
  ['500-1.000', '500-1000'],
  ['3.500-4000', '3500-4000'],
  ['ca. 200', '~200'],
  ['about 100', '~100'],
  ['around 1,000 people', '~1000'],
  ['nearly 200', '~200'],
  ['estimated 250', '~250'],
  ['около 10', '~10'],
  ['шамамен 10', '~10'],
  ['20-ға жуық', '~20'],
  ['8-ге жуық', '~8'],
  ['about 30-40', '~30-40'],
  ['60-қа дейін', '0-60'],
  ['8-ден астам', '9+'],
  ['max. 20', '0-20'],
  ['до 20', '0-20'],
  ['20-ға дейін', '0-20'],
  ['fewer than 20', '0-19'],
  ['5 bis 10', '5-10'],
  ['70 to 100', '70-100'],
  ['от 5 до 10', '5-10'],
  ['between 5 and 10', '5-10'],
  ['more than 100', '101+'],
  ['over 1,000', '1001+'],
  ['100-ден астам', '101+'],
  ['at least 20', '20+'],
  ['не менее 20', '20+'],
  ['10 тыс.', '10000'],
  ['2.5 thousand', '2500'],
  ['1,5 млн', '1500000'],
  ['30 суток', '30'],
  ['k.A.', '?'],
  ['--', '?'],
  ['несколько', '?'],
  ['200?', '~200'],
] as const;

test.each(cells)('the hint for %s names %s', (cell, notation) => {
  const parsed = parseQuantity(cell);
  expect(parsed).toMatchObject({ ok: false, hint: expect.stringMatching(/^write /) });
  if (parsed.ok) throw new Error('read');
  expect(parsed.hint.slice('write '.length).split(' (')[0]).toBe(notation);
  expect(parseQuantity(notation).ok).toBe(true);
});

test.each([
  ['10.000 RUB', '10000 RUB'],
  ['10 000 RUB', '10000 RUB'],
  ['10000 руб.', '10000 RUB'],
  ['10 000 руб.', '10000 RUB'],
  ['10 тыс. руб.', '10000 RUB'],
  ['10 тыс. RUB', '10000 RUB'],
  ['$500', '500 USD'],
  ['170€', '170 EUR'],
  ['~170€', '~170 EUR'],
  ['46,150 KZT', '46150 KZT'],
  ['46,150 tenge', '46150 KZT'],
  ['1.234 EUR', '1234 EUR'],
  ['12,50 EUR', '12.50 EUR'],
  ['max. 20 EUR', '0-20 EUR'],
  ['200? USD', '~200 USD'],
])('the hint for the amount %s names %s', (cell, notation) => {
  const parsed = parseMoney(cell);
  if (parsed.ok) throw new Error('read');
  expect(parsed.hint.slice('write '.length).split(' (')[0]).toBe(notation);
  expect(parseMoney(notation).ok).toBe(true);
});

test('units that a law defines are no currency, and the hint says so', () => {
  for (const cell of ['20 базовых величин', '10 МРП', '10 МРП KZT', 'five minimum wages'])
    expect(parseMoney(cell)).toMatchObject({ ok: false, hint: expect.stringMatching(/its units in note/) });
});

test('no hint names a number that is wrong by a thousand', () => {
  const separators = fc.constantFrom('.', ',', ' ', '\u00a0', '\u202f', '’', "'");
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 99_999_999 }), separators, (number, separator) => {
      const cell = String(number).replace(/\B(?=(\d{3})+$)/g, separator);
      const quantity = parseQuantity(cell);
      const amount = parseMoney(`${cell} RUB`);
      if (quantity.ok || amount.ok) throw new Error('read');
      expect(quantity.hint).toContain(`write ${number} `);
      expect(amount.hint).toContain(`write ${number} RUB`);
    }),
  );
});

test.each([
  ['~170 EUR', '~170 EUR'],
  ['EUR 170', '170 EUR'],
  ['32000 kzt', '32000 KZT'],
  ['12.50 EUR', '12.5 EUR'],
  ['?', '?'],
  ['? EUR', '? EUR'],
  ['& 3? EUR', '& 3? EUR'],
  ['& 3?', '& 3?'],
])('the amount %s is read and printed as %s', (text, printed) => {
  const parsed = parseMoney(text);
  expect(parsed.ok && printMoney(parsed.value)).toBe(printed);
});

test.each(['170', 'EUR', '170 EURO', 'EUR 170 EUR', '1.234 EUR', ''])('the amount %j is refused', (text) => {
  expect(parseMoney(text)).toMatchObject({ ok: false, hint: expect.stringMatching(/\w/) });
});

test('pathological texts do not make the parsers backtrack for ever', () => {
  for (const text of ['~'.repeat(100_000), '1'.repeat(100_000), ' '.repeat(100_000), '1-'.repeat(50_000)]) {
    expect(parseQuantity(text).ok).toBe(false);
    expect(parseMoney(text).ok).toBe(false);
  }
});
