import { expect, it } from 'vitest';
import { gazetteer } from '../src/gazetteer.ts';
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

it('finds a town by its name with one letter too many, too few or another', () => {
  const towns = ['Shymkent', 'Pavlodar'];
  for (const name of towns)
    for (let at = 0; at < name.length; at++) {
      const [before, letter = '', after] = [name.slice(0, at), name[at], name.slice(at + 1)];
      for (const typed of [before + after, `${before}${letter}w${after}`, `${before}w${after}`])
        expect(
          gazetteer()
            .near(typed, 'KZ')
            .map((it) => it.name),
          typed,
        ).toContain(gazetteer().named(name, 'KZ')[0]?.name);
    }
});
