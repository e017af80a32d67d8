import {
  bases,
  createVocabulary,
  dayOf,
  type Estimate,
  phases,
  printDay,
  printQuantity,
  type RestrictionRecord,
} from '@article21/model';
import fc from 'fast-check';

/** A kind, measures and attributes of a dataset's own; as many combinations as there can be. */
export const ownVocabulary = createVocabulary({
  kinds: [{ id: 'raid', label_en: 'Raid', definition_en: 'A search of rooms.' }],
  measures: (['records', 'count', 'amount', 'days'] as const).map((quantity) => {
    const texts = { label_en: `Raids by ${quantity}`, definition_en: 'Of raids.' };
    return { id: `raids_${quantity}`, kind: 'raid', quantity, ...texts };
  }),
  attributes: ['topic', 'authorised', 'organiser', 'form', 'article', 'media'].map((id) => ({
    ...{ id, label_en: id, definition_en: 'As stated.' },
    values: Array.from({ length: 200 }, (_, i) => ({ id: `v${i}`, label_en: `Value ${i}` })),
  })),
});

/** Few places and days, so that records meet in one cell. */
export const placeIds = ['almaty', 'astana', 'kz', 'oral-2', 'semey'];
const FIRST = dayOf(2012, 3, 28);
const DAYS = 70;

const estimates: fc.Arbitrary<Estimate> = fc
  .record({
    low: fc.oneof(fc.nat(20), fc.nat(100_000_000)),
    width: fc.option(fc.nat(9), { nil: null }),
    approximate: fc.boolean(),
    unnumbered: fc.nat(3),
  })
  .map(({ low, width, ...rest }) => ({ low, high: width === null ? null : low + width, ...rest }));

const quantities = fc.option(
  estimates.map((it) => ({ notation: printQuantity(it), ...it })),
  { nil: null },
);

const rates = fc.array(
  fc.record({
    eur: fc.double({ min: 1e-9, max: 10, noNaN: true }),
    from: fc.constantFrom(null, '2012-04-01'),
    to: fc.constantFrom(null, '2012-04-30'),
    source: fc.constantFrom('Bank', 'Банк «Орда»'),
  }),
  { maxLength: 2 },
);

const amounts = fc.option(
  fc
    .tuple(estimates, estimates, fc.constantFrom('EUR', 'KZT', ''), rates)
    .map(([stated, cents, currency, rates]) => ({
      notation: `${printQuantity(stated)} ${currency}`,
      currency,
      ...stated,
      low: stated.low + 0.25,
      high: stated.high === null ? null : stated.high + 0.5,
      cents,
      rates,
    })),
  { nil: null },
);

/** Any text that ingest lets through, and some that it does not. */
export const texts = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    'Шаңырақ «митинг» 😀',
    "'; DROP TABLE records; --",
    '"',
    '\\',
    '\n\r\t',
    '\u0000',
    '{}',
    'null',
  ),
);
const maybeTexts = fc.option(texts, { nil: null });

const source = fc.constantFrom('statement', 'letter');
const quotations = fc.record({
  kind: fc.constant('quotation' as const),
  source,
  quote: maybeTexts,
  stated: maybeTexts,
  prefix: maybeTexts,
  suffix: maybeTexts,
  start: fc.option(fc.nat(), { nil: null }),
  end: fc.option(fc.nat(), { nil: null }),
});
const tables = fc.record({
  header: fc.array(texts, { maxLength: 3 }),
  rows: fc.array(
    fc.record({ row: fc.integer({ min: 1, max: 9 }), cells: fc.array(texts, { maxLength: 3 }) }),
    {
      maxLength: 2,
    },
  ),
});
const rows = fc.record({
  kind: fc.constant('row' as const),
  source,
  row: fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: null }),
  columns: fc.array(texts, { maxLength: 3 }),
  stated: maybeTexts,
  table: fc.option(tables, { nil: null }),
});
const addresses = fc.constantFrom(null, 'https://news.example/1', 'http://news.example/ә?q=%D0%90');
const links = fc.record({
  kind: fc.constant('link' as const),
  source,
  url: addresses,
  accessed: fc.constantFrom(null, '2012-02-29', '2026-11-29'),
  archive: addresses,
});

const days = fc.nat(DAYS).map((it) => FIRST + it);
const charted: fc.Arbitrary<RestrictionRecord['charted']> = fc.oneof(
  fc.record({ from: days, approximate: fc.boolean() }).map(({ from, approximate }) => ({
    from: printDay(from),
    to: printDay(from),
    day: null,
    by: 'day' as const,
    approximate,
  })),
  fc
    .record({ from: days, length: fc.nat(40), day: days, open: fc.nat(5), approximate: fc.boolean() })
    .map(({ from, length, day, open, approximate }) => ({
      from: open === 0 || open === 2 ? null : printDay(from),
      to: open === 1 || open === 2 ? null : printDay(from + length),
      day: printDay(day),
      by: 'assembly' as const,
      approximate,
    })),
  fc
    .record({ from: days, length: fc.nat(40), open: fc.nat(5), approximate: fc.boolean() })
    .map(({ from, length, open, approximate }) => ({
      from: open === 0 || open === 2 ? null : printDay(from),
      to: open === 1 || open === 2 ? null : printDay(from + length),
      day: null,
      by: 'interval' as const,
      approximate,
    })),
  fc.constantFrom(
    { from: '0001-01-01', to: '9999-12-31', day: null, by: 'interval' as const, approximate: false },
    { from: '1969-12-31', to: '1970-01-01', day: null, by: 'interval' as const, approximate: true },
  ),
);

const value = fc.constantFrom('v0', 'v1', 'v199');
const attributes = fc
  .uniqueArray(fc.tuple(fc.constantFrom('topic', 'authorised', 'media'), value), {
    minLength: 1,
    selector: ([id]) => id,
  })
  .map((stated) => Object.fromEntries(stated));

const records: fc.Arbitrary<RestrictionRecord> = fc.record({
  id: fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,12}[a-z0-9])?$/),
  kind: fc.constantFrom(...ownVocabulary.kinds),
  place: fc.constantFrom(...placeIds),
  date: fc.constantFrom(null, '2012-04-28', '2012-05-31~', '../2012'),
  charted,
  assembly: fc.constantFrom(null, 'almaty-2012-04-28'),
  phase: fc.constantFrom(null, ...phases),
  count: quantities,
  amount: amounts,
  days: quantities,
  basis: fc.constantFrom(...bases),
  note: maybeTexts,
  note_ru: fc.option(fc.constant('примечание'), { nil: undefined }),
  attributes: fc.option(attributes, { nil: undefined }),
  evidence: fc.array(fc.oneof(quotations, rows, links), { minLength: 1, maxLength: 3 }),
});

/** Records with ids of their own. */
export function recordLists(maxLength = 60): fc.Arbitrary<RestrictionRecord[]> {
  return fc.uniqueArray(records, { maxLength, selector: (record) => record.id, size: 'max' });
}
