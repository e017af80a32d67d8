import type { LoadedSnapshot } from '@article21/answers';
import {
  createPlaceTree,
  type Language,
  type Place,
  type PlaceTree,
  textIn,
  textsOf,
  undrawable,
} from '@article21/model';

const cache = new WeakMap<PlaceTree, Map<Language, PlaceTree>>();

/**
 * The places under names that a picture can have. Where letters of a name are not in its fonts, it has another of the
 * place's names, else its id: a missing glyph would be drawn as an empty box. The same tree where every name can be drawn.
 */
export function drawablePlaces(tree: PlaceTree, language: Language): PlaceTree {
  const byLanguage = cache.get(tree) ?? new Map<Language, PlaceTree>();
  cache.set(tree, byLanguage);
  const found = byLanguage.get(language) ?? renamed(tree, language);
  byLanguage.set(language, found);
  return found;
}

/** The same snapshot with such names. */
export function inDrawableNames(loaded: LoadedSnapshot, language: Language): LoadedSnapshot {
  const tree = drawablePlaces(loaded.tree, language);
  return tree === loaded.tree ? loaded : { ...loaded, tree };
}

/** A title, where a picture can have all of its letters. */
export function drawableTitle(title: string | null): string | null {
  return title === null || undrawable(title).length > 0 ? null : title;
}

function renamed(tree: PlaceTree, language: Language): PlaceTree {
  const nameOf = (place: Place) => textIn(place, 'name', language).text;
  if (tree.places.every((place) => canDraw(nameOf(place)))) return tree;
  const key = `name_${language}` as const;
  const named = (place: Place) => (canDraw(nameOf(place)) ? place : { ...place, [key]: drawableName(place) });
  return createPlaceTree(tree.places.map(named));
}

function drawableName(place: Place): string {
  const names = [...textsOf(place, 'name'), ...place.aliases];
  return names.find(canDraw) ?? place.id;
}

function canDraw(text: string): boolean {
  return undrawable(text).length === 0;
}
