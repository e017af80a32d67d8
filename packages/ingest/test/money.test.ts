import { expect, test } from 'vitest';
import { readDataset } from '../src/index.ts';
import { createAmounts } from '../src/quantities.ts';
import type { Row } from '../src/row.ts';
import { noRates } from '../src/tables/rates.ts';
import { type Files, readAll, sound, writeDataset } from './folder.ts';

/** Rates of the tenge for four months; nothing else of the dataset is about money. */
const months = `currency,from,to,eur,source
KZT,2012-03-01,2012-03-31,0.0051,Bank
KZT,2012-04-01,2012-04-30,0.0050,Bank
KZT,2012-05-01,2012-05-31,0.0053,Ministry
KZT,2012-07-01,2012-07-31,0.0050,Gazette
`;

interface Fine {
  amount?: string;
  date?: string;
  assembly?: string;
  phase?: string;
  rates?: string | null;
  created?: string;
}

/** Reads one fine, of 20,000 tenge unless something else is said. */
async function fine({ amount = '20000 KZT', date = '', assembly = '', phase = '', ...other }: Fine) {
  const { rates = months, created = '2026-11-23' } = other;
  const files: Files = {
    'rates.csv': rates,
    'datapackage.json': sound['datapackage.json'].replace('2026-11-23', created),
    'records.csv': `id,kind,place,date,assembly,phase,count,amount,days,basis,note
f1,fine,almaty,${date},${assembly},${phase},2,${amount},,incident,
`,
    'evidence.csv': `record,source,quote,stated
f1,statement,two fined 20000 tenge,two fined 20000 tenge
`,
  };
  const { records, issues } = await readAll(writeDataset(files));
  return { amount: records[0]?.amount, cents: records[0]?.amount?.cents, issues };
}

const converted = (low: number, high: number | null = low) => ({
  low,
  high,
  approximate: true,
  unnumbered: 0,
});
const april = { eur: 0.005, from: '2012-04-01', to: '2012-04-30', source: 'Bank' };
const may = { eur: 0.0053, from: '2012-05-01', to: '2012-05-31', source: 'Ministry' };

test('an amount is kept as stated, and converted at the rate of its day, which it names', async () => {
  const { amount, issues } = await fine({ date: '2012-04-28' });
  expect(issues).toEqual([]);
  expect(amount).toEqual({
    notation: '20000 KZT',
    currency: 'KZT',
    ...{ low: 20_000, high: 20_000, approximate: false, unnumbered: 0 },
    cents: converted(10_000),
    rates: [april],
  });
});

test('an amount in euros is converted at nothing, and as exact as it is stated', async () => {
  const { amount } = await fine({ amount: '169.95 EUR', rates: null });
  expect(amount).toMatchObject({ cents: { low: 16_995, high: 16_995, approximate: false }, rates: [] });
});

test('an amount that is not stated needs no rate', async () => {
  const { amount, issues } = await fine({ amount: '? RUB', rates: null });
  expect(issues).toEqual([]);
  expect(amount).toMatchObject({ cents: { low: 0, high: 0, approximate: false, unnumbered: 1 }, rates: [] });
});

test.each<[string, Fine, ReturnType<typeof converted>, unknown[]]>([
  ['an interval', { date: '2012-04/2012-05' }, converted(10_000, 10_600), [april, may]],
  ['a month that one rate holds in', { date: '2012-05' }, converted(10_600), [may]],
  [
    'a day that is not known to the last',
    { date: '2012-04-30/2012-05-01' },
    converted(10_000, 10_600),
    [april, may],
  ],
  [
    'from a day on',
    { date: '2012-05-02/..' },
    converted(10_000, 10_600),
    [{ ...april, from: '2012-07-01', to: '2012-07-31', source: 'Gazette' }, may],
  ],
  [
    'until a day',
    { date: '../2012-04-28' },
    converted(10_000, 10_200),
    [april, { eur: 0.0051, from: '2012-03-01', to: '2012-03-31', source: 'Bank' }],
  ],
  [
    'no time at all',
    {},
    converted(10_000, 10_600),
    [{ ...april, to: '2012-07-31', source: 'Bank; Gazette' }, may],
  ],
  [
    'after an assembly',
    { assembly: 'rally', phase: 'after' },
    converted(10_000, 10_600),
    [{ ...april, to: '2012-07-31', source: 'Bank; Gazette' }, may],
  ],
  ['during an assembly', { assembly: 'rally', phase: 'during' }, converted(10_000), [april]],
  [
    'an assembly, but not whether before or after it',
    { assembly: 'rally' },
    converted(10_000, 10_600),
    [{ ...april, to: '2012-07-31', source: 'Bank; Gazette' }, may],
  ],
  [
    'nothing after the dataset was made',
    { date: '2012-03-15/..', created: '2012-04-30' },
    converted(10_000, 10_200),
    [april, { eur: 0.0051, from: '2012-03-01', to: '2012-03-31', source: 'Bank' }],
  ],
  [
    'a year that is not over',
    { date: '2012-04-01/2012-12-31', created: '2012-05-31' },
    converted(10_000, 10_600),
    [april, may],
  ],
])('the amount of a time spans its lowest and its highest rate: %s', async (_, asked, cents, rates) => {
  const { amount, issues } = await fine(asked);
  expect(issues).toEqual([]);
  expect(amount).toMatchObject({ cents, rates });
});

test('a reading knows the lowest and the highest rate of each currency that it converted by', async () => {
  const outcome = await readDataset(
    writeDataset({
      'rates.csv': `${months}RUB,,,0.01,Bank\nUSD,,,0.9,Bank\n`,
      'records.csv': `id,kind,place,date,count,amount,basis
f1,fine,almaty,2012-04-28,2,20000 KZT,incident
f2,fine,almaty,2012-05,2,20000 KZT,incident
f3,fine,almaty,2012-05,2,500 RUB,incident
`,
      'evidence.csv': `record,source,quote,stated
f1,statement,two fined 20000 tenge,20000
f2,statement,two fined 20000 tenge,20000
f3,statement,two fined 20000 tenge,two
`,
    }),
  );
  if (!outcome.ok) throw new Error('not read');
  for await (const record of outcome.reading.records()) expect(record.amount?.rates).toHaveLength(1);
  expect(outcome.reading.issues()).toEqual([]);
  expect(outcome.reading.conversions()).toEqual([
    { currency: 'KZT', rates: [april, may] },
    { currency: 'RUB', rates: [{ eur: 0.01, from: null, to: null, source: 'Bank' }] },
  ]);
});

test('rates may stand in any order', async () => {
  const [header, ...rows] = months.trim().split('\n');
  const { amount } = await fine({ date: '2012-04/2012-05', rates: [header, ...rows.reverse()].join('\n') });
  expect(amount).toMatchObject({ cents: converted(10_000, 10_600), rates: [april, may] });
});

test.each<[string, Fine, RegExp]>([
  ['days between two', { date: '2012-05/2012-07' }, /2012-06-01, 2012-06-30/],
  ['days before the first', { date: '2012-02-10/2012-03-10' }, /2012-02-10, 2012-02-29/],
  ['days after the last', { date: '2012-07-30/2012-08-02' }, /2012-08-01, 2012-08-02/],
  ['a day', { date: '2012-06-15' }, /first day, last day/],
  ['the first day of an open time', { date: '2012-06-15/..' }, /first day, last day/],
  [
    'a currency that nobody wrote down',
    { amount: '500 RUB', date: '2012-06-15/2012-06-16' },
    /RUB, 2012-06-15, 2012-06-16/,
  ],
  ['a currency of no time', { amount: '500 RUB' }, /RUB, first day, last day/],
])('the days that have no rate are told: %s', async (_, asked, hint) => {
  const { issues } = await fine(asked);
  expect(issues).toMatchObject([
    { code: 'no_rate', row: 2, column: 'amount', hint: expect.stringMatching(hint) },
  ]);
});

test('whoever adds the row that a hint asks for is not told that there is another', async () => {
  const asked = { date: '2012-02-10/2012-07-31' };
  let rates = months;
  for (const row of ['KZT,2012-02-10,2012-02-29', 'KZT,2012-06-01,2012-06-30']) {
    const { issues } = await fine({ ...asked, rates });
    expect(issues[0]?.hint.replaceAll(', ', ',')).toContain(row);
    rates += `${row},0.0052,Bank\n`;
  }
  expect((await fine({ ...asked, rates })).issues).toEqual([]);
});

test('an overlap is told wherever its rows stand', async () => {
  for (const days of ['2012-03-31,2012-03-31', ',2012-03-01', '2012-07-31,', ',', '2012-05-10,2012-05-11']) {
    const { issues } = await fine({ date: '2012-04-28', rates: `${months}KZT,${days},0.0049,Bank\n` });
    expect(issues, days).toMatchObject([
      { file: 'rates.csv', row: 6, column: 'from', code: 'invalid_value' },
    ]);
  }
});

test('large amounts of small money are read, and what cannot be summed to the cent is refused', async () => {
  const small = 'currency,from,to,eur,source\nUZS,,,0.0004,Bank\n';
  expect((await fine({ amount: '200000000 UZS', rates: small })).cents).toEqual(converted(8_000_000));
  const { issues } = await fine({ amount: '1000000000.01 EUR' });
  expect(issues).toMatchObject([
    { code: 'unreadable_quantity', column: 'amount', hint: expect.stringMatching(/1000000000 EUR/) },
  ]);
});

test('the sum of all amounts stays exact to the cent, or is refused', () => {
  const readAmount = createAmounts(noRates);
  const problems: string[] = [];
  const row: Row<'amount'> = {
    number: 2,
    sound: true,
    get: () => '1000000000 EUR',
    typed: () => '1000000000 EUR',
    warn: () => {},
    confirmed: new Set(),
    refused: () => false,
    report: (_, { code }) => problems.push(code),
  };
  let sum = 0;
  while (problems.length === 0) sum += readAmount(row, 'amount', null)?.cents.low ?? 0;
  expect(sum).toBe(Math.floor(Number.MAX_SAFE_INTEGER / 1e11) * 1e11);
  expect(problems).toEqual(['unreadable_quantity']);
});
