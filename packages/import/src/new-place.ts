import { type Mapping, mappingSchema } from '@article21/model/mapping';
import { inLatin } from './gazetteer.ts';
import { idFrom } from './ids.ts';

/** A place that somebody describes because no list has it. */
export interface DescribedPlace {
  kind: string;
  /** ISO 3166-1. */
  country: string;
}

/**
 * A mapping by which a cell, of places or of `regions`, means a place of the dataset's own, which has the cell as its name: in the language of the dataset
 * where names are kept in it, else in English. Answers why where the description is none.
 */
export function withNewPlace(
  mapping: Mapping,
  typed: string,
  { kind, country }: DescribedPlace,
  list: 'names' | 'regions' = 'names',
): { mapping: Mapping } | { why: string } {
  const { places, dataset } = mapping;
  const language = ['ru', 'kk'].find((it) => it === dataset.language) ?? 'en';
  // Of a table with regions a town is asked about with its own.
  const name = list === 'names' && places.region !== undefined ? typed.replace(/, [^,]*$/, '') : typed;
  const plain = idFrom(inLatin(name), 'place');
  const taken = new Set([
    ...Object.keys(places.add),
    ...Object.values(places.names),
    ...Object.values(places.regions),
  ]);
  let id = plain;
  for (let n = 2; taken.has(id); n += 1) id = `${plain}-${n}`;
  const place = { kind, country: country.trim().toUpperCase(), [`name_${language}`]: name };
  const parsed = mappingSchema.safeParse({
    ...mapping,
    places: {
      ...places,
      [list]: { ...places[list], [typed]: id },
      add: { ...places.add, [id]: place },
    },
  });
  return parsed.success ? { mapping: parsed.data } : { why: parsed.error.issues[0]?.message ?? '' };
}
