import type { PlaceNote } from '@article21/messages/importing';
import { type Place, type Translations, textsOf, translationsIn } from '@article21/model';
import type { Mapping } from '@article21/model/mapping';
import { type Gazetteer, type GazetteerPlace, gazetteer, inLatin, keyOf, namesOf } from './gazetteer.ts';
import { mayLieIn } from './later-divisions.ts';
import { placeAround } from './place-around.ts';
import { type Resolved, search, unclear } from './place-search.ts';
import { createTableRegions, type TableRegion } from './table-regions.ts';

/** A place of the dataset, as far as finding it goes. */
export interface KnownPlace extends Pick<Place, 'id' | 'country' | 'aliases'>, Translations<'name'> {
  kind: string;
  parent?: string | undefined;
  lat?: number | undefined;
  lon?: number | undefined;
}
/** A place that the dataset is to have. */
export type NewPlace = Mapping['places']['add'][string];

export interface Places {
  /** `region` is the cell that says where it lies. A place of which nothing else is said is the region. */
  resolve(typed: string, region?: string): Resolved;
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
  { country, names, regions, add }: Mapping['places'],
  load: () => Gazetteer = gazetteer,
): Places {
  const { added, byName, located, ids, sites, noted, use, take } = createStock(known, add, load);
  const answered = new Map(Object.entries(names).map(([typed, id]) => [spaced(typed), id]));
  let searched = 0;
  const regionOf = createTableRegions({
    ...{ answers: regions, country: country ?? countryOfAll(known), notes: noted },
    located: sites.located,
    take: (division) => use(placeAround(division, sites, load())),
    use: (id) => (ids.has(id) ? use(id) : null),
  });
  const lies = createLies(located, load);
  const is = (id: string): Resolved => ({ is: 'place', id });
  const named = (value: string, cell: string, region: TableRegion | null): Resolved | null => {
    const answer = answered.get(value) ?? answered.get(cell);
    if (answer !== undefined) {
      const number = BY_NUMBER.exec(answer)?.[1];
      const found = number === undefined ? null : load().byNumber(Number(number));
      if (found) return is(take(found, cell, region));
      if (ids.has(answer)) return is(use(answer, region));
      return unclear(value, { code: 'answered_no_place', values: { id: answer } });
    }
    const called = [...(byName.get(keyOf(cell)) ?? [])];
    // What was answered of the same name in another region is not the one in this.
    const elsewhere = new Set(
      region === null ? [] : [...answered].flatMap(([it, id]) => (it.startsWith(`${cell}, `) ? id : [])),
    );
    const all = called.filter((id) => region === null || (!elsewhere.has(id) && lies(id, cell, region)));
    if (all.length > 1)
      return unclear(value, { code: 'several_places', values: { n: all.length } }, all, noted(all));
    return all[0] === undefined ? null : is(use(all[0], region));
  };
  return {
    noteOf: (id) => noted([id])[id] ?? null,
    added: () => added,
    resolve(typed, typedRegion = '') {
      const [own, around] = [spaced(typed), spaced(typedRegion)];
      const region = regionOf(around);
      if (region?.is === 'asked') return region;
      const isRegion = own === '' && region !== null;
      if (isRegion && located.get(region.id)?.kind === 'region') return is(region.id);
      // What is a region and a town in one is said by either.
      const cell = isRegion ? around : own;
      const value = region === null ? cell : `${cell}, ${around}`;
      const known = named(value, cell, region);
      if (known !== null) return known;
      searched += 1;
      return search(cell, country, load(), {
        ...{ value, division: region?.division ?? undefined, byName, noted },
        idThere: (found) => townAmong(found, byName, located),
        take: (found, called) => is(take(found, called, region)),
        isPatient: searched <= MOST_SEARCHED,
      });
    },
  };
}

/** The places of a dataset, with those that a mapping adds, and what becomes of one that a cell means: each answers its id. */
function createStock(known: readonly KnownPlace[], add: Mapping['places']['add'], load: () => Gazetteer) {
  const added = new Map<string, NewPlace>();
  const ids = new Set([...known.map(({ id }) => id), ...Object.keys(add)]);
  const byName = new Map<string, Set<string>>();
  const located = new Map<string, Located>();
  const settle = (id: string, it: NewPlace | KnownPlace, called: readonly string[]) => {
    located.set(id, it);
    for (const name of [id, ...textsOf(it, 'name'), ...called]) {
      const key = keyOf(name);
      byName.set(key, (byName.get(key) ?? new Set()).add(id));
    }
  };
  for (const [id, it] of Object.entries(add)) settle(id, it, []);
  for (const it of known) settle(it.id, it, it.aliases);
  const include = (id: string, place: NewPlace, called: readonly string[] = []) => {
    ids.add(id);
    added.set(id, place);
    settle(id, place, called);
  };
  const sites = { located: () => located, isTaken: (id: string) => ids.has(id), add: include };
  const use = (id: string, region: TableRegion | null = null): string => {
    const fresh = add[id];
    if (fresh === undefined || added.has(id) || known.some((it) => it.id === id)) return id;
    // Whoever names its country alone counts it there: what lies in nothing is missing in the numbers of its country.
    const country = () => placeAround({ country: fresh.country, division: '' }, sites, load());
    const parent = fresh.parent ?? region?.id ?? (fresh.kind === 'country' ? undefined : country());
    if (parent !== undefined) use(parent);
    added.set(id, parent === undefined ? fresh : { ...fresh, parent });
    return id;
  };
  const take = (found: GazetteerPlace, typed: string, region: TableRegion | null): string => {
    const there = townAmong(found, byName, located);
    if (there !== null) return use(there, region);
    const isInIt =
      region !== null && mayLieIn(found.country, found.division, region.division ?? found.division);
    const parent = use(isInIt ? region.id : placeAround(found, sites, load()));
    const id = idOf(found, ids);
    include(id, { ...placeOf(found, typed), parent }, [typed]);
    return id;
  };
  return {
    ...{ added, byName, located, ids, sites, use, take },
    noted: (of: readonly string[]) => notesOf(of, located),
  };
}

/** Whether a place that is called as a cell says may be the one in a region: not where it lies in another, or is a town elsewhere. */
function createLies(located: ReadonlyMap<string, Located>, load: () => Gazetteer) {
  const ancestors = (id: string): string[] => {
    const all: string[] = [];
    for (let at: string | undefined = id; at !== undefined && !all.includes(at); at = located.get(at)?.parent)
      all.push(at);
    return all;
  };
  return (id: string, cell: string, region: TableRegion): boolean => {
    const [, ...around] = ancestors(id);
    if (around.includes(region.id)) return true;
    const place = located.get(id);
    if (place === undefined || [id, ...around].some((it) => located.get(it)?.kind === 'region')) return false;
    const towns = load()
      .named(cell, place.country)
      .filter((it) => region.division === null || mayLieIn(it.country, it.division, region.division));
    return place.lat === undefined || towns.length === 0 || towns.some((it) => isSameTown(place, it));
  };
}

/** The country of all places, where it is one. */
function countryOfAll(places: readonly KnownPlace[]): string | undefined {
  const [one, ...others] = new Set(places.map((it) => it.country));
  return others.length === 0 ? one : undefined;
}

/** The place of the dataset that one of the gazetteer is, so that no town is there twice. */
function townAmong(
  found: GazetteerPlace,
  byName: ReadonlyMap<string, ReadonlySet<string>>,
  located: ReadonlyMap<string, Located>,
): string | null {
  const named = namesOf(found).flatMap((name) => [...(byName.get(keyOf(name)) ?? [])]);
  return named.find((id) => isSameTown(located.get(id), found)) ?? null;
}

type Located = Omit<KnownPlace, 'id' | 'aliases'>;

/** Whether a place of the dataset, which has the name of a town, is that town: no region, and not elsewhere. */
export function isSameTown(place: Located | undefined, town: GazetteerPlace): boolean {
  if (place === undefined || place.country !== town.country) return false;
  if (place.kind !== 'city' && place.kind !== 'settlement') return false;
  const { lat = town.lat, lon = town.lon } = place;
  return Math.abs(lat - town.lat) < SAME_TOWN && Math.abs(lon - town.lon) < SAME_TOWN;
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
