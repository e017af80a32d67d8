import type { PlaceNote, QuestionMessage } from '@article21/messages/importing';
import { type Gazetteer, type GazetteerPlace, inLatin, keyOf } from './gazetteer.ts';
import { mayLieIn } from './later-divisions.ts';

/** What a place, or the region that it lies in, is asked: the answer belongs to `value` among the mapping's names or regions. */
export interface Asked {
  is: 'asked';
  list: 'names' | 'regions';
  value: string;
  question: QuestionMessage;
  proposals: readonly string[];
  notes: Readonly<Record<string, PlaceNote>>;
}

export type Resolved = { is: 'place'; id: string } | Asked;

/** The names of the dataset's own places, and what becomes of one of the gazetteer that a cell means. */
interface Names {
  take(found: GazetteerPlace, typed: string): Resolved;
  /** What an answer belongs to in the mapping. */
  value: string;
  /** The part of the country that the table says it lies in, by GeoNames' code. */
  division: string | undefined;
  idThere(found: GazetteerPlace): string | null;
  byName: ReadonlyMap<string, ReadonlySet<string>>;
  /** What places of the dataset are called, for whoever chooses. */
  noted(ids: readonly string[]): Record<string, PlaceNote>;
  /** Whether similar names are looked for, which takes a while. */
  isPatient: boolean;
}

/** In the gazetteer: taken where one place alone has the name, else asked. */
export function search(
  cell: string,
  country: string | undefined,
  places: Gazetteer,
  { take, value, division: told, idThere, byName, noted, isPatient }: Names,
): Resolved {
  const [, city, written] = CITY_AND_STATE.exec(cell) ?? [];
  const division = written ?? told;
  const all = places.named(city ?? cell, country ?? (written === undefined ? undefined : 'US'));
  const found =
    division === undefined ? all : all.filter((it) => mayLieIn(it.country, it.division, division));
  const [only] = found;
  if (only !== undefined && found.length === 1 && (country !== undefined || division !== undefined))
    return take(only, city ?? cell);
  const candidates =
    found.length === 0
      ? alike(cell, country, places, { isPatient, told })
      : // Of "Halle" the largest is "Halle (Saale)".
        unique([...found, ...(isPatient ? places.near(city ?? cell, country, division) : [])]).sort(
          (a, b) => b.population - a.population,
        );
  const [key, latin] = [keyOf(cell), keyOf(inLatin(cell))];
  const similar = [...byName.keys()].filter(
    (name) => name === latin || (name.length > 3 && key.startsWith(name)),
  );
  const ids = similar.flatMap((key) => [...(byName.get(key) ?? [])]).slice(0, 3);
  const near = candidates
    .slice(0, 4)
    .map((it) => [idThere(it) ?? `geonames-${it.geonames}`, describe(it)] as const);
  const question: QuestionMessage =
    found.length > 1 ? { code: 'several_places', values: { n: found.length } } : { code: 'which_place' };
  return unclear(value, question, [...new Set([...ids, ...near.map(([id]) => id)])], {
    ...noted(ids),
    ...Object.fromEntries(near),
  });
}

/** `Springfield, IL`: a town and a state of the United States, as newspapers there write them. */
const CITY_AND_STATE = /^(.+?), ?([A-Z]{2})$/;

/** Towns that a cell may mean which names none exactly: first those of its state, then those of its name, then those of one like it. */
function alike(
  cell: string,
  country: string | undefined,
  places: Gazetteer,
  { isPatient, told }: { isPatient: boolean; told: string | undefined },
): GazetteerPlace[] {
  const [, city, division] = CITY_AND_STATE.exec(cell) ?? [];
  const [, beforeComma] = /^([^,]+),/.exec(cell) ?? [];
  const split = beforeComma === undefined ? [] : places.named(beforeComma, country);
  if (!isPatient) return split;
  const inState = city === undefined ? [] : places.near(city, country ?? 'US', division);
  const inRegion =
    told === undefined ? [] : [...places.near(cell, country, told), ...places.named(cell, country)];
  const here = [...inState, ...inRegion, ...split, ...places.near(cell, country)];
  return here.length > 0 || country === undefined
    ? unique(here)
    : [...places.named(cell), ...places.near(cell)];
}

function unique(places: readonly GazetteerPlace[]): GazetteerPlace[] {
  return [...new Map(places.map((it) => [it.geonames, it])).values()];
}

export function unclear(
  value: string,
  question: QuestionMessage,
  proposals: readonly string[] = [],
  notes: Record<string, PlaceNote> = {},
): Asked {
  return { is: 'asked', list: 'names', value, question, proposals, notes };
}

function describe({ name, name_ru, name_kk, division, country, population }: GazetteerPlace): PlaceNote {
  return {
    name,
    ...(name_ru === null ? {} : { name_ru }),
    ...(name_kk === null ? {} : { name_kk }),
    country,
    // Of most countries it is a number.
    division: /^[A-Z]/.test(division) ? division : '',
    population,
  };
}
