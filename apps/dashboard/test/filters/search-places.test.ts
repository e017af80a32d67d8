import type { Place } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { createPlaceSearch } from '../../src/filters/search-places.ts';

const place = (id: string, name_en: string, name_ru: string, name_kk: string, aliases: string[]): Place => ({
  ...{ id, name_en, name_ru, name_kk, aliases, kind: 'city', parent: null, country: 'KZ' },
  ...{ lat: null, lon: null, wikidata: null },
});
const places = [
  place('astana', 'Astana', 'Астана', 'Астана', ['Nur-Sultan']),
  place('ust-kamenogorsk', 'Ust-Kamenogorsk', 'Усть-Каменогорск', 'Өскемен', ['Öskemen', 'Oskemen']),
  place('uralsk', 'Uralsk', 'Уральск', 'Орал', ['Oral']),
];
const found = (typed: string) => createPlaceSearch(places)(typed).map(({ id }) => id);

describe('createPlaceSearch', () => {
  it('finds every place when nothing is typed', () => {
    expect(found('  ')).toEqual(['astana', 'ust-kamenogorsk', 'uralsk']);
  });

  it.each([
    ['nur', 'astana'],
    ['SULTAN', 'astana'],
    ['oskemen', 'ust-kamenogorsk'],
    ['Öske', 'ust-kamenogorsk'],
    ['өске', 'ust-kamenogorsk'],
    ['камен', 'ust-kamenogorsk'],
    ['орал', 'uralsk'],
  ])('finds by any name, alias or word of one: %s', (typed, id) => {
    expect(found(typed)).toEqual([id]);
  });

  it('puts a name that begins so before one that only has such a word', () => {
    const both = [place('a', 'New Oral', 'а', 'а', []), place('b', 'Oral', 'б', 'б', [])];
    expect(createPlaceSearch(both)('oral').map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('takes signs of a pattern as they stand', () => {
    expect(found('.*')).toEqual([]);
    expect(found('(')).toEqual([]);
  });
});
