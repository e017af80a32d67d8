import { expect, test } from 'vitest';
import { createPlaceTree, idSchema, type Place } from '../src/index.ts';

function place(id: string, parent: string | null): Place {
  const names = { name_en: id, name_ru: id, name_kk: id };
  return {
    id,
    kind: 'city',
    parent,
    country: 'KZ',
    lat: null,
    lon: null,
    ...names,
    aliases: [],
    wikidata: null,
  };
}

const places = [
  place('kz', null),
  place('almaty-region', 'kz'),
  place('almerek', 'almaty-region'),
  place('astana', 'kz'),
];

test('a place takes in what lies in it', () => {
  const tree = createPlaceTree(places);
  expect(tree.within('kz')).toEqual(['kz', 'almaty-region', 'almerek', 'astana']);
  expect(tree.within('almerek')).toEqual(['almerek']);
  expect(tree.within('atlantis')).toEqual([]);
});

test('a place lies in others, the nearest first, and an unknown one in none', () => {
  const tree = createPlaceTree(places);
  expect(tree.above('almerek')).toEqual(['almaty-region', 'kz']);
  expect([tree.above('kz'), tree.above('atlantis')]).toEqual([[], []]);
  expect([tree.get('astana')?.id, tree.get('atlantis')]).toEqual(['astana', undefined]);
});

test('a tree knows its countries', () => {
  const country = (id: string): Place => ({ ...place(id, null), kind: 'country' });
  const { countries } = createPlaceTree([country('kz'), place('astana', 'kz'), country('kg')]);
  expect(countries.map(({ id }) => id)).toEqual(['kz', 'kg']);
  expect(createPlaceTree([]).countries).toEqual([]);
});

test('a place is counted by region as its widest region, or as itself where it lies in none', () => {
  const of = (id: string, kind: Place['kind'], parent: string | null) => ({ ...place(id, parent), kind });
  const tree = createPlaceTree([
    of('central-asia', 'region', null),
    of('kz', 'country', 'central-asia'),
    of('almaty-region', 'region', 'kz'),
    of('ili', 'region', 'almaty-region'),
    of('almerek', 'settlement', 'ili'),
    of('astana', 'city', 'kz'),
    of('koktal', 'settlement', 'astana'),
    of('baikonur', 'city', null),
  ]);
  const counted = tree.places.map(({ id }) => [id, tree.regionOf(id)]);
  expect(Object.fromEntries(counted)).toEqual({
    'central-asia': 'central-asia',
    kz: 'kz',
    'almaty-region': 'almaty-region',
    ili: 'almaty-region',
    almerek: 'almaty-region',
    astana: 'astana',
    koktal: 'astana',
    baikonur: 'baikonur',
  });
});

test('what lies in another chosen place is not counted twice', () => {
  const tree = createPlaceTree(places);
  expect(tree.outermost(['atlantis', 'astana'])).toEqual(['atlantis', 'astana']);
  expect(tree.outermost(['almerek', 'kz'])).toEqual(['kz']);
  expect(tree.outermost(['almerek', 'astana'])).toEqual(['almerek', 'astana']);
});

test('a cycle and an unknown parent are refused', () => {
  expect(() => createPlaceTree([place('a', 'b'), place('b', 'a')])).toThrow('lies in itself');
  expect(() => createPlaceTree([place('a', 'a')])).toThrow('place a lies in itself');
  expect(() => createPlaceTree([place('a', 'b')])).toThrow('unknown parent of place a: b');
  expect(() => createPlaceTree([place('x', 'a'), place('a', 'b'), place('b', 'a')])).toThrow(
    'lies in itself',
  );
});

test.each(['a', '7', 'a-b', 'x'.repeat(64), `${'x'.repeat(63)}7`])('%j is an id', (id) => {
  expect(idSchema.safeParse(id).success).toBe(true);
});

test.each(['__proto__', 'constructor', 'prototype', 'a-', '../x', 'Almaty', 'a b', '-a', '', 'x'.repeat(65)])(
  '%j is not an id',
  (id) => {
    expect(idSchema.safeParse(id).success).toBe(false);
  },
);
