import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaceTree, languages, type Place, textIn } from '../src/index.ts';

function place(id: string, name: string, parent: string | null = null, kind: Place['kind'] = 'city'): Place {
  const nowhere = { lat: null, lon: null, aliases: [], wikidata: null };
  return { id, kind, parent, country: 'KG', ...nowhere, name_en: name, name_ru: `${name}-ру`, name_kk: name };
}

const akmola = place('akmola', 'Akmola Region', null, 'region');
const karaganda = place('karaganda', 'Karaganda Region', null, 'region');

function names(...places: Place[]): string[] {
  return createPlaceTree(places).places.map((it) => textIn(it, 'name', 'en').text);
}

describe('names of places', () => {
  it('get what they lie in where they are equal, in every language; others stay', () => {
    const tree = createPlaceTree([
      ...[akmola, karaganda],
      ...[place('a', 'Oktyabr', 'akmola'), place('k', 'Oktyabr', 'karaganda'), place('osh', 'Osh', 'akmola')],
    ]);
    expect(tree.places.slice(2).map((it) => it.name_en)).toEqual([
      'Oktyabr (Akmola Region)',
      'Oktyabr (Karaganda Region)',
      'Osh',
    ]);
    expect(tree.get('a')?.name_ru).toBe('Oktyabr-ру (Akmola Region-ру)');
  });

  it('get the id where nothing that they lie in tells them apart', () => {
    expect(names(place('x', 'Osh'), place('y', 'Osh'))).toEqual(['Osh (x)', 'Osh (y)']);
    expect(names(akmola, place('x', 'Osh', 'akmola'), place('y', 'Osh', 'akmola')).slice(1)).toEqual([
      'Osh (x)',
      'Osh (y)',
    ]);
    expect(names(akmola, place('x', 'Osh', 'akmola'), place('y', 'Osh')).slice(1)).toEqual([
      'Osh (Akmola Region)',
      'Osh (y)',
    ]);
  });

  it.each(['Os\u200bh', 'OSH', 'Osh.', ' Osh', 'Os-h', 'Ｏｓｈ', 'Osh\u2060'])('take %j for Osh', (twin) => {
    expect(new Set(names(place('x', 'Osh'), place('y', twin)).map((name) => name.slice(-3)))).toEqual(
      new Set(['(x)', '(y)']),
    );
  });

  it('keep apart what differs in a letter, an accent or a number, and names of signs alone', () => {
    expect(names(place('a', 'Oș'), place('b', 'Oş'), place('c', 'Osh 1'), place('d', 'Osh 2'))).toEqual([
      'Oș',
      'Oş',
      'Osh 1',
      'Osh 2',
    ]);
    expect(names(place('a', '!'), place('b', '?'))).toEqual(['!', '?']);
  });

  it('stay the same when they are made distinct again', () => {
    const [a, b] = [place('a', 'Oktyabr', 'akmola'), place('k', 'Oktyabr', 'karaganda')];
    const once = createPlaceTree([akmola, karaganda, a, b]).places;
    expect(createPlaceTree(once).places).toEqual(once);
  });

  it('that other languages lend are told apart in the reader’s language too, and nothing else is lent', () => {
    const { name_kk: _, name_ru: __, ...english } = place('a', 'Oktyabr');
    const { name_en: ___, name_ru: ____, ...kazakh } = place('b', 'Oktyabr');
    const [first, second] = createPlaceTree([english, kazakh]).places;
    for (const it of languages) {
      expect(first && textIn(first, 'name', it).text).toBe('Oktyabr (a)');
      expect(second && textIn(second, 'name', it).text).toBe('Oktyabr (b)');
    }
    const [alone] = createPlaceTree([english]).places;
    expect(alone).toEqual(english);
  });

  it('are never equal, whatever a dataset calls its places', () => {
    const name = fc.stringMatching(/^[Aa b.(]{1,4}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.boolean()), { maxLength: 8 }), (stated) => {
        const region = place('r', 'A', null, 'region');
        const places = stated.map(([it, inside], i) => place(`p-${i}`, it, inside ? 'r' : null));
        const shown = names(region, ...places);
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });
});
