import { expect, it } from 'vitest';
import { createPlaces } from '../src/places.ts';
import { knownPlaces } from '../src/typed-place.ts';

const places = createPlaces(
  knownPlaces([
    { id: 'unnamed', kind: 'city', country: 'KZ', aliases: 'the town', name_en: '' },
    { id: 'osh', kind: 'city', country: 'KG', name_ru: 'Ош' },
  ]),
  { names: {}, add: {} },
);

it('calls a place by a name in whichever language it has, and one without any by its id', () => {
  expect(places.noteOf('osh')).toEqual({ name: 'Ош', name_ru: 'Ош', country: 'KG' });
  expect(places.noteOf('unnamed')).toEqual({ name: 'unnamed', country: 'KZ' });
  expect(places.noteOf('nowhere')).toBeNull();
});

it('finds a place by its aliases and by its names in every language', () => {
  expect(places.resolve('The  Town')).toEqual({ is: 'place', id: 'unnamed' });
  expect(places.resolve('Ош')).toEqual({ is: 'place', id: 'osh' });
});
