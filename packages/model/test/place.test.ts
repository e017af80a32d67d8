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

const tree = createPlaceTree([
  place('kz', null),
  place('almaty-region', 'kz'),
  place('almerek', 'almaty-region'),
  place('astana', 'kz'),
]);

test('a place takes in what lies in it', () => {
  expect(tree.within('kz')).toEqual(['kz', 'almaty-region', 'almerek', 'astana']);
  expect(tree.within('almerek')).toEqual(['almerek']);
  expect(tree.within('atlantis')).toEqual([]);
});

test('what lies in another chosen place is not counted twice', () => {
  expect(tree.outermost(['almerek', 'kz'])).toEqual(['kz']);
  expect(tree.outermost(['almerek', 'astana'])).toEqual(['almerek', 'astana']);
});

test('a cycle and an unknown parent are refused', () => {
  expect(() => createPlaceTree([place('a', 'b'), place('b', 'a')])).toThrow('lies in itself');
  expect(() => createPlaceTree([place('a', 'b')])).toThrow('unknown parent');
});

test.each(['__proto__', 'constructor', '../x', 'Almaty', 'a b', '-a', '', 'x'.repeat(65)])(
  '%j is not an id',
  (id) => {
    expect(idSchema.safeParse(id).success).toBe(false);
  },
);
