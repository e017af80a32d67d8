import { describe, expect, test } from 'vitest';
import { currencyNamed, parseMoney, parseQuantity } from '../src/index.ts';

const hintOf = (read: ReturnType<typeof parseQuantity> | ReturnType<typeof parseMoney>) =>
  read.ok ? null : read.hint;

describe('the hint of a quantity', () => {
  test.each([
    ['70 to 100', 'write 70-100 (from 70 to 100)'],
    ['between 5 and 10', 'write 5-10 (from 5 to 10)'],
    ['about 30-40', 'write ~30-40 (about 30 to 40)'],
    ['about 100', 'write ~100 (about 100)'],
    ['8-ге жуық', 'write ~8 (about 8)'],
    ['more than 100', 'write 101+ (more than 100, or 100+: at least 100)'],
    ['at least 20', 'write 20+ (at least 20)'],
    ['up to 20', 'write 0-20 (at most 20)'],
    ['20-ға дейін', 'write 0-20 (at most 20)'],
    ['fewer than 1', 'write 0-0 (at most 0)'],
    ['n/a', 'write ? (a report without a number)'],
    [
      '200?',
      'write ~200 (where the number itself is uncertain; ? is one report without a number, & 3? are three)',
    ],
    ['1,373', 'write 1373 (without a separator between thousands)'],
    ['2.5 thousand', 'write 2500 (in digits)'],
    ['3 people', 'write 3 (the number alone)'],
    ['About 1–2 thousand people', 'write ~1000-2000 (about 1000 to 2000)'],
    ['от 1,5 до 2 тысяч', 'write 1500-2000 (from 1500 to 2000)'],
    ['500 to 1 thousand', 'write 500-1000 (from 500 to 1000)'],
    ['5 thousand to 6 thousand', 'write 5000-6000 (from 5000 to 6000)'],
    ['02.Mar', 'write 2-3 (a spreadsheet made a date of it: format the column as text first)'],
    ['2-Mar', 'write 2-3 (a spreadsheet made a date of it: format the column as text first)'],
    ['12-Oct', 'write 10-12 (a spreadsheet made a date of it: format the column as text first)'],
    ['Feb-30', 'write 2-30 (a spreadsheet made a date of it: format the column as text first)'],
    ['02.мар', 'write 2-3 (a spreadsheet made a date of it: format the column as text first)'],
    ['2-Max', null],
    ['nonsense', null],
  ])('%s says what was probably meant, and how it reads: %s', (text, hint) => {
    const said = hintOf(parseQuantity(text));
    expect(said).toBe(hint ?? hintOf(parseQuantity('nonsense')));
  });

  test('that nothing better is known of names the notation', () => {
    const hint =
      'write 12, ~10 (about), 30-40, 2+ (at least), 0-20 (at most), ? (a report without a number) or & 3? (three of them)';
    expect(hintOf(parseQuantity('nonsense'))).toBe(hint);
    expect(hintOf(parseQuantity('fewer than 0'))).toBe(hint);
    expect(hintOf(parseQuantity(`about 1${' '.repeat(60)}`))).toBe(hint);
    expect(hintOf(parseQuantity(`${'0'.repeat(59)}1 people`))).toBe(hint);
  });

  test('says what is too large, inverted, or has too many digits', () => {
    expect(hintOf(parseQuantity('100000001'))).toBe('a quantity is at most 100000000');
    expect(parseQuantity('100000000').ok).toBe(true);
    expect(hintOf(parseQuantity('1-100000001'))).toBe('a quantity is at most 100000000');
    expect(hintOf(parseQuantity('11', 0, 10))).toBe('a quantity is at most 10');
    expect(hintOf(parseQuantity('40-30'))).toBe('write the smaller number first: 30-40');
    expect(hintOf(parseQuantity('2.5'))).toBe('write a whole number');
    expect(hintOf(parseQuantity('2.5555', 2))).toBe('write at most 2 digits after the point');
    expect(parseQuantity('2.55', 2).ok).toBe(true);
    expect(hintOf(parseQuantity('1-2.5555', 2))).toBe('write at most 2 digits after the point');
    expect(hintOf(parseQuantity('0 & 2?'))).toBe(
      'write ? or & 3? for the reports without a number, and 0 in a record of its own',
    );
  });

  test.each([
    ['10 тысяч', '10000'],
    ['1 тысяча', null],
    ['2 тысячи', '2000'],
    ['3 tsd.', '3000'],
    ['4 мың', '4000'],
    ['5k', '5000'],
    ['2 млн.', '2000000'],
    ['1 миллион', '1000000'],
    ['3 million', '3000000'],
    ['1 mio.', '1000000'],
    ["1'234", '1234'],
    ['1’234’567', '1234567'],
    ['ca 5', '~5'],
    ['> 5', '6+'],
    ['<= 5', '0-5'],
    ['< 5', '0-4'],
  ])('%s is %s', (text, notation) => {
    const read = parseQuantity(text);
    expect(read.ok ? 'read' : (read.meant?.notation ?? null)).toBe(notation);
  });
});

describe('the hint of an amount', () => {
  test.each([
    ['$500', 'write 500 USD'],
    ['500 US$', 'write 500 USD'],
    ['500 долларов', 'write 500 USD'],
    ['€ 20', 'write 20 EUR'],
    ['20 euros', 'write 20 EUR'],
    ['£7', 'write 7 GBP'],
    ['10000 руб.', 'write 10000 RUB'],
    ['10000 ₽', 'write 10000 RUB'],
    ['46150 тенге', 'write 46150 KZT'],
    ['46150 тг', 'write 46150 KZT'],
    ['3000 сом', 'write 3000 KGS'],
    ['3000 сомов', 'write 3000 KGS'],
    ['200000 сум', 'write 200000 UZS'],
    ['200000 soum', 'write 200000 UZS'],
    ['850 грн', 'write 850 UAH'],
    ['850 ₴', 'write 850 UAH'],
    ['about 850 грн.', 'write ~850 UAH (about 850)'],
    ['1,234 EUR', 'write 1234 EUR (without a separator between thousands)'],
    ['more than 2.5 EUR', 'write 2.5+ EUR (more than 2.5)'],
    ['1,5 EUR', 'write 1.5 EUR (with a point)'],
    ['about 5', 'write ~5 (about 5)'],
    ['2.5555 EUR', 'write at most 2 digits after the point'],
    ['5-3 EUR', 'write the smaller number first: 3-5'],
  ])('%s names the currency: %s', (text, hint) => {
    expect(hintOf(parseMoney(text))).toBe(hint);
  });

  test.each(['20 базовых величин', '10 МРП', '15 аек', '5 минимальных зарплат', '2 minimum wages'])(
    '%s is asked for in money',
    (text) => {
      expect(hintOf(parseMoney(text))).toBe(
        'write the sum in money and its currency, 46150 KZT, where the source states it; else ?, with its units in note',
      );
    },
  );

  test.each(['nonsense', '', '5', 'EUR', 'EUR 5 KZT', '$', 'x EUR'])(
    '%j is told how amounts are written',
    (text) => {
      expect(parseMoney(text)).toMatchObject({
        ok: false,
        reason: 'unreadable',
        hint: 'write the amount and its currency: ~170 EUR, 32000 KZT, or ? when it is not stated',
      });
    },
  );

  test.each(['5 EUR', 'EUR 5', '  EUR   5  ', '5   eur', '~5-6 EUR', '? EUR', '?'])('%j is read', (text) => {
    expect(parseMoney(text).ok).toBe(true);
  });
});

describe('the currency that a heading names', () => {
  test.each([
    ['Штраф, тенге', 'KZT'],
    ['Сумма штрафа (₸)', 'KZT'],
    ['Айыппұл, теңге', 'KZT'],
    ['Fine, KZT', 'KZT'],
    ['Сумма, руб.', 'RUB'],
    ['Штраф в рублях', 'RUB'],
    ['Штраф ₽', 'RUB'],
    ['Fine (€)', 'EUR'],
    ['Bußgeld in Euro', 'EUR'],
    ['Fine in dollars', 'USD'],
  ])('%s: %s', (heading, currency) => {
    expect(currencyNamed(heading)).toBe(currency);
  });

  test.each(['Сумма', 'Сумма штрафа', 'Штраф, тенге или рубли', 'Some fines', 'Сомнительно', ''])(
    '%j: none',
    (heading) => {
      expect(currencyNamed(heading)).toBeNull();
    },
  );
});
