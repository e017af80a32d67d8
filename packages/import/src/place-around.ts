import { type Place, type Translations, textsOf } from '@article21/model';
import type { Mapping } from '@article21/model/mapping';
import { apartFromTowns, countryNamed, divisionNamed, isTown } from './divisions.ts';
import { type Gazetteer, type GazetteerPlace, inLatin, keyOf } from './gazetteer.ts';
import { idFrom } from './ids.ts';
import { divisionsOfTown } from './later-divisions.ts';

type NewPlace = Mapping['places']['add'][string];
/** As far as regions and countries are found among them. */
type Located = Translations<'name'> & Pick<Place, 'country'> & { kind: string };

/** The places of a dataset as they are, and how one is added to them. */
export interface Sites {
  located(): Iterable<readonly [id: string, place: Located]>;
  isTaken(id: string): boolean;
  add(id: string, place: NewPlace): void;
}

/**
 * The region that a town lies in, by id; its country where it lies in none, or has lain in two, of which nobody has said which. It is
 * added where the dataset has it not yet. Without a town's number: the part of a country itself.
 */
export function placeAround(
  { country, division, geonames }: Pick<GazetteerPlace, 'country' | 'division'> & { geonames?: number },
  sites: Sites,
  places: Gazetteer,
): string {
  const own = apartFromTowns(countryNamed(country), country, places, 'country');
  const around = sited({ kind: 'country', country, ...own }, sites);
  const isOpen = geonames !== undefined && divisionsOfTown({ country, division, geonames }).length > 1;
  const named = isOpen || isTown(country, division) ? null : divisionNamed(country, division);
  if (named === null) return around;
  const region = apartFromTowns(named, country, places, 'region');
  return sited({ kind: 'region', country, parent: around, ...region }, sites);
}

function sited(place: NewPlace & { name_en: string }, sites: Sites): string {
  const names = new Set(textsOf(place, 'name').map(keyOf));
  for (const [id, it] of sites.located()) {
    if (it.kind !== place.kind || it.country !== place.country) continue;
    if (place.kind === 'country' || textsOf(it, 'name').some((name) => names.has(keyOf(name)))) return id;
  }
  const plain = idFrom(inLatin(place.name_en), `${place.kind}-${place.country.toLowerCase()}`);
  let id = plain;
  for (let n = 2; sites.isTaken(id); n += 1) id = `${plain}-${n}`;
  sites.add(id, place);
  return id;
}
