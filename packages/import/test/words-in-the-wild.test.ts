import { expect, it } from 'vitest';
import { readNumber } from '../src/numbers.ts';

/** A cell; what it is read as; or what is proposed where it is asked. */
const counts: readonly [cell: string, text: string][] = [
  ['50.0', '50'],
  ['05-15', '5-15'],
  ['10–20', '10-20'],
  ['100+', '100+'],
  ['3.500-4000', '3500-4000'],
  ['500-1.000', '500-1000'],
  ['5 bis 10', '5-10'],
  ['70 to 100', '70-100'],
  ['about 100', '~100'],
  ['around 1 000 people', '~1000'],
  ['at least 20', '20+'],
  ['ca. 200', '~200'],
  ['estimated 250', '~250'],
  ['max. 20', '0-20'],
  ['nearly 200', '~200'],
  ['some 300', '~300'],
  ['unbekannt', '?'],
  ['не менее 84', '84+'],
  ['около 40', '~40'],
  ['от 5 до 10', '5-10'],
  ['до 20', '0-20'],
  ['1,5 тыс.', '1500'],
  ['1-2 тыс. человек', '1000-2000'],
  ['100-ге жуық', '~100'],
  ['50-ге дейін', '0-50'],
  ['кемінде 7 адам', '7+'],
  ['30 суток', '30'],
  ['трое', '3'],
  ['1.234.567', '1234567'],
];

it.each(counts)('reads %j as %s', (cell, text) => {
  expect(readNumber(cell, { money: false })).toEqual({ is: 'read', text });
});

const amounts: readonly [cell: string, text: string][] = [
  ['10 000 руб.', '10000 RUB'],
  ['10 тыс. руб.', '10000 RUB'],
  ['46,150 tenge', '46150 KZT'],
  ['$500', '500 USD'],
  ['170€', '170 EUR'],
  ['10.000 RUB', '10000 RUB'],
  ['1.234,50 EUR', '1234.5 EUR'],
  ['ca. 170 EUR', '~170 EUR'],
];

it.each(amounts)('reads the amount %j as %s', (cell, text) => {
  expect(readNumber(cell, { money: true })).toEqual({ is: 'read', text });
});

const doubtful: readonly [cell: string, proposals: string[]][] = [
  ['hundreds', ['?', '200+']],
  ['thousands', ['?', '2000+']],
  ['a few hundred', ['?']],
  ['several dozen', ['?']],
  ['mehrere 100', ['?']],
  ['two dozen', ['24', '~24']],
  ['150/300', ['150-300', '150', '300']],
  ['150 & 250', ['150-250', '150', '250']],
  ['200-150', ['150-200']],
  ['k.A.', ['?', '']],
  ['(see above)', []],
  ['count pic', []],
  ['66x6', []],
  ['je 1-2', []],
  ['40 und je 10', []],
  ['20\nmax 11', []],
  ['5-Mar', ['3-5', '3']],
  ['3-Mai', ['3-5', '5']],
  ['03. Mai', ['3-5', '5']],
  ['05.мар', ['3-5', '3']],
  ['Mar-24', ['3-24', '3']],
  ['2024-03-05', ['3-5', '3']],
];

it.each(doubtful)('asks what %j means', (cell, proposals) => {
  expect(readNumber(cell, { money: false })).toMatchObject({ is: 'asked', proposals });
});

it('asks about an amount in units of a law', () => {
  expect(readNumber('20 базовых величин', { money: true })).toMatchObject({ is: 'asked', proposals: ['?'] });
});

it.each(['--', '', ' ', '00.01.1900'])('takes %j for empty', (cell) => {
  expect(readNumber(cell, { money: false })).toEqual({ is: 'empty' });
});

it('leaves open what is decided once for a column, and reads it when it is decided', () => {
  expect(readNumber('1,373', { money: false })).toMatchObject({ is: 'open', decision: 'thousands' });
  expect(readNumber('1,373', { money: false, thousands: ',' })).toEqual({ is: 'read', text: '1373' });
  expect(readNumber('1,373', { money: false, thousands: '.' })).toMatchObject({ is: 'asked' });
  expect(readNumber('more than 100', { money: false })).toMatchObject({ is: 'open', decision: 'more_than' });
  expect(readNumber('более 250', { money: false, moreThan: 'same' })).toEqual({ is: 'read', text: '250+' });
  expect(readNumber('500', { money: true })).toMatchObject({ is: 'open', decision: 'currency' });
  expect(readNumber('500', { money: true, currency: 'KZT' })).toEqual({ is: 'read', text: '500 KZT' });
});
