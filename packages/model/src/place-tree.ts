import type { Place } from './place.ts';
import { withDistinctNames } from './place-names.ts';

/** The places of a dataset as the tree that their parents make, under names that tell them apart. */
export interface PlaceTree {
  readonly places: readonly Place[];
  /** Where there are several, each is named where "city not stated" is said of it. */
  readonly countries: readonly Place[];
  get(id: string): Place | undefined;
  /** The ids of a place and of all that lies in it, itself first; empty for an unknown id. */
  within(id: string): readonly string[];
  /** The ids of the places that a place lies in, the nearest first; empty for an unknown id. */
  above(id: string): readonly string[];
  /**
   * What a place is counted as where counts are by region: the widest region of its country that it is or lies in. A city
   * of no region stands for itself, with all that lies in it, and a country for what names nothing nearer.
   */
  regionOf(id: string): string;
  /** The given ids without those that lie in another of them, so that nothing is counted twice. */
  outermost(ids: readonly string[]): string[];
}

/**
 * Builds the tree, and makes equal names differ (`withDistinctNames`), so that no surface can show two places as one.
 * Throws on a parent that is not a place and on a cycle: ingest has refused both before.
 */
export function createPlaceTree(stated: readonly Place[]): PlaceTree {
  const places = withDistinctNames(stated);
  const byId = new Map(places.map((place) => [place.id, place]));
  const above = new Map(places.map((place) => [place.id, ancestors(place)]));
  const inside = new Map(places.map((place) => [place.id, [place.id]]));
  for (const place of places) for (const id of above.get(place.id) ?? []) inside.get(id)?.push(place.id);

  function ancestors(place: Place): string[] {
    const chain: string[] = [];
    for (let id = place.parent; id !== null; id = byId.get(id)?.parent ?? null) {
      if (!byId.has(id)) throw new Error(`unknown parent of place ${place.id}: ${id}`);
      if (id === place.id || chain.includes(id)) throw new Error(`place ${place.id} lies in itself`);
      chain.push(id);
    }
    return chain;
  }

  return {
    places,
    countries: places.filter(({ kind }) => kind === 'country'),
    get: (id) => byId.get(id),
    within: (id) => inside.get(id) ?? [],
    above: (id) => above.get(id) ?? [],
    regionOf: (id) => {
      const line = [id, ...(above.get(id) ?? [])];
      const kindOf = (it: string) => byId.get(it)?.kind;
      const country = line.findIndex((it) => kindOf(it) === 'country');
      const within = country === -1 ? line : line.slice(0, country);
      return within.findLast((it) => kindOf(it) === 'region') ?? within.at(-1) ?? id;
    },
    outermost: (ids) => {
      const chosen = new Set(ids);
      return [...chosen].filter((id) => !above.get(id)?.some((outer) => chosen.has(outer)));
    },
  };
}
