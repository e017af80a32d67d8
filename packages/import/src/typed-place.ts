import type { PlaceNote, QuestionMessage } from '@article21/messages/importing';
import { type Place, placeKinds, translationsOf } from '@article21/model';
import { gazetteer, inLatin, keyOf, namesOf } from './gazetteer.ts';
import { idFrom } from './ids.ts';
import { createPlaces, isSameTown, type KnownPlace, type NewPlace } from './places.ts';

type Row = Readonly<Record<string, string>>;

/** What a place is that no list has, and whether it is all that is needed of it. `country` is that of ISO 3166-1. */
export interface TypedPlaceKind {
  kind: string;
  country: string;
}

/** A place of a dataset, with those that the dataset is to have for it; or what is asked about what was typed. */
export type TypedPlace =
  | { is: 'place'; id: string; added: ReadonlyMap<string, NewPlace> }
  | {
      is: 'asked';
      question: QuestionMessage;
      proposals: readonly string[];
      notes: Readonly<Record<string, PlaceNote>>;
    };

/**
 * Finds the place that somebody means: by an id or a name of the dataset's places (the rows of places.csv), by a number of
 * GeoNames (`geonames-1526384`), or by a name that one town of the dataset's country alone has. `described` makes a new
 * place of a name that is none of these.
 */
export function findTypedPlace(
  typed: string,
  rows: readonly Row[],
  described: TypedPlaceKind | null,
): TypedPlace {
  const country = countryOf(rows);
  const names = /^geonames-\d+$/.test(typed) ? { [typed]: typed } : {};
  const places = createPlaces(knownPlaces(rows), {
    ...(country === null ? {} : { country }),
    names,
    regions: {},
    add: {},
  });
  const resolved = places.resolve(typed);
  if (resolved.is === 'place') return { ...resolved, added: places.added() };
  const kind = placeKinds.find((it) => it === described?.kind);
  const place = described?.country.trim().toUpperCase() ?? '';
  if (kind === undefined || !/^[A-Z]{2}$/.test(place)) return resolved;
  const id = unused(idFrom(inLatin(typed), 'place'), new Set(rows.map((row) => row.id)));
  const language = /^[\p{Script=Cyrillic}\p{P}\s]+$/u.test(typed) ? russianOrKazakh(typed) : 'en';
  const own = { kind, country: place, [`name_${language}`]: typed };
  const made = createPlaces(knownPlaces(rows), { names: { [typed]: id }, regions: {}, add: { [id]: own } });
  made.resolve(typed);
  return { is: 'place', id, added: made.added() };
}

/**
 * The towns of a country in the gazetteer, as places: each with the id that the dataset has it under, else with GeoNames'
 * number, `geonames-1526384`.
 */
export function gazetteerTowns(rows: readonly Row[], country: string): Place[] {
  const byName = new Map<string, KnownPlace[]>();
  for (const place of knownPlaces(rows))
    for (const name of [place.name_en, place.name_ru, place.name_kk, ...place.aliases])
      if (name !== undefined) byName.set(keyOf(name), [...(byName.get(keyOf(name)) ?? []), place]);
  return gazetteer()
    .within(country)
    .map((town) => {
      const there = namesOf(town)
        .flatMap((name) => byName.get(keyOf(name)) ?? [])
        .find((it) => isSameTown(it, town));
      return {
        ...{ id: there?.id ?? `geonames-${town.geonames}`, kind: town.kind, country, parent: null },
        ...{
          lat: town.lat,
          lon: town.lon,
          aliases: [...town.otherNames],
          wikidata: null,
          name_en: town.name,
        },
        ...(town.name_ru === null ? {} : { name_ru: town.name_ru }),
        ...(town.name_kk === null ? {} : { name_kk: town.name_kk }),
      };
    });
}

/** The country of all places of a dataset; null where there are several, or none. */
export function countryOf(rows: readonly Row[]): string | null {
  const [one, ...others] = new Set(rows.flatMap(({ country }) => country || []));
  return others.length === 0 ? (one ?? null) : null;
}

/** The rows of places.csv, as far as finding places goes. */
export function knownPlaces(rows: readonly Row[]): KnownPlace[] {
  const degrees = (cell: string | undefined) => (cell ? Number(cell) : undefined);
  return rows.map((row) => ({
    id: row.id ?? '',
    kind: row.kind ?? '',
    country: row.country ?? '',
    parent: row.parent || undefined,
    lat: degrees(row.lat),
    lon: degrees(row.lon),
    aliases: (row.aliases ?? '').split(';').flatMap((alias) => alias.trim() || []),
    ...Object.fromEntries(translationsOf('name').flatMap((it) => (row[it] ? [[it, row[it]]] : []))),
  }));
}

function russianOrKazakh(typed: string): 'ru' | 'kk' {
  return /[әғқңөұүһі]/iu.test(typed) ? 'kk' : 'ru';
}

/** An id with a number behind it, where it is taken. */
export function unused(id: string, taken: ReadonlySet<string | undefined>): string {
  let free = id;
  for (let n = 2; taken.has(free); n += 1) free = `${id}-${n}`;
  return free;
}
