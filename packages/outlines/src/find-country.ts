import { whereAlpha2 } from 'iso-3166-1';

/** What ISO 3166-1 gives no number to, by the code that is in use for it and the name that Natural Earth gives it. */
const unnumbered: Readonly<Record<string, string>> = { XK: 'Kosovo' };

/** What is used of a country of Natural Earth. */
export interface Country {
  /** The number of ISO 3166-1, three digits. */
  id?: string | number | undefined;
  properties?: { readonly name?: unknown } | null | undefined;
}

/** The parts of a country among those of Natural Earth, by its ISO 3166-1 code of two letters. Empty for what it does not have. */
export function findCountry<C extends Country>(code: string, countries: readonly C[]): C[] {
  const number = whereAlpha2(code)?.numeric;
  return countries.filter(({ id, properties }) =>
    number === undefined ? properties?.name === (unnumbered[code] ?? null) : id === number,
  );
}
