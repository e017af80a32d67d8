import type { Charted, Place, PolicyRule } from '@article21/model';

/** How precisely a record is published: the coarsest of what the rules that pick it say. */
export interface Precision {
  date: PolicyRule['date'] | null;
  place: PolicyRule['place'] | null;
}

/** The coarsest of what several rules say; null where none of them picks. */
export function coarsest(rules: readonly PolicyRule[]): Precision {
  const isSaid = (key: 'date' | 'place', value: string) => rules.some((rule) => rule[key] === value);
  return {
    date: isSaid('date', 'year') ? 'year' : isSaid('date', 'month') ? 'month' : null,
    place: isSaid('place', 'country') ? 'country' : isSaid('place', 'region') ? 'region' : null,
  };
}

/**
 * The whole months or years, in EDTF, that hold the days a record may have happened on; empty where nothing is known of
 * them. A record without a time of its own has that of its assembly, which is not published with it.
 */
export function coarseDate({ from, to, day, approximate }: Charted, unit: 'month' | 'year'): string {
  const [first, last] = from === null && to === null ? [day, day] : [from, to];
  if (first === null && last === null) return '';
  const about = approximate ? '~' : '';
  const end = (it: string | null) => (it === null ? '..' : it.slice(0, unit === 'month' ? 7 : 4) + about);
  return end(first) === end(last) ? end(first) : `${end(first)}/${end(last)}`;
}

/** The place itself where it is no finer than the unit, else the nearest one of that unit, or the country, that it lies in. */
export function coarsePlace(
  id: string,
  unit: 'region' | 'country',
  places: ReadonlyMap<string, Place>,
): Place | null {
  let at = places.get(id);
  while (at && at.kind !== 'country' && !(unit === 'region' && at.kind === 'region'))
    at = at.parent === null ? undefined : places.get(at.parent);
  return at ?? null;
}
