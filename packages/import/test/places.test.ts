import { expect, it } from 'vitest';
import { gazetteer } from '../src/gazetteer.ts';
import { createPlaces } from '../src/places.ts';
import { gazetteerTowns, knownPlaces } from '../src/typed-place.ts';

const places = createPlaces(
  knownPlaces([
    { id: 'unnamed', kind: 'city', country: 'KZ', aliases: 'the town', name_en: '' },
    { id: 'osh', kind: 'city', country: 'KG', name_ru: 'Ош' },
  ]),
  { names: {}, regions: {}, add: {} },
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

it('finds the towns of Kazakhstan by the names that they had', () => {
  const old = { 'Алма-Ата': 'Almaty', Чимкент: 'Shymkent', Актюбинск: 'Aktobe', Семипалатинск: 'Semey' };
  for (const [name, now] of Object.entries(old))
    expect(
      gazetteer()
        .named(name, 'KZ')
        .map((it) => it.name),
    ).toEqual([now]);
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

it('gives the towns of a country the other names that texts have for them', () => {
  const called = (name: string) =>
    gazetteerTowns([], 'KZ')
      .filter(({ aliases }) => aliases.includes(name))
      .map((it) => it.name_en);
  expect(['Uralsk', 'Karaganda', 'Qaraghandy', 'Zhezkazgan', 'Алма-Ата'].map(called)).toEqual(
    ['Oral', 'Karagandy', 'Karagandy', 'Zhezqazghan', 'Almaty'].map((it) => [it]),
  );
});

it('finds the town that a dataset has by another of its names', () => {
  const own = knownPlaces([{ id: 'own', kind: 'city', country: 'KZ', name_en: 'Uralsk' }]);
  const it = createPlaces(own, { names: {}, regions: {}, add: {}, country: 'KZ' });
  expect(it.resolve('Орал')).toEqual({ is: 'place', id: 'own' });
});

/** The id of the place that a cell is; else the names of those that are proposed, the first first. */
function found(cell: string, country?: string): string | string[] {
  const it = createPlaces([], { names: {}, regions: {}, add: {}, ...(country ? { country } : {}) }).resolve(
    cell,
  );
  return it.is === 'place' ? it.id : it.proposals.map((id) => it.notes[id]?.name ?? '');
}

it.each([
  ['Казань', 'RU', 'kazan'],
  ['Тольятти', 'RU', 'tol-yatti'],
  ['Москва', 'RU', 'moscow'],
  ['München', 'DE', 'munich'],
  ['Uralsk', 'KZ', 'oral'],
  ['Karaganda', 'KZ', 'karagandy'],
  ['Ft. Worth, TX', undefined, 'fort-worth'],
])(
  'finds a town that GeoNames has in other letters, in English, or unabbreviated: %s',
  (cell, country, id) => {
    expect(found(cell, country)).toBe(id);
  },
);

it('proposes the town of the state that a cell names, the largest that is called so, and one beyond the country', () => {
  expect(found('Washington, DC')[0]).toBe('Washington, D.C.');
  expect(found('Halle', 'DE')[0]).toBe('Halle (Saale)');
  expect(found('Екатеринбург', 'RU')).toEqual(['Yekaterinburg']);
  expect(found('Simferopol', 'RU')).toEqual(['Simferopol']);
});
