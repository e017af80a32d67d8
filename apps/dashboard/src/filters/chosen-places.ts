import type { PlaceTree } from '@article21/model';

/** The chosen place that takes in another one; undefined where none does. */
export function takenInBy(id: string, chosen: readonly string[], places: PlaceTree): string | undefined {
  return chosen.find((it) => it !== id && places.within(it).includes(id));
}

/**
 * The choice after a place was pressed: without it where it was chosen, else with it. A region that is chosen replaces
 * what lies in it.
 */
export function chosenAfter(chosen: readonly string[], pressed: string, places: PlaceTree): string[] {
  if (chosen.includes(pressed)) return chosen.filter((id) => id !== pressed);
  return places.outermost([...chosen, pressed]).sort();
}
