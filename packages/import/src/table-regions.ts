import type { PlaceNote } from '@article21/messages/importing';
import { type Translations, textsOf } from '@article21/model';
import type { Mapping } from '@article21/model/mapping';
import { distance } from 'fastest-levenshtein';
import { divisionCodes, divisionNamed, divisionNames, divisionsIn } from './divisions.ts';
import { inLatin, keyOf } from './gazetteer.ts';
import type { Asked } from './place-search.ts';

/** The region that a row names: a place of the dataset, and GeoNames' code of it, where it has one. */
export interface TableRegion {
  is: 'region';
  id: string;
  division: string | null;
}

interface Located extends Translations<'name'> {
  kind: string;
  country: string;
  aliases?: readonly string[];
}

/** What regions are looked for among, and what becomes of one that the dataset does not have. */
interface Sought {
  answers: Mapping['places']['regions'];
  country: string | undefined;
  located(): Iterable<readonly [id: string, place: Located]>;
  /** The place of the dataset that a part of a country is. */
  take(division: { country: string; division: string }): string;
  /** A place of the dataset, or of the mapping. Null where it is none. */
  use(id: string): string | null;
  notes(ids: readonly string[]): Readonly<Record<string, PlaceNote>>;
}

/** A part of a country, in an answer. */
const DIVISION = /^([A-Z]{2})\.(.+)$/;

/**
 * Finds the region that a cell names: by the mapping, by the names of the dataset's regions and of the parts of its country. What is
 * none of these for certain is asked. Null where the cell names none.
 */
export function createTableRegions(sought: Sought): (cell: string) => TableRegion | Asked | null {
  const { answers, country, take, use } = sought;
  const kept = new Map<string, TableRegion | Asked | null>();
  const regions = () => [...sought.located()].filter(([, it]) => it.kind === 'region');
  const divisionOf = (place: Located) => {
    const found = divisionsNamed(place.country, [...textsOf(place, 'name')]);
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const region = (id: string): TableRegion => {
    const place = regions().find(([it]) => it === id)?.[1];
    return { is: 'region', id, division: place === undefined ? null : divisionOf(place) };
  };
  const ofDivision = (of: string, division: string): TableRegion => ({
    ...{ is: 'region', division },
    id: take({ country: of, division }),
  });
  const read = (cell: string): TableRegion | Asked | null => {
    const answer = answers[cell];
    if (answer === '' || (cell === '' && answer === undefined)) return null;
    if (answer !== undefined) {
      const [, of, division] = DIVISION.exec(answer) ?? [];
      if (of !== undefined && division !== undefined && divisionNamed(of, division) !== null)
        return ofDivision(of, division);
      const id = use(answer);
      return id === null ? asked(cell, { code: 'answered_no_place', values: { id: answer } }) : region(id);
    }
    const own = regions().filter(([, it]) => isCalled([...textsOf(it, 'name'), ...(it.aliases ?? [])], cell));
    const [one] = own;
    if (one !== undefined && own.length === 1) return region(use(one[0]) ?? one[0]);
    const found = country === undefined || own.length > 1 ? [] : divisionsNamed(country, [cell]);
    const [only] = found;
    return country !== undefined && only !== undefined && found.length === 1
      ? ofDivision(country, only)
      : asked(cell, { code: 'which_region' });
  };
  const asked = (cell: string, question: Asked['question']): Asked => {
    const own = regions().map(([id, it]) => ({ answer: id, names: textsOf(it, 'name') }));
    const called = new Set(own.flatMap(({ names }) => names.map(plain)));
    const parts = (country === undefined ? [] : divisionsIn(country)).map((code) => ({
      ...{ answer: `${country}.${code}`, names: divisionNames(country ?? '', code) },
    }));
    const fresh = parts.filter(({ names }) => !names.some((it) => called.has(plain(it))));
    const farFrom = (names: readonly string[]) =>
      Math.min(Number.POSITIVE_INFINITY, ...names.map((it) => distance(plain(it), plain(cell))));
    const proposals = [...own, ...fresh]
      .map((it) => ({ ...it, far: farFrom(it.names) }))
      .sort((a, b) => a.far - b.far)
      .map(({ answer }) => answer);
    return {
      ...{ is: 'asked', list: 'regions', value: cell, question, proposals: [...proposals, ''] },
      notes: { ...sought.notes(own.map(({ answer }) => answer)), ...divisionNotes(fresh) },
    };
  };
  return (typed) => {
    const found = kept.get(typed) ?? read(typed);
    kept.set(typed, found);
    return found;
  };
}

function divisionNotes(parts: readonly { answer: string }[]): Record<string, PlaceNote> {
  return Object.fromEntries(
    parts.flatMap(({ answer }) => {
      const [, country = '', code = ''] = DIVISION.exec(answer) ?? [];
      const names = divisionNamed(country, code);
      return names === null ? [] : [[answer, { ...names, name: names.name_en, country }] as const];
    }),
  );
}

/** The parts of a country that are called so: by the whole name, else but for words such as "region" and endings. */
function divisionsNamed(country: string, names: readonly string[]): string[] {
  const codes = divisionCodes(country);
  const called = (isSame: typeof isCalled) =>
    codes.filter((code) => names.some((name) => isSame(divisionNames(country, code), name)));
  const whole = called(isCalledWholly);
  return whole.length > 0 ? whole : called(isCalled);
}

function isCalledWholly(names: readonly string[], cell: string): boolean {
  const sought = inLatin(keyOf(cell));
  return names.some((it) => inLatin(keyOf(it)) === sought);
}

function isCalled(names: readonly string[], cell: string): boolean {
  const sought = plain(cell);
  return sought !== '' && names.some((it) => plain(it) === sought);
}

/** Words that say that something is a region, not which. */
const COMMON = new Set([
  ...['область', 'обл', 'край', 'республика', 'респ', 'облысы', 'обл-сы', 'қаласы', 'қ', 'город', 'г'],
  ...['region', 'oblast', 'oblasti', 'oblisi', 'krai', 'kray', 'republic', 'province', 'city', 'state', 'of'],
  ...['land', 'freistaat', 'freie', 'hansestadt', 'und'],
]);

/** What is left of a region's name where all that is said of every region is left out: `свердловская обл.` is `Sverdlovsk Oblast`. */
function plain(name: string): string {
  const words = keyOf(name)
    .split(' ')
    .filter((it) => it !== '' && !COMMON.has(it));
  return inLatin(words.join(' '))
    .replace(/(?:aya|iy|yy|oe)$/, '')
    .replace(/sk$/, '');
}
