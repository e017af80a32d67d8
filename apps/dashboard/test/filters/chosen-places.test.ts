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
  const after = (chosen: string[], before: string[], ticked: string[]) =>
    chosenAfter(chosen, new Set(before), new Set(ticked), tree);

  it('has one more or one less', () => {
    expect(after(['town'], ['town'], ['town', 'city'])).toEqual(['city', 'town']);
    expect(after(['city', 'town'], ['city', 'town'], ['town'])).toEqual(['town']);
  });

  it('keeps what is not in sight while something else is ticked', () => {
    expect(after(['town'], [], ['city'])).toEqual(['city', 'town']);
  });

  it('has a region in the place of what lies in it', () => {
    const chosen = ['city', 'town', 'village'];
    expect(after(chosen, chosen, [...chosen, 'region'])).toEqual(['city', 'region']);
  });

  it('knows which chosen place takes another in', () => {
    expect(takenInBy('town', ['region', 'city'], tree)).toBe('region');
    expect(takenInBy('region', ['region'], tree)).toBeUndefined();
    expect(takenInBy('city', ['region'], tree)).toBeUndefined();
  });
});
