import { type Amount, convertToCents, exactly, toCents } from '@article21/model';
import { expect, it } from 'vitest';
import { words } from '../src/index.ts';

const march = { eur: 0.00204, from: '2024-03-01', to: '2024-03-31', source: 'NB' };
const april = { eur: 0.0021, from: '2024-04-01', to: null, source: 'NB' };

function tenge(amount: number, rates: Amount['rates']): Amount {
  const [lowest = march, highest = lowest] = rates;
  const cents = convertToCents(exactly(amount), lowest.eur, highest.eur);
  return { notation: `${amount} KZT`, currency: 'KZT', ...exactly(amount), cents, rates };
}

it('says the sum in euros, the rate, its days and who gives it', () => {
  const amount = tenge(46_150, [march]);
  expect(words('en').exchanged(amount)).toBe(
    'about EUR 94 in fines, at EUR 0.00204 for 1 KZT, March 2024, NB',
  );
  expect(words('ru').exchanged(amount)).toBe(
    'штрафы на сумму около 94 евро по курсу 0,00204 евро за 1 KZT, март 2024 г., NB',
  );
  expect(words('kk').exchanged(amount)).toBe(
    'шамамен 94 еуро айыппұл, бағамы: 1 KZT = 0,00204 еуро, 2024 ж. наурыз, NB',
  );
});

it('says the lowest and the highest rate of a time that has several', () => {
  const said = words('en').exchanged(tenge(46_150, [march, april]));
  expect(said).toContain('about EUR 94 to 97 in fines');
  expect(said).toContain('lowest rate: EUR 0.00204 for 1 KZT, March 2024, NB');
  expect(said).toContain('highest rate: EUR 0.0021 for 1 KZT, since 1 April 2024, NB');
});

it.each([
  ['en', 'less than EUR 1'],
  ['ru', 'менее 1 евро'],
  ['kk', '1 еуродан аз'],
] as const)('never says that an amount is nothing: %s', (language, said) => {
  expect(words(language).exchanged(tenge(1, [march]))).toContain(said);
});

it('says nothing where nothing was converted', () => {
  const euros: Amount = { ...tenge(170, []), currency: 'EUR', cents: toCents(exactly(170)) };
  const unstated = { low: 0, high: 0, approximate: false, unnumbered: 1 };
  expect(words('en').exchanged(euros)).toBeNull();
  expect(words('en').exchanged({ ...tenge(1, []), ...unstated, cents: unstated })).toBeNull();
});
