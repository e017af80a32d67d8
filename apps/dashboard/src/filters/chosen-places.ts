import type { PlaceTree } from '@article21/model';

/** The chosen place that takes in another one; undefined where none does. */
export function takenInBy(id: string, chosen: readonly string[], places: PlaceTree): string | undefined {
  return chosen.find((it) => it !== id && places.within(it).includes(id));
}

/** The choice with one place more or less. A region that is chosen replaces what lies in it. */
export function toggled(chosen: readonly string[], id: string, places: PlaceTree): string[] {
  if (chosen.includes(id)) return chosen.filter((it) => it !== id);
  return places.outermost([...chosen, id]).sort();
}
