import { languages, type Place } from '@article21/model';
import { createPlaceFinder } from './place-mentions.ts';
import { sentencesOf } from './sentences.ts';

let finder: ReturnType<typeof createPlaceFinder> | null = null;

/** The country (ISO 3166-1) that a text names most often, in any of the languages; null where it names none, or two as often. */
export function countryNamed(text: string): string | null {
  finder ??= createPlaceFinder(countries());
  const times = new Map<string, number>();
  for (const sentence of sentencesOf(text))
    for (const { place } of finder(sentence.text)) times.set(place.id, (times.get(place.id) ?? 0) + 1);
  const [first, second] = [...times].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

function countries(): Place[] {
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const names = languages.map((it) => [it, new Intl.DisplayNames(it, { type: 'region' })] as const);
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((code) => {
      const named = names.map(([language, it]) => [`name_${language}`, it.of(code) ?? code] as const);
      if (named.every(([, name]) => name === code)) return [];
      const place = {
        id: code,
        kind: 'country' as const,
        country: code,
        parent: null,
        aliases: [],
        wikidata: null,
      };
      return [{ ...place, lat: null, lon: null, ...Object.fromEntries(named) } as Place];
    });
}
