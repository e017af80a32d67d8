import type { PlaceNote, QuestionMessage } from '@article21/messages/importing';
import { type Place, type Translations, textsOf, translationsIn } from '@article21/model';
import type { Mapping } from '@article21/model/mapping';
import { type Gazetteer, type GazetteerPlace, gazetteer, inLatin, keyOf, namesOf } from './gazetteer.ts';
import { placeAround } from './place-around.ts';

/** A place of the dataset, as far as finding it goes. */
export interface KnownPlace extends Pick<Place, 'id' | 'country' | 'aliases'>, Translations<'name'> {
  kind: string;
  lat?: number | undefined;
  lon?: number | undefined;
}
/** A place that the dataset is to have. */
export type NewPlace = Mapping['places']['add'][string];

type Resolved =
  | { is: 'place'; id: string }
  | {
      is: 'asked';
      question: QuestionMessage;
      proposals: readonly string[];
      notes: Readonly<Record<string, PlaceNote>>;
    };

export interface Places {
  resolve(typed: string): Resolved;
  /** What a place is called; null where there is none of this id. */
  noteOf(id: string): PlaceNote | null;
  /** Those that are no part of the dataset yet and were named by a cell. */
  added(): ReadonlyMap<string, NewPlace>;
}

/** For so many names similar ones are looked for; nobody answers more questions at once. */
const MOST_SEARCHED = 200;
/** How far apart, in degrees, two sources may say that one town lies. */
const SAME_TOWN = 0.25;
/** In an answer, a place of the gazetteer by GeoNames' number: `geonames-1526384`. */
const BY_NUMBER = /^geonames-(\d+)$/;

/**
 * Finds places by what cells say: by the mapping, by the names and ids of the dataset, and by a name that one place
 * alone has in the gazetteer, within the country that the mapping names. Everything else is asked, with what is near.
 */
export function createPlaces(
  known: readonly KnownPlace[],
  { country, names, add }: Mapping['places'],
  load: () => Gazetteer = gazetteer,
): Places {
  const added = new Map<string, NewPlace>();
  let searched = 0;
  const ids = new Set([...known.map(({ id }) => id), ...Object.keys(add)]);
  const byName = new Map<string, Set<string>>();
  const learn = (id: string, all: readonly string[]) => {
    for (const name of [id, ...all]) {
      const key = keyOf(name);
      byName.set(key, (byName.get(key) ?? new Set()).add(id));
    }
  };
  const located = new Map<string, Located>();
  const settle = (id: string, it: NewPlace | KnownPlace, names: readonly string[]) => {
    located.set(id, it);
    learn(id, [...textsOf(it, 'name'), ...names]);
  };
  for (const [id, it] of Object.entries(add)) settle(id, it, []);
  for (const it of known) settle(it.id, it, it.aliases);
  const idThere = (found: GazetteerPlace) => townAmong(found, byName, located);
  const include = (id: string, place: NewPlace, called: readonly string[] = []) => {
    ids.add(id);
    added.set(id, place);
    settle(id, place, called);
  };
  const sites = { located: () => located, isTaken: (id: string) => ids.has(id), add: include };
  const noted = (ids: readonly string[]) => notesOf(ids, located);
  const answered = new Map(Object.entries(names).map(([typed, id]) => [spaced(typed), id]));
  const countryAround = ({ country }: NewPlace) => placeAround({ country, division: '' }, sites, load());
  const use = (id: string): Resolved => {
    const fresh = add[id];
    if (fresh === undefined || added.has(id) || known.some((it) => it.id === id)) return { is: 'place', id };
    // Whoever names its country alone counts it there: what lies in nothing is missing in the numbers of its country.
    const parent = fresh.parent ?? (fresh.kind === 'country' ? undefined : countryAround(fresh));
    if (parent !== undefined && !added.has(parent) && add[parent] !== undefined) use(parent);
    added.set(id, parent === undefined ? fresh : { ...fresh, parent });
    return { is: 'place', id };
  };
  const take = (found: GazetteerPlace, typed: string): Resolved => {
    const there = idThere(found);
    if (there !== null) return use(there);
    const parent = placeAround(found, sites, load());
    use(parent);
    const id = idOf(found, ids);
    include(id, { ...placeOf(found, typed), parent }, [typed]);
    return { is: 'place', id };
  };
  return {
    noteOf: (id) => noted([id])[id] ?? null,
    added: () => added,
    resolve(typed) {
      const cell = spaced(typed);
      const answer = answered.get(cell);
      if (answer !== undefined) {
        const number = BY_NUMBER.exec(answer)?.[1];
        const found = number === undefined ? null : load().byNumber(Number(number));
        if (found) return take(found, cell);
        if (ids.has(answer)) return use(answer);
        return unclear({ code: 'answered_no_place', values: { id: answer } });
      }
      const [one, ...others] = byName.get(keyOf(cell)) ?? [];
      if (one !== undefined && others.length === 0) return use(one);
      if (one !== undefined) {
        const all = [one, ...others];
        return unclear({ code: 'several_places', values: { n: all.length } }, all, noted(all));
      }
      searched += 1;
      return search(cell, country, load(), {
        ...{ take, idThere, byName, noted },
        isPatient: searched <= MOST_SEARCHED,
      });
    },
  };
}

/** The place of the dataset that one of the gazetteer is, so that no town is there twice. */
function townAmong(
  found: GazetteerPlace,
  byName: Names['byName'],
  located: ReadonlyMap<string, Located>,
): string | null {
  const named = namesOf(found).flatMap((name) => [...(byName.get(keyOf(name)) ?? [])]);
  return named.find((id) => isSameTown(located.get(id), found)) ?? null;
}

/** The names of the dataset's own places, and what becomes of one of the gazetteer that a cell means. */
interface Names {
  take(found: GazetteerPlace, typed: string): Resolved;
  idThere(found: GazetteerPlace): string | null;
  byName: ReadonlyMap<string, ReadonlySet<string>>;
  /** What places of the dataset are called, for whoever chooses. */
  noted(ids: readonly string[]): Record<string, PlaceNote>;
  /** Whether similar names are looked for, which takes a while. */
  isPatient: boolean;
}

/** In the gazetteer: taken where one place alone has the name, else asked. */
function search(
  cell: string,
  country: string | undefined,
  places: Gazetteer,
  { take, idThere, byName, noted, isPatient }: Names,
): Resolved {
  const [, city, division] = CITY_AND_STATE.exec(cell) ?? [];
  const all = places.named(city ?? cell, country ?? (division === undefined ? undefined : 'US'));
  const found = division === undefined ? all : all.filter((it) => it.division === division);
  const [only] = found;
  if (only !== undefined && found.length === 1 && (country !== undefined || division !== undefined))
    return take(only, city ?? cell);
  const candidates =
    found.length === 0
      ? alike(cell, country, places, isPatient)
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
  return unclear(question, [...new Set([...ids, ...near.map(([id]) => id)])], {
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
  isPatient: boolean,
): GazetteerPlace[] {
  const [, city, division] = CITY_AND_STATE.exec(cell) ?? [];
  const [, beforeComma] = /^([^,]+),/.exec(cell) ?? [];
  const split = beforeComma === undefined ? [] : places.named(beforeComma, country);
  if (!isPatient) return split;
  const inState = city === undefined ? [] : places.near(city, country ?? 'US', division);
  const here = [...inState, ...split, ...places.near(cell, country)];
  return here.length > 0 || country === undefined
    ? unique(here)
    : [...places.named(cell), ...places.near(cell)];
}

function unique(places: readonly GazetteerPlace[]): GazetteerPlace[] {
  return [...new Map(places.map((it) => [it.geonames, it])).values()];
}

type Located = Omit<KnownPlace, 'id' | 'aliases'>;

/** Whether a place of the dataset, which has the name of a town, is that town: no region, and not elsewhere. */
export function isSameTown(place: Located | undefined, town: GazetteerPlace): boolean {
  if (place === undefined || place.country !== town.country) return false;
  if (place.kind !== 'city' && place.kind !== 'settlement') return false;
  const { lat = town.lat, lon = town.lon } = place;
  return Math.abs(lat - town.lat) < SAME_TOWN && Math.abs(lon - town.lon) < SAME_TOWN;
}

function unclear(
  question: QuestionMessage,
  proposals: readonly string[] = [],
  notes: Record<string, PlaceNote> = {},
): Resolved {
  return { is: 'asked', question, proposals, notes };
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

function notesOf(ids: readonly string[], located: ReadonlyMap<string, Located>): Record<string, PlaceNote> {
  return Object.fromEntries(
    ids.flatMap((id) => {
      const place = located.get(id);
      if (place === undefined) return [];
      const [name = id] = textsOf(place, 'name');
      return [[id, { name, ...translationsIn(place, 'name'), country: place.country }] as const];
    }),
  );
}

function placeOf(found: GazetteerPlace, typed: string): NewPlace {
  const { name, name_ru, name_kk, kind, country, lat, lon } = found;
  const isRussian =
    name_ru === null && /^[\p{Script=Cyrillic}\p{P}\s]+$/u.test(typed) && !/[әғқңөұүһі]/iu.test(typed);
  const ru = name_ru ?? (isRussian ? typed : null);
  return {
    kind,
    country,
    lat,
    lon,
    name_en: name,
    ...(ru === null ? {} : { name_ru: ru }),
    ...(name_kk === null ? {} : { name_kk }),
  };
}

/** The name in letters that an id has; with GeoNames' number where another place has that id. */
function idOf({ name, geonames }: GazetteerPlace, taken: ReadonlySet<string>): string {
  const plain = keyOf(inLatin(name))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 50);
  const id = plain || `place-${geonames}`;
  return taken.has(id) ? `${id}-${geonames}` : id;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
