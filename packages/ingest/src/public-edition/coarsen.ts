import type { Charted, Place, PolicyRule, Precision, RestrictionRecord } from '@article21/model';

/** How precisely a record is published: the coarsest of what the rules that pick it say. */
export function coarsest(rules: readonly PolicyRule[]): Precision {
  const hasRule = (key: 'date' | 'place', value: string) => rules.some((rule) => rule[key] === value);
  return {
    date: hasRule('date', 'year') ? 'year' : hasRule('date', 'month') ? 'month' : null,
    place: hasRule('place', 'country') ? 'country' : hasRule('place', 'region') ? 'region' : null,
  };
}

/**
 * The days that a record may have happened on; null is open. One without a time of its own has that of its assembly,
 * which is not published with it.
 */
export function daysOf({ from, to, day }: Charted): { from: string | null; to: string | null } {
  return from === null && to === null ? { from: day, to: day } : { from, to };
}

/**
 * The whole months or years, in EDTF, that hold the days a record may have happened on; empty where nothing is known of
 * them. Without a unit, the date as it was typed or else the days themselves.
 */
export function coarseDate(
  { date, charted }: Pick<RestrictionRecord, 'date' | 'charted'>,
  unit: Precision['date'],
): string {
  if (unit === null && date !== null) return date;
  const { from, to } = daysOf(charted);
  if (from === null && to === null) return '';
  const isYears = (from ?? '-01-01').endsWith('-01-01') && (to ?? '-12-31').endsWith('-12-31');
  const length = unit === 'year' || (unit === 'month' && isYears) ? 4 : unit === 'month' ? 7 : 10;
  const about = charted.approximate ? '~' : '';
  const end = (day: string | null) => (day === null ? '..' : day.slice(0, length) + about);
  return end(from) === end(to) ? end(from) : `${end(from)}/${end(to)}`;
}

/**
 * The place itself where it is no finer than the unit, else the nearest one of that unit, or the country, that it lies
 * in; null where it lies in none.
 */
export function coarsePlace(
  id: string,
  unit: Precision['place'],
  places: ReadonlyMap<string, Place>,
): string | null {
  if (unit === null) return id;
  const isCoarse = ({ kind }: Place) => kind === 'country' || (unit === 'region' && kind === 'region');
  return placeAndAbove(id, places).find((it) => isCoarse(places.get(it) as Place)) ?? null;
}

/** A place and those it lies in. */
export function placeAndAbove(id: string, places: ReadonlyMap<string, Place>): string[] {
  const chain: string[] = [];
  for (let at = places.get(id); at; at = at.parent === null ? undefined : places.get(at.parent))
    chain.push(at.id);
  return chain;
}
