import type { PlaceTree } from '@article21/model';

/**
 * What sums are kept for: first each place of the cells by itself, then each place of the tree with all that lies in
 * it, then everything. Where two take in the same they are one node.
 */
export interface Nodes {
  /** For each node the places of the cells that it takes in. */
  readonly members: readonly Uint32Array[];
  /** The nodes of places by themselves, ordered by id. */
  readonly own: readonly { readonly place: string; readonly nodes: readonly number[] }[];
  /** The nodes of what is counted in one region (`regionOf` of the tree), ordered by its id. */
  readonly regions: readonly { readonly place: string; readonly nodes: readonly number[] }[];
  /** For each place of the tree the node of it and all in it; null when no cell lies there. */
  readonly inside: ReadonlyMap<string, number | null>;
  /** For each place of the tree the nodes of the places that it lies in, each by itself: "city not stated". */
  readonly above: ReadonlyMap<string, readonly number[]>;
  /** The node of everything; empty when there is no place. */
  readonly everything: readonly number[];
}

/** Builds the nodes. Throws when the cells name a place that the tree does not have. */
export function createNodes(places: readonly string[], tree: PlaceTree): Nodes {
  const unknown = places.filter((id) => !tree.get(id));
  if (unknown.length > 0) throw new Error(`cells name places that are unknown: ${unknown.join(', ')}`);
  const index = new Map(places.map((id, i) => [id, i]));
  const members = places.map((_, i) => Uint32Array.of(i));
  let whole = places.length === 1 ? 0 : null;
  const add = (unordered: readonly number[]): number | null => {
    // As cells are: then those of places that follow each other are one run.
    const list = [...unordered].sort((a, b) => a - b);
    if (list.length < 2) return list[0] ?? null;
    // Stryker disable next-line ConditionalExpression,EqualityOperator: a second node of everything has the same sums
    if (list.length < places.length) return members.push(Uint32Array.from(list)) - 1;
    whole ??= members.push(Uint32Array.from(list)) - 1;
    return whole;
  };
  const inside = new Map(
    tree.places.map(({ id }) => [id, add(tree.within(id).flatMap((it) => index.get(it) ?? []))]),
  );
  const above = new Map(
    tree.places.map(({ id }) => [id, tree.above(id).flatMap((it) => index.get(it) ?? [])]),
  );
  const everything = add([...places.keys()]);
  const inRegions = new Map<string, number[]>();
  places.forEach((id, i) => {
    const region = tree.regionOf(id);
    const found = inRegions.get(region);
    if (found) found.push(i);
    else inRegions.set(region, [i]);
  });
  const regions = inOrder(inRegions).map(({ place, nodes }) => {
    const whole = inside.get(place) ?? null;
    const isWhole = whole !== null && members[whole]?.length === nodes.length;
    const node = isWhole ? whole : add(nodes);
    return { place, nodes: node === null ? [] : [node] };
  });
  const own = places.map((place, i) => ({ place, nodes: [i] })).sort((a, b) => (a.place < b.place ? -1 : 1));
  return { members, own, regions, inside, above, everything: everything === null ? [] : [everything] };
}

/** Nodes by the place that they are of, ordered by its id. */
export function inOrder(nodes: ReadonlyMap<string, number[]>): { place: string; nodes: number[] }[] {
  return [...nodes]
    .map(([place, own]) => ({ place, nodes: own }))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
}
