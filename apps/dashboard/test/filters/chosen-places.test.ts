import { createPlaceTree, type Place } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { chosenAfter, takenInBy } from '../../src/filters/chosen-places.ts';

const place = (id: string, kind: Place['kind'], parent: string | null): Place => ({
  ...{ id, kind, parent, country: 'KZ', lat: null, lon: null, wikidata: null, aliases: [] },
  ...{ name_en: id, name_ru: id, name_kk: id },
});
const tree = createPlaceTree([
  place('kz', 'country', null),
  place('region', 'region', 'kz'),
  place('town', 'city', 'region'),
  place('village', 'settlement', 'region'),
  place('city', 'city', 'kz'),
]);

describe('the choice of places', () => {
  it('has one more or one less', () => {
    expect(chosenAfter(['town'], 'city', tree)).toEqual(['city', 'town']);
    expect(chosenAfter(['city', 'town'], 'city', tree)).toEqual(['town']);
  });

  it('has a region in the place of what lies in it', () => {
    expect(chosenAfter(['city', 'town', 'village'], 'region', tree)).toEqual(['city', 'region']);
  });

  it('knows which chosen place takes another in', () => {
    expect(takenInBy('town', ['region', 'city'], tree)).toBe('region');
    expect(takenInBy('region', ['region'], tree)).toBeUndefined();
    expect(takenInBy('city', ['region'], tree)).toBeUndefined();
  });
});
