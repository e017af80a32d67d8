import { foldSpace } from './clean.ts';

type PlaceMatch =
  | { found: 'one'; id: string }
  | { found: 'several'; ids: readonly string[] }
  | { found: 'none' };

/** A place and its names, ids left out. */
export interface Named {
  id: string;
  names: readonly string[];
}

/** Places by everything they are called. */
export interface PlaceNames {
  /** By id, else by a name in any language or an alias; capitals, accents and hyphens make no difference. */
  match(text: string): PlaceMatch;
  /** Every name there is, for hints. */
  readonly names: readonly string[];
}

export function createPlaceNames(places: readonly Named[]): PlaceNames {
  const ids = new Set(places.map(({ id }) => id));
  const byName = new Map<string, Set<string>>();
  for (const { id, names } of places)
    for (const name of [id, ...names]) {
      const key = keyOf(name);
      byName.set(key, (byName.get(key) ?? new Set()).add(id));
    }
  return {
    match(text) {
      if (ids.has(text)) return { found: 'one', id: text };
      const [first, ...others] = byName.get(keyOf(text)) ?? [];
      if (first === undefined) return { found: 'none' };
      return others.length === 0
        ? { found: 'one', id: first }
        : { found: 'several', ids: [first, ...others] };
    },
    names: places.flatMap(({ id, names }) => [id, ...names]),
  };
}

function keyOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\p{Pd}'’ʼ]/gu, ' ');
  return foldSpace(plain);
}
