import { type Language, languages } from '@article21/languages';
import { textIn } from './local-text.ts';
import type { Place } from './place.ts';

/**
 * The places with names that tell them apart, in each language by itself. A name that no other place has stays as it
 * is. Equal ones get the name of what they lie in, `Oktyabr (Akmola Region)`; where that does not tell them apart, or
 * there is nothing that they lie in, the id: `Oktyabr (oktyabr-a)`. Names that differ only in case, signs, spaces or
 * invisible characters are equal, because a reader takes them for one.
 */
export function withDistinctNames(places: readonly Place[]): Place[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  return languages.reduce<Place[]>(
    (named, language) => {
      const names = distinct(places, language, byId);
      return named.map((place, i) => {
        const key = `name_${language}` as const;
        const own = places[i]?.[key];
        const name = names[i] ?? place.id;
        // A name of another language stays where it is, unless it is no longer that name.
        const isBorrowed = own === undefined && name === nameOf(place, language);
        return isBorrowed ? place : { ...place, [key]: name };
      });
    },
    [...places],
  );
}

function nameOf(place: Place, language: Language): string {
  return textIn(place, 'name', language).text;
}

/** The names for readers of one language, in the order of the places. Each round adds more to the names that are still equal. */
function distinct(places: readonly Place[], language: Language, byId: ReadonlyMap<string, Place>): string[] {
  let names = places.map((place) => nameOf(place, language));
  const outer = ({ id, parent }: Place) => {
    const found = byId.get(parent ?? '');
    return found ? nameOf(found, language) : id;
  };
  const longer = [
    (place: Place) => `${nameOf(place, language)} (${outer(place)})`,
    (place: Place) => `${nameOf(place, language)} (${place.id})`,
  ];
  for (const lengthen of longer) {
    const taken = new Map<string, number>();
    for (const name of names) taken.set(folded(name), (taken.get(folded(name)) ?? 0) + 1);
    const isShared = (name: string) => (taken.get(folded(name)) ?? 0) > 1;
    names = names.map((name, i) => {
      const place = places[i];
      return place && isShared(name) ? lengthen(place) : name;
    });
  }
  return names;
}

/** What a reader sees of a name at a glance: its letters and digits. A name of nothing else is itself. */
function folded(name: string): string {
  const letters = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return letters === '' ? name : letters;
}
