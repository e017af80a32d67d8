import { languages } from '@article21/model';
import { all, whereAlpha3 } from 'iso-3166-1';

let byName: ReadonlyMap<string, string> | null = null;

/** How to mend a text that is no code of a country of two capitals: by its name in one of the languages, where it is one. */
export function countryHint(text: string): string {
  const found = whereAlpha3(text)?.alpha2 ?? codeOf(text);
  return found === undefined ? 'write two capitals (ISO 3166-1 alpha-2), for example KZ' : `write ${found}`;
}

function codeOf(text: string): string | undefined {
  byName ??= new Map(all().flatMap(({ alpha2, country }) => namesOf(alpha2, country)));
  return byName.get(text.toLowerCase());
}

function namesOf(code: string, official: string): [name: string, code: string][] {
  const spoken = languages.map(
    (language) => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code,
  );
  return [code, official, ...spoken].map((name) => [name.toLowerCase(), code]);
}
