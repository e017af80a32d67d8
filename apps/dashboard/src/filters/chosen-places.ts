import type { PlaceTree } from '@article21/model';

/** The chosen place that takes in another one; undefined where none does. */
export function takenInBy(id: string, chosen: readonly string[], places: PlaceTree): string | undefined {
  return chosen.find((it) => it !== id && places.within(it).includes(id));
}

/**
 * The choice after another set of the shown places is ticked than before. What is not shown stays as it is, and a
 * region that is chosen replaces what lies in it.
 */
export function chosenAfter(
  chosen: readonly string[],
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  places: PlaceTree,
): string[] {
  const kept = chosen.filter((id) => !before.has(id) || after.has(id));
  return places.outermost([...kept, ...[...after].filter((id) => !before.has(id))]).sort();
}
