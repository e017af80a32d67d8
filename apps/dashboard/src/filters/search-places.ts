import type { Place } from '@article21/model';

/**
 * The places of which some name or alias, in any language, has a word that begins with what was typed; those whose
 * name itself begins so come first. Capitals and accents make no difference; an empty text finds every place.
 */
export function searchPlaces(places: readonly Place[], typed: string): Place[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return [...places];
  const ranked = places.map((place) => ({ place, rank: rankOf(place, wanted) }));
  return ranked
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ place }) => place);
}

function rankOf(place: Place, wanted: string): number | null {
  const names = [place.name_en, place.name_ru, place.name_kk, ...place.aliases].map(fold);
  if (names.some((name) => name.startsWith(wanted))) return 0;
  return names.some((name) => name.split(/[\s-]+/).some((word) => word.startsWith(wanted))) ? 1 : null;
}

/** Without capitals and accents: "Öskemen" and "oskemen" are one name. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
