import { type Language, languages } from '@article21/model';
import { mirror } from '../url/mirror.ts';

/**
 * The language in which the server wrote the page; null where it wrote none. What takes over speaks the same, but in a
 * mirror, where a folder has one page for all its readers.
 */
export const servedLanguage: Language | null =
  document.getElementById('first') && !mirror
    ? (languages.find((it) => it === document.documentElement.lang) ?? null)
    : null;
