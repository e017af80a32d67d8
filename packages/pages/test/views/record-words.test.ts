import { words } from '@article21/messages';
import { dateCharted, dateStated, quantities, wordsStated } from '@article21/messages/dataset';
import { exactly, unstated } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { ingestedFine } from '../ingested.ts';
import { record } from '../record.ts';

const en = words('en');
const interval = {
  from: '2012-04-01',
  to: '2012-04-27',
  day: null,
  by: 'interval',
  approximate: true,
} as const;
const byAssembly = {
  from: null,
  to: '2012-04-28',
  day: '2012-04-28',
  by: 'assembly',
  approximate: false,
} as const;

describe('dates', () => {
  it('are said in words, whatever their notation', () => {
    expect(dateStated(record(), en)).toBe('28 April 2012');
    expect(dateStated(record({ date: '2012-04' }), en)).toBe('April 2012');
    expect(dateStated(record({ date: '../2012-05-31' }), en)).toBe('on or before 31 May 2012');
    expect(dateStated(record({ date: '2012-05-31~' }), en)).toBe('31 May 2012, about');
    expect(dateStated(record({ date: null }), en)).toBeNull();
  });

  it('say why a record is counted where it is, when its source does not', () => {
    expect(dateCharted(record(), en)).toBeNull();
    expect(dateCharted(record({ date: null, charted: byAssembly }), en)).toBe(
      '28 April 2012: counted under the date of its assembly',
    );
    expect(dateCharted(record({ charted: interval }), en)).toContain('1–27 April 2012');
    expect(dateCharted(record({ charted: interval }), en)).toContain('the source says “about”');
    // What the source itself states is not said twice.
    const own = { ...interval, approximate: false };
    expect(dateCharted(record({ date: '2012-04-01/2012-04-27', charted: own }), en)).toBe(
      'known only to lie in this period',
    );
  });
});

describe('quantities', () => {
  it('are said in words, with what is not stated', () => {
    expect(quantities(record(), en)).toEqual(['2 detentions']);
    expect(quantities(record({ count: { notation: '?', ...unstated } }), en)).toEqual([
      '1 report without a number',
    ]);
  });

  it('give money in euros, never in cents', async () => {
    expect(quantities(await ingestedFine('~170 EUR'), en)).toEqual([
      '1 person fined',
      'about EUR 170 in fines',
    ]);
  });

  it('give money in another currency as stated, and in euros at its rate beside it', async () => {
    expect(quantities(await ingestedFine('46150 KZT'), en)).toEqual([
      '1 person fined',
      '46,150 KZT (about EUR 94 in fines, at EUR 0.00204 for 1 KZT, March 2024, National Bank)',
    ]);
  });

  it('say in signs what no measure counts', () => {
    const other = record({ kind: 'other', count: { notation: '3+', ...exactly(3), high: null } });
    expect(quantities(other, en)).toEqual(['≥ 3']);
    expect(quantities(record({ kind: 'other', count: { notation: '?', ...unstated } }), en)).toEqual([
      'number not stated',
    ]);
  });
});

describe('wordsStated', () => {
  const stating = (...all: (string | null)[]) =>
    record({
      evidence: all.map((stated) => ({
        ...{
          kind: 'quotation' as const,
          source: 's',
          quote: 'About ten were detained.',
          prefix: null,
          suffix: null,
          start: 0,
          end: 1,
        },
        stated,
      })),
    });

  it('quotes what each source says of the quantity, and what several say alike only once', () => {
    expect(wordsStated(stating('about ten', 'a dozen', 'about ten'), en)).toEqual([
      '“about ten”',
      '“a dozen”',
    ]);
  });

  it('is empty where no words give a quantity, or they are withheld', () => {
    expect(wordsStated(stating(null), en)).toEqual([]);
  });
});
