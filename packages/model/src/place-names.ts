import { languages } from './language.ts';
import type { Place } from './place.ts';

type Named = `name_${(typeof languages)[number]}`;

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
      const names = distinct(places, `name_${language}`, byId);
      return named.map((place, i) => ({ ...place, [`name_${language}`]: names[i] ?? place.id }));
    },
    [...places],
  );
}

/** The names in one language, in the order of the places. Each round adds more to the names that are still equal. */
function distinct(places: readonly Place[], key: Named, byId: ReadonlyMap<string, Place>): string[] {
  let names = places.map((place) => place[key]);
  const longer = [
    ({ id, parent, [key]: name }: Place) => `${name} (${byId.get(parent ?? '')?.[key] ?? id})`,
    ({ id, [key]: name }: Place) => `${name} (${id})`,
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
