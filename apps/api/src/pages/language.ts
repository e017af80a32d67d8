import { type Language, languages } from '@article21/model';
import { parseAccept } from 'hono/utils/accept';

/** The language that a reader prefers among ours, as the program chooses it in a browser; English where none is. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const wanted = parseAccept(acceptLanguage ?? '')
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ type }) => type.toLowerCase().split('-')[0]);
  return wanted.flatMap((tag) => languages.find((it) => it === tag) ?? [])[0] ?? 'en';
}
