import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  annotationSchema,
  assemblySchema,
  coverageSchema,
  datasetMetaSchema,
  placeSchema,
  recordSchema,
  sourceSchema,
} from '../src/index.ts';

const quantity = { notation: '~10', low: 10, high: 10, approximate: true, unnumbered: 0 };
const cents = { low: 100, high: null, approximate: false, unnumbered: 0 };
const rate = { eur: 0.002, from: '2012-01-01', to: null, source: 'A bank' };
const evidence = {
  ...{ kind: 'quotation', source: 's-1', quote: 'about ten', stated: 'ten', prefix: null, suffix: 'after' },
  ...{ start: 0, end: 9 },
};
const cited = {
  ...{ kind: 'row', source: 's-1', row: 2, columns: ['people'], stated: 'about ten' },
  table: { header: ['people'], rows: [{ row: 2, cells: ['about ten'] }] },
};
const link = {
  kind: 'link',
  source: 's-1',
  url: 'https://news.example/1',
  accessed: '2026-11-29',
  archive: null,
};
const charted = { from: '2012-04-28', to: null, day: '2012-04-28', by: 'assembly', approximate: false };

/** Of each schema: a sound value, and other values of its fields with whether they are sound. */
const cases: [string, z.ZodType, object, [field: string, value: unknown, sound: boolean][]][] = [
  [
    'place',
    placeSchema,
    {
      ...{ id: 'osh', kind: 'city', parent: 'kg', country: 'KG', lat: 40.5, lon: 72.8 },
      ...{ name_en: 'Osh', name_ru: 'Ош', name_kk: 'Ош', aliases: ['Och'], wikidata: 'Q21' },
    },
    [
      ['id', 'Osh', false],
      ['kind', 'settlement', true],
      ['kind', 'region', true],
      ['kind', 'country', true],
      ['kind', 'town', false],
      ['parent', null, true],
      ['parent', 'KG', false],
      ['country', 'kg', false],
      ['country', 'KGZ', false],
      ['country', 'xKG', false],
      ['lat', null, true],
      ['lat', 90, true],
      ['lat', -90, true],
      ['lat', 90.1, false],
      ['lat', -90.1, false],
      ['lon', null, true],
      ['lon', 180, true],
      ['lon', -180, true],
      ['lon', 180.1, false],
      ['lon', -180.1, false],
      ['name_en', '', false],
      ['name_ru', '', false],
      ['name_kk', '', false],
      ['name_kk', undefined, true],
      ['name_en', 'O', true],
      ['aliases', [], true],
      ['aliases', [''], false],
      ['wikidata', null, true],
      ['wikidata', 'Q', false],
      ['wikidata', 'xQ1', false],
      ['wikidata', 'Q1x', false],
      ['mayor', 'x', false],
    ],
  ],
  [
    'source',
    sourceSchema,
    {
      ...{
        id: 's-1',
        kind: 'table',
        title: 'A',
        publisher: 'B',
        date: '2012',
        url: 'https://example.org/',
        language: 'en',
      },
      ...{ visibility: 'public', rights: 'C', file: 'd.csv', sheet: '2012' },
    },
    [
      ['kind', 'text', true],
      ['kind', 'links', true],
      ['kind', 'link', false],
      ['file', null, true],
      ['file', '', false],
      ['sheet', null, true],
      ['sheet', '', false],
      ['title', '', false],
      ['title_ru', 'А', true],
      ['title_ru', '', false],
      ['publisher', '', false],
      ['publisher_kk', 'Б', true],
      ['date', null, true],
      ['url', null, true],
      ['url', 'http://example.org/', true],
      ['url', 'javascript:alert(1)', false],
      ['url', 'xhttps://example.org/', false],
      ['url', 'httpsx://example.org/', false],
      ['language', 'e', false],
      ['language', 'kaz', true],
      ['language', 'engl', false],
      ['language', 'EN', false],
      ['visibility', 'internal', true],
      ['visibility', 'secret', false],
      ['rights', '', false],
      ['rights_en', 'C', true],
      ['file', '', false],
      ['author', 'x', false],
    ],
  ],
  [
    'record',
    recordSchema,
    {
      ...{ id: 'r-1', kind: 'fine', place: 'osh', date: '2012-04', charted, assembly: 'rally' },
      ...{ phase: 'after', count: quantity, amount: null, days: quantity, basis: 'incident', note: 'n' },
      evidence: [evidence],
    },
    [
      ['id', 'R', false],
      ['kind', 'arrest', true],
      // A dataset may declare kinds of its own; whether it does is asked where it is read.
      ['kind', 'attack_on_journalist', true],
      ['kind', 'Murder!', false],
      ['place', '', false],
      ['date', null, true],
      ['assembly', null, true],
      ['assembly', '!', false],
      ['phase', null, true],
      ['phase', 'before', true],
      ['phase', 'unstated', false],
      ['count', null, true],
      ['count', { ...quantity, low: -1 }, false],
      ['count', { ...quantity, low: 11 }, false],
      ['count', { ...quantity, high: null }, true],
      ['amount', { ...quantity, low: 11, currency: 'KZT', cents, rates: [] }, false],
      ['count', { ...quantity, unnumbered: 0.5 }, false],
      ['count', { ...quantity, unit: 'people' }, false],
      ['days', null, true],
      ['amount', { ...quantity, currency: 'KZT', cents, rates: [rate, rate] }, true],
      ['amount', { ...quantity, currency: 'KZT', cents, rates: [rate, rate, rate] }, false],
      ['amount', { ...quantity, currency: '', cents, rates: [] }, true],
      ['amount', { ...quantity, currency: 'KZ', cents, rates: [] }, false],
      ['amount', { ...quantity, currency: 'xKZT', cents, rates: [] }, false],
      ['amount', { ...quantity, currency: 'KZTx', cents, rates: [] }, false],
      ['amount', { ...quantity, currency: 'KZT', cents, rates: [{ ...rate, eur: 0 }] }, false],
      ['amount', { ...quantity, currency: 'KZT', cents, rates: [{ ...rate, from: null }] }, true],
      ['amount', { ...quantity, currency: 'KZT', cents, rates: [{ ...rate, from: '2012' }] }, false],
      ['basis', 'summary', true],
      ['basis', 'rumour', false],
      ['note', null, true],
      ['note_ru', 'з', true],
      ['evidence', [], false],
      ['evidence', [{ ...evidence, quote: null, stated: null, prefix: null, start: null, end: null }], true],
      ['evidence', [{ ...evidence, suffix: null }], true],
      ['evidence', [evidence, cited, link], true],
      ['evidence', [{ ...cited, row: 0 }], false],
      ['evidence', [{ ...cited, quote: 'about ten' }], false],
      ['evidence', [{ ...cited, row: null, columns: [], stated: null, table: null }], true],
      ['evidence', [{ ...link, url: 'javascript:alert(1)' }], false],
      ['evidence', [{ ...link, archive: 'ftp://archive.example/1' }], false],
      ['evidence', [{ ...link, accessed: '2026-11' }], false],
      ['evidence', [{ ...link, quote: 'about ten' }], false],
      ['evidence', [{ ...evidence, start: -1 }], false],
      ['evidence', [{ ...evidence, end: -1 }], false],
      ['evidence', [{ ...evidence, end: 1.5 }], false],
      ['evidence', [{ ...evidence, source: '' }], false],
      ['evidence', [{ ...evidence, page: 3 }], false],
      ['charted', { ...charted, by: 'interval', day: null }, true],
      ['charted', { ...charted, by: 'day' }, true],
      ['charted', { ...charted, by: 'guess' }, false],
      ['charted', { ...charted, from: null, to: '2012-04-30' }, true],
      ['charted', { ...charted, from: '2012-04' }, false],
      ['charted', { ...charted, to: '2012-04' }, false],
      ['charted', { ...charted, day: '2012-04' }, false],
      ['name', 'A person', false],
    ],
  ],
  [
    'assembly',
    assemblySchema,
    {
      ...{ id: 'rally', campaign: 'spring', place: 'osh', date: '2012-04-28' },
      ...{ title_en: 'A', title_ru: 'А', title_kk: 'А', participants: quantity, authorised: 'no' },
    },
    [
      ['campaign', null, true],
      ['campaign', 'Spring', false],
      ['place', 'Osh', false],
      ['title_en', '', false],
      ['title_ru', '', false],
      ['title_kk', '', false],
      ['participants', null, true],
      ['authorised', 'yes', true],
      ['authorised', 'unknown', true],
      ['authorised', '', false],
      ['organiser', 'x', false],
    ],
  ],
  [
    'coverage',
    coverageSchema,
    { place: 'osh', from: '2012-01-01', to: '2012-12-31', source: 's-1' },
    [
      ['place', 'Osh', false],
      ['from', '2012', false],
      ['to', '2012-02-30', false],
      ['source', null, false],
      ['note', 'x', false],
    ],
  ],
  [
    'annotation',
    annotationSchema,
    { date: '2012-01-01', place: 'osh', text_en: 'A', text_ru: 'А', text_kk: 'А', source: 's-1' },
    [
      ['date', '2012', false],
      ['place', null, true],
      ['source', null, true],
      ['text_en', '', false],
      ['text_ru', '', false],
      ['text_kk', '', false],
      ['colour', 'red', false],
    ],
  ],
  [
    'dataset',
    datasetMetaSchema,
    {
      ...{ name: 'osh', language: 'ru', title: 'A', description: 'B', version: '1', created: '2012-01-01' },
      ...{ synthetic: true, licenses: [{ name: 'CC0-1.0', title: 'Zero', path: 'https://example.org' }] },
      ...{ homepage: 'https://example.org/', contributors: [{ title: 'C', roles: ['coder'] }] },
    },
    [
      ['name', '', false],
      ['language', 'r', false],
      ['language', 'xrus', false],
      ['language', 'RU', false],
      ['title', '', false],
      ['title_kk', '', false],
      ['title_kk', 'А', true],
      ['description', '', false],
      ['description_en', '', false],
      ['version', '', false],
      ['created', '2012', false],
      ['synthetic', 'yes', false],
      ['licenses', [], false],
      ['licenses', [{ title: 'Zero' }], false],
      ['homepage', 'example', false],
      ['contributors', [{}], true],
      ['contributors', [{ title: '' }], false],
      ['contributors', [{ title_ru: 'К' }], true],
      ['contributors', [{ title_ru: '' }], false],
      ['contributors', [{ roles: 'coder' }], false],
    ],
  ],
];

describe.each(cases)('a %s', (_, schema, value, changes) => {
  test('that is sound is read as it is', () => {
    expect(schema.parse(value)).toEqual(value);
  });

  test.each(Object.keys(value))('without its %s is not the same', (field) => {
    const { [field]: _left, ...rest } = value as Record<string, unknown>;
    const read = schema.safeParse(rest);
    expect(read.success && JSON.stringify(read.data) === JSON.stringify(value)).toBe(false);
  });

  test.each(changes)('whose %s is %j: is it sound? %s', (field, changed, sound) => {
    expect(schema.safeParse({ ...value, [field]: changed }).success).toBe(sound);
  });
});

test('what a schema refuses is said in words where the form alone does not say it', () => {
  const messageOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;
  expect(messageOf(placeSchema.shape.country, 'kg')).toBe('an ISO 3166-1 code of two letters');
  expect(messageOf(placeSchema.shape.id, 'constructor')).toBe('a name that JavaScript keeps for itself');
  expect(messageOf(placeSchema.shape.id, 'A')).toMatch(
    /^lower-case letters, digits and hyphens, .* at most 64$/,
  );
});

test('absent fields that have a meaning get it', () => {
  const { synthetic, language } = datasetMetaSchema.parse({
    ...{ name: 'a', title: 'A', version: '1', created: '2012-01-01', licenses: [{ name: 'x' }] },
  });
  expect([synthetic, language]).toEqual([false, 'en']);
  const { rates } = recordSchema.shape.amount.unwrap().parse({ ...quantity, currency: 'KZT', cents });
  expect(rates).toEqual([]);
  const { day: _day, ...before } = charted;
  expect(recordSchema.shape.charted.parse(before).day).toBeNull();
});
