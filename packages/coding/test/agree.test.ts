import type { RestrictionRecord } from '@article21/model';
import { expect, it } from 'vitest';
import { agree, type Coding } from '../src/index.ts';
import { readEmbedded } from './embedded.ts';

const embedded = await readEmbedded();
const change = (id: string, to: Partial<RestrictionRecord>): Coding => ({
  ...embedded,
  records: embedded.records.map((it) => (it.id === id ? { ...it, ...to } : it)),
});
const ten = '2012-04-28-almaty-detention-3';
const count = { notation: '12', low: 12, high: 12, approximate: false, unnumbered: 0 };
const alphaOf = (second: Coding, field: string, compared = 'written') =>
  agree(embedded, second).fields.find((it) => it.field === field && it.compared === compared);

it('finds a coding the same as itself, whatever the ids and the order', () => {
  const other = { ...embedded, records: embedded.records.map((it, i) => ({ ...it, id: `r${i}` })).reverse() };
  const { same, differ, onlyFirst, onlySecond, fields, leftOut } = agree(embedded, other);
  expect([same.length, differ, onlyFirst, onlySecond]).toEqual([embedded.records.length, [], [], []]);
  expect(leftOut).toEqual({ first: 0, second: 0 });
  expect(fields.find(({ field }) => field === 'kind')).toEqual({
    ...{ field: 'kind', compared: 'written', pairs: embedded.records.length },
    ...{ equal: embedded.records.length, alpha: 1 },
  });
});

it('says in which field two records differ, and lowers the alpha of no other', () => {
  const other = change(ten, { count });
  expect(agree(embedded, other).differ).toMatchObject([
    { first: ten, second: ten, differences: [{ field: 'count', first: '~10', second: '12' }] },
  ]);
  expect(alphaOf(other, 'count')?.alpha).toBeLessThan(1);
  expect(alphaOf(other, 'count', 'number')?.alpha).toBeLessThan(1);
  // As numbers they are near, as words they are others.
  expect(alphaOf(other, 'count', 'number')?.alpha).toBeGreaterThan(alphaOf(other, 'count')?.alpha ?? 1);
  expect(alphaOf(other, 'place')?.alpha).toBe(1);
});

it('pairs records on the same words also where the kinds differ', () => {
  const [pair] = agree(embedded, change(ten, { kind: 'arrest' })).differ;
  expect(pair?.differences).toEqual([{ field: 'kind', first: 'detention', second: 'arrest' }]);
});

it('names what only one coder has', () => {
  const other = { ...embedded, records: embedded.records.filter(({ id }) => id !== ten) };
  expect(agree(embedded, other).onlyFirst).toMatchObject(
    [{ id: ten, kind: 'detention', quote: /^After the rally/ }].map((it) => ({
      ...it,
      quote: expect.stringMatching(it.quote),
    })),
  );
  expect(agree(other, embedded).onlySecond).toHaveLength(1);
});

it('compares nothing of a source that the other has not, or with another text', () => {
  const [source = ''] = embedded.sources;
  const nothing = agree(embedded, { ...embedded, texts: new Map([[source, 'another text']]) });
  expect(nothing.notCompared).toEqual([{ source, why: 'other_text' }]);
  expect(nothing.leftOut).toEqual({ first: embedded.records.length, second: embedded.records.length });
  expect(nothing.fields.every(({ alpha, pairs }) => alpha === null && pairs === 0)).toBe(true);
  expect(agree(embedded, { ...embedded, sources: [] }).notCompared).toEqual([{ source, why: 'only_first' }]);
});

const attributed = (topics: Readonly<Record<string, string>>, attributes = ['topic']): Coding => ({
  ...embedded,
  attributes,
  records: embedded.records.map((it) => {
    const topic = topics[it.id];
    return topic === undefined ? it : { ...it, attributes: { topic } };
  }),
});

it('compares attributes that both declare, and not stated is a value of them', () => {
  const other = embedded.records.find(({ id }) => id !== ten)?.id ?? '';
  const found = agree(attributed({ [ten]: 'labour', [other]: 'land' }), attributed({ [ten]: 'land' }));
  const differing = found.differ.map(({ first, differences }) => [first, differences]);
  expect(Object.fromEntries(differing)).toEqual({
    [ten]: [{ field: 'attribute_topic', first: 'labour', second: 'land' }],
    [other]: [{ field: 'attribute_topic', first: 'land', second: '' }],
  });
  const { length } = embedded.records;
  expect(found.fields.find(({ field }) => field === 'attribute_topic')).toMatchObject({
    ...{ compared: 'written', pairs: length, equal: length - 2 },
  });
  expect(found.attributesNotCompared).toEqual([]);
});

it('compares no attribute that only one of them declares, and says which', () => {
  const both = [attributed({ [ten]: 'labour' }), attributed({}, ['organiser'])] as const;
  const found = agree(...both);
  expect(found.attributesNotCompared).toEqual([
    { attribute: 'topic', why: 'only_first' },
    { attribute: 'organiser', why: 'only_second' },
  ]);
  expect([found.differ, found.fields.filter(({ field }) => field.startsWith('attribute_'))]).toEqual([
    [],
    [],
  ]);
});

it('pairs those records on the same words first that have the same attributes', () => {
  const [record] = embedded.records.filter(({ id }) => id === ten);
  if (record === undefined) throw new Error('no record');
  const of = (id: string, topic: string) => ({ ...record, id, attributes: { topic } });
  const coding = (records: Coding['records']): Coding => ({ ...attributed({}), records });
  const { same, differ } = agree(
    coding([of('a', 'labour'), of('b', 'land')]),
    coding([of('c', 'land'), of('d', 'labour')]),
  );
  expect([same.map(({ first, second }) => first + second), differ]).toEqual([['ad', 'bc'], []]);
});
