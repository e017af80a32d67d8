import { type Language, languages, textsOf } from '@article21/model';
import names from './divisions.json' with { type: 'json' };
import { type Gazetteer, keyOf } from './gazetteer.ts';
import { laterDivisions, laterNames } from './later-divisions.ts';

type Names = Readonly<Record<`name_${Language}`, string>>;
type Division = Pick<Names, 'name_en'> & Partial<Names>;

/** Divisions that are one town: to be said to be in one hides nothing, and their towns lie in the country itself. */
const TOWNS: Readonly<Record<string, readonly string[]>> = {
  KZ: ['02', '05', '08', '1537272'],
  KG: ['01', '10'],
  UZ: ['13'],
  TJ: ['04'],
  TM: ['S'],
  RU: ['48', '66'],
  UA: ['12', '20'],
  BY: ['04'],
  AZ: ['09'],
  AM: ['11'],
  GE: ['51'],
  DE: ['04', '16'],
  AT: ['09'],
  CZ: ['52'],
};

/** The regions of Kazakhstan in the three languages: those that GeoNames' towns lie in here have the borders of before 2022. */
const KAZAKHSTAN: Readonly<Record<string, readonly [en: string, ru: string, kk: string]>> = {
  '01': ['Almaty Region', 'Алматинская область', 'Алматы облысы'],
  '03': ['Akmola Region', 'Акмолинская область', 'Ақмола облысы'],
  '04': ['Aktobe Region', 'Актюбинская область', 'Ақтөбе облысы'],
  '06': ['Atyrau Region', 'Атырауская область', 'Атырау облысы'],
  '07': ['West Kazakhstan Region', 'Западно-Казахстанская область', 'Батыс Қазақстан облысы'],
  '09': ['Mangystau Region', 'Мангистауская область', 'Маңғыстау облысы'],
  '10': ['Turkistan Region', 'Туркестанская область', 'Түркістан облысы'],
  '11': ['Pavlodar Region', 'Павлодарская область', 'Павлодар облысы'],
  '12': ['Karaganda Region', 'Карагандинская область', 'Қарағанды облысы'],
  '13': ['Kostanay Region', 'Костанайская область', 'Қостанай облысы'],
  '14': ['Kyzylorda Region', 'Кызылординская область', 'Қызылорда облысы'],
  '15': ['East Kazakhstan Region', 'Восточно-Казахстанская область', 'Шығыс Қазақстан облысы'],
  '16': ['North Kazakhstan Region', 'Северо-Казахстанская область', 'Солтүстік Қазақстан облысы'],
  '17': ['Zhambyl Region', 'Жамбылская область', 'Жамбыл облысы'],
  abai: ['Abai Region', 'Абайская область', 'Абай облысы'],
  jetisu: ['Jetisu Region', 'Жетысуская область', 'Жетісу облысы'],
  ulytau: ['Ulytau Region', 'Улытауская область', 'Ұлытау облысы'],
};

/** What Germans call their states, where that is another name than the English one. */
const GERMANY: Readonly<Record<string, readonly string[]>> = {
  '02': ['Bayern'],
  '05': ['Hessen'],
  '06': ['Niedersachsen'],
  '07': ['Nordrhein-Westfalen', 'NRW'],
  '13': ['Sachsen'],
  '14': ['Sachsen-Anhalt'],
  '15': ['Thüringen'],
  '16': ['Berlin'],
};

/** All that a part of a country is called, with its code where people write that: `TX`. */
export function divisionNames(country: string, code: string): string[] {
  const named = divisionNamed(country, code);
  const local = country === 'DE' ? (GERMANY[code] ?? []) : laterNames(country, code);
  const letters = country === 'US' ? [code] : [];
  return [...(named === null ? [] : textsOf(named, 'name')), ...local, ...letters];
}

/** What a part of a country is called, by GeoNames' code of it or, of one made since, a name of ours; null where it has no name here. */
export function divisionNamed(country: string, code: string): Division | null {
  const [name_en, name_ru, name_kk] = (country === 'KZ' && KAZAKHSTAN[code]) || [];
  if (name_en !== undefined && name_ru !== undefined && name_kk !== undefined)
    return { name_en, name_ru, name_kk };
  const all: Readonly<Record<string, string>> = names;
  const written = all[country]?.split('|').find((it) => it.startsWith(`${code}=`));
  return written === undefined ? null : { name_en: written.slice(code.length + 1) };
}

/** The parts of a country that are regions, by GeoNames' codes. */
export function divisionsIn(country: string): string[] {
  return divisionCodes(country).filter((code) => !isTown(country, code));
}

/** All parts of a country, those too that are one town. */
export function divisionCodes(country: string): string[] {
  const all: Readonly<Record<string, string>> = names;
  const known = (all[country] ?? '').split('|').flatMap((it) => /^([^=]+)=/.exec(it)?.[1] ?? []);
  return [...known, ...laterDivisions(country)];
}

/** Whether a part of a country is one town, and no region. */
export function isTown(country: string, code: string): boolean {
  return TOWNS[country]?.includes(code) ?? false;
}

/** What a country is called. */
export function countryNamed(country: string): Names {
  const named = languages.map((it) => {
    const name = new Intl.DisplayNames(it, { type: 'region' }).of(country) ?? country;
    return [`name_${it}`, name] as const;
  });
  return Object.fromEntries(named) as unknown as Names;
}

/** A name that none of a country's towns has: a cell that says "Washington" means the town, not the state. */
export function apartFromTowns<N extends Division>(
  place: N,
  country: string,
  gazetteer: Gazetteer,
  what: 'region' | 'country',
): N {
  const isTowns = (name: string) =>
    gazetteer.named(name, country).some((it) => keyOf(it.name) === keyOf(name));
  return isTowns(place.name_en) ? { ...place, name_en: `${place.name_en} (${what})` } : place;
}
