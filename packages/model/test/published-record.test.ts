import { describe, expect, it } from 'vitest';
import {
  exactly,
  parseQuantity,
  publishedRecordSchema,
  publishRecord,
  type Quantity,
  type RestrictionRecord,
  readRecord,
  unstated,
} from '../src/index.ts';

function quantity(notation: string): Quantity {
  const parsed = parseQuantity(notation);
  if (!parsed.ok) throw new Error(`unreadable quantity in a test: ${notation}`);
  return { notation, ...parsed.value };
}

const evidence = {
  kind: 'quotation' as const,
  source: 's',
  quote: 'several',
  stated: 'several',
  start: 0,
  end: 7,
  prefix: '',
  suffix: '',
};

function recordOf(count: string, amount: RestrictionRecord['amount'] = null): RestrictionRecord {
  const charted = { from: null, to: null, day: null, by: 'interval' as const, approximate: false };
  return {
    ...{ id: 'r', kind: 'detention', place: 'osh', date: null, charted, assembly: null, phase: null },
    ...{ count: quantity(count), amount, days: quantity(count), basis: 'incident', note: null },
    evidence: [evidence],
  };
}

describe('a published record', () => {
  it('has no ends where its source states no number, in euros neither', () => {
    const amount = { notation: '?', currency: '', ...unstated, cents: unstated, rates: [] };
    const written = publishRecord(recordOf('?', amount));
    for (const it of [written.count, written.days, written.amount, written.amount?.cents])
      expect(it).toMatchObject({ low: null, high: null, unnumbered: 1 });
  });

  it('keeps a stated zero, and what is stated beside reports without a number', () => {
    expect(publishRecord(recordOf('0')).count).toMatchObject({ low: 0, high: 0 });
    expect(publishRecord(recordOf('0-15')).count).toMatchObject({ low: 0, high: 15 });
    expect(publishRecord(recordOf('6 & ?')).count).toMatchObject({ low: 6, unnumbered: 1 });
    expect(publishRecord(recordOf('2+')).count).toMatchObject({ low: 2, high: null });
  });

  it.each(['?', '& 3?', '0', '0-15', '~0-15', '6 & ?', '2+', '~12'])(
    'of %s is read back as it was',
    (typed) => {
      const cents = typed === '?' ? unstated : exactly(9415);
      const amount = { ...quantity(typed), currency: 'EUR', cents, rates: [] };
      const record = recordOf(typed, amount);
      const written = JSON.parse(JSON.stringify(publishRecord(record)));
      expect(readRecord(publishedRecordSchema.parse(written))).toEqual(record);
    },
  );
});
