import { type Translations, textsOf } from '@article21/model';
import { countryNamed, divisionCodes, divisionNamed, divisionsIn, isTown } from './divisions.ts';
import { type Edited, editFolder } from './edit-folder.ts';
import { type GazetteerPlace, gazetteer } from './gazetteer.ts';
import { divisionsOfTown } from './later-divisions.ts';
import { placeAround, type Sites } from './place-around.ts';
import { isSameTown, type KnownPlace, type NewPlace } from './places.ts';
import { knownPlaces } from './typed-place.ts';

type Row = Readonly<Record<string, string>>;
type Located = Omit<KnownPlace, 'id' | 'aliases'>;

/** A town of a dataset of which it is not said which region it lies in. */
export interface WithoutRegion {
  id: string;
  /** How many records it has. */
  records: number;
  /** What it may lie in: `KZ.09` of GeoNames, or an id of the dataset, with its name; the one that is certain alone. */
  proposals: readonly { answer: string; name: string; names: Translations<'name'> }[];
  isCertain: boolean;
}

/** The towns of a dataset that lie in no region, and in nothing that does. */
export function townsWithoutRegion({
  places,
  records,
}: {
  places: readonly Row[];
  records: readonly Row[];
}): WithoutRegion[] {
  const known = new Map(knownPlaces(places).map((it) => [it.id, it]));
  const counts = new Map<string, number>();
  for (const { place = '' } of records) counts.set(place, (counts.get(place) ?? 0) + 1);
  const regions = [...known.values()].filter(({ kind }) => kind === 'region');
  return places.flatMap((row) => {
    const town = known.get(row.id ?? '');
    if (town === undefined || !isOpenTown(town, known.get(row.parent ?? ''))) return [];
    const found = divisionsOf(town);
    const [only] = found;
    const isCertain = only !== undefined && found.length === 1;
    const own = isCertain ? [] : regions.filter(({ country }) => country === town.country);
    const all = found.length > 0 ? [] : divisionsIn(town.country).map((it) => proposed(town.country, it));
    const there = own.map((it) => ({ answer: it.id, name: textsOf(it, 'name')[0] ?? it.id, names: it }));
    const names = new Set(there.map(({ name }) => name));
    const proposals = [...found, ...there, ...all.filter(({ name }) => !names.has(name))];
    return [{ id: town.id, records: counts.get(town.id) ?? 0, proposals, isCertain }];
  });
}

/** Whether a place is a town that lies in nothing but perhaps a country, and in a part of it that is a region. */
function isOpenTown(town: KnownPlace, parent: KnownPlace | undefined): boolean {
  if (town.kind !== 'city' && town.kind !== 'settlement') return false;
  if (parent?.kind !== 'country') return parent === undefined;
  const called = townsCalled(town);
  return called.length === 0 || called.some(({ country, division }) => !isTown(country, division));
}

/** The towns of the gazetteer that a place may be. */
function townsCalled(place: KnownPlace): GazetteerPlace[] {
  const names = [...textsOf(place, 'name'), ...place.aliases];
  const all = names.flatMap((name) => gazetteer().named(name, place.country));
  const same = all.filter((it) => isSameTown(place, it));
  return [...new Map(same.map((it) => [it.geonames, it])).values()];
}

type Proposed = WithoutRegion['proposals'][number];

/** What towns with the names of a place lie in. */
function divisionsOf(place: KnownPlace): Proposed[] {
  const named = townsCalled(place).flatMap((town) =>
    divisionsOfTown(town).map((it) => proposed(town.country, it)),
  );
  return [...new Map(named.map((it) => [it.answer, it])).values()];
}

function proposed(country: string, division: string): Proposed {
  const it = isTown(country, division) ? null : divisionNamed(country, division);
  const names = it ?? countryNamed(country);
  return { answer: `${country}.${division}`, name: names.name_en, names };
}

/** Whether a country has such a part, as far as its parts are known here. */
function isDivision(country: string, division: string): boolean {
  const codes = divisionCodes(country);
  return codes.length === 0 || codes.includes(division);
}

/** What came of it: the towns that were given a region, and those of which it is asked. */
export type RegionsAdded = Edited & { given: readonly string[]; open: readonly WithoutRegion[] };

/**
 * Gives the towns of a folder the region they lie in: what GeoNames says for certain, and what `answers` say of the others (the
 * id of a place, or `KZ.09`). Null where an answer is neither.
 */
export async function addRegions(
  folder: string,
  answers: Readonly<Record<string, string>>,
): Promise<RegionsAdded | null> {
  let given: readonly string[] = [];
  let open: readonly WithoutRegion[] = [];
  const edited = await editFolder(folder, (rows) => {
    const parents = new Map<string, string>();
    const added = new Map<string, NewPlace>();
    const located = new Map<string, Located>(knownPlaces(rows.places).map((it) => [it.id, it]));
    const sites: Sites = {
      located: () => located,
      isTaken: (id) => located.has(id),
      add(id, place) {
        added.set(id, place);
        located.set(id, place);
      },
    };
    const towns = townsWithoutRegion(rows);
    for (const { id, isCertain, proposals } of towns) {
      const answer = answers[id] ?? (isCertain ? proposals[0]?.answer : undefined);
      if (answer === undefined) continue;
      const [, country = '', division = ''] = /^([A-Z]{2})\.(.*)$/.exec(answer) ?? [];
      if (country === '' ? !located.has(answer) : !isDivision(country, division)) return null;
      parents.set(id, country === '' ? answer : placeAround({ country, division }, sites, gazetteer()));
    }
    given = [...parents.keys()];
    open = towns.filter(({ id }) => !parents.has(id));
    if (given.length === 0) return {};
    const places = rows.places.map((row) => ({
      ...row,
      parent: parents.get(row.id ?? '') ?? row.parent ?? '',
    }));
    return { tables: { places }, places: added };
  });
  return edited && { ...edited, given, open };
}
