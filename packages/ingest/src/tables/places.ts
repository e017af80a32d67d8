import {
  isTranslated,
  languages,
  type Place,
  placeKinds,
  placeSchema,
  translationsOf,
} from '@article21/model';
import { all, whereAlpha3 } from 'iso-3166-1';
import type { FileTally, IssueLog } from '../issue-log.ts';
import { createPlaceNames, type Named, type PlaceNames } from '../place-names.ts';
import { followPlace, type References } from '../references.ts';
import { createIds, type Row, readSchema, readWord, translations, translationsIn } from '../row.ts';
import { readTable, type TableFile } from '../table.ts';
import { createSimilarNames } from '../warnings/similar.ts';

const columns = {
  id: { need: 'value', max: 64 },
  kind: { need: 'value', max: 20 },
  parent: { need: 'column', max: 200 },
  country: { need: 'value', max: 2 },
  lat: { need: 'column', max: 20 },
  lon: { need: 'column', max: 20 },
  ...translations('name', { max: 200, drawn: 'or another name' }, 'one'),
  aliases: { need: 'nothing', max: 2_000 },
  wikidata: { need: 'nothing', max: 20 },
} as const;
type PlaceRow = Row<keyof typeof columns>;

export interface Places extends References<Place> {
  names: PlaceNames;
}

/** Reads the places; their parents are followed when all are known, and none may lie in itself. */
export async function readPlaces(file: TableFile, issueLog: IssueLog, tally: FileTally): Promise<Places> {
  const readOnce = createIds<keyof typeof columns>('id');
  const taken: { place: Place; row: PlaceRow }[] = [];
  const refusedRows: PlaceRow[] = [];
  const named: Named[] = [];
  const refused = new Set<string>();
  const similar = createSimilarNames();
  for await (const row of readTable(file, columns, issueLog, tally)) {
    const id = readOnce(row);
    const place = readPlace(row, id);
    if (place && row.sound) {
      taken.push({ place, row });
      // Once for each place: names in other languages are as like as these.
      translationsOf('name').some((column) => similar.look(row, column));
    } else {
      refusedRows.push(row);
      for (const name of [row.get('id') ?? '', ...namesOf(row)]) refused.add(name);
    }
    if (id !== null) named.push({ id, names: namesOf(row) });
  }
  // Also those that were refused, so that naming them is no second issue.
  const names = createPlaceNames(named);
  const complete = tally.complete;
  for (const { place, row } of taken) place.parent = followPlace(row, 'parent', names, { refused, complete });
  // Whatever else is wrong with a row is told at once.
  for (const row of refusedRows) followPlace(row, 'parent', names, { refused, complete });
  const sound = new Map(taken.map(({ place }) => [place.id, place]));
  for (const { place, row } of taken) {
    if (liesInItself(place, sound)) {
      const message = `${place.id} lies in itself, directly or through its parents`;
      row.report('parent', {
        code: 'invalid_value',
        message,
        hint: 'name the place it lies in, or leave it empty',
      });
    }
  }
  for (const { place } of taken.filter(({ row }) => !row.sound)) {
    tally.refuseLater();
    refused.add(place.id);
    sound.delete(place.id);
  }
  // What is handed on is always a tree, even while there are issues.
  for (const place of sound.values()) if (!sound.has(place.parent ?? '')) place.parent = null;
  return { sound, refused, complete, names };
}

function readPlace(row: PlaceRow, id: string | null): Place | null {
  const kind = readWord(row, 'kind', placeKinds);
  const country = readSchema(row, 'country', placeSchema.shape.country, countryHint);
  const wikidata = readSchema(row, 'wikidata', placeSchema.shape.wikidata, 'write for example Q35493');
  const lat = readDegrees(row, 'lat', 90);
  const lon = readDegrees(row, 'lon', 180);
  if ((lat === null) !== (lon === null) && !row.refused('lat') && !row.refused('lon'))
    row.report(lat === null ? 'lat' : 'lon', {
      code: 'missing_value',
      message: 'one coordinate is given without the other',
      hint: 'fill in both lat and lon, or neither',
    });
  const names = translationsIn(row, ['name']);
  if (!id || !kind || !country || !isTranslated(names, 'name')) return null;
  return {
    id,
    kind,
    parent: null,
    country,
    lat,
    lon,
    ...names,
    aliases: aliasesOf(row),
    wikidata,
  };
}

function aliasesOf(row: PlaceRow): string[] {
  return (row.get('aliases') ?? '').split(';').flatMap((alias) => alias.trim() || []);
}

function namesOf(row: PlaceRow): string[] {
  return [...Object.values(translationsIn(row, ['name'])), ...aliasesOf(row)];
}

function readDegrees(row: PlaceRow, column: 'lat' | 'lon', most: number): number | null {
  const text = row.get(column);
  if (text === null) return null;
  const degrees = /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (Math.abs(degrees) <= most) return degrees;
  const message = `${column} is not a number of degrees from -${most} to ${most}`;
  const range = `${column} is between -${most} and ${most}`;
  const swapped = column === 'lat' && Math.abs(degrees) <= 180 ? '; swapped with lon?' : '';
  const hint = Number.isNaN(degrees) ? 'write for example 43.24, with a point' : `${range}${swapped}`;
  row.report(column, { code: 'invalid_value', message, hint });
  return null;
}

function liesInItself(place: Place, places: ReadonlyMap<string, Place>): boolean {
  const seen = new Set<string>();
  for (let id = place.parent; id !== null && !seen.has(id); id = places.get(id)?.parent ?? null) {
    if (id === place.id) return true;
    seen.add(id);
  }
  return false;
}

let byName: ReadonlyMap<string, string> | null = null;

/** How to mend a text that is no code of a country of two capitals: by its name in one of the languages, where it is one. */
export function countryHint(text: string): string {
  const found = whereAlpha3(text)?.alpha2 ?? codeOfCountry(text);
  return found === undefined ? 'write two capitals (ISO 3166-1 alpha-2), for example KZ' : `write ${found}`;
}

function codeOfCountry(text: string): string | undefined {
  byName ??= new Map(all().flatMap(({ alpha2, country }) => namesOfCountry(alpha2, country)));
  return byName.get(text.toLowerCase());
}

function namesOfCountry(code: string, official: string): [name: string, code: string][] {
  const spoken = languages.map(
    (language) => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code,
  );
  return [code, official, ...spoken].map((name) => [name.toLowerCase(), code]);
}
