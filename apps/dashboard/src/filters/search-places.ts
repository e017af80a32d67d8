import { fold, type Place, textsOf } from '@article21/model';

/** Finds places by what is typed; the same places need their names folded only once. */
export type PlaceSearch = (typed: string) => Place[];

/**
 * The places of which some name or alias, in any language, has a word that begins with what was typed; those whose
 * name itself begins so come first. Capitals and accents make no difference; an empty text finds every place.
 */
export function createPlaceSearch(places: readonly Place[]): PlaceSearch {
  const named = places.map((place) => ({
    place,
    names: [...textsOf(place, 'name'), ...place.aliases].map(fold),
  }));
  return (typed) => {
    const wanted = fold(typed.trim());
    if (wanted === '') return [...places];
    const begins = named.filter(({ names }) => names.some((name) => name.startsWith(wanted)));
    const first = new Set(begins);
    const within = named.filter((it) => !first.has(it) && it.names.some((name) => hasWord(name, wanted)));
    return [...begins, ...within].map(({ place }) => place);
  };
}

function hasWord(name: string, wanted: string): boolean {
  return name.split(/[\s()-]+/).some((word) => word.startsWith(wanted));
}
