import { type Language, languages } from '@article21/model';

/** The language in which the server wrote the page; null where it wrote none. What takes over speaks the same. */
export const servedLanguage: Language | null = document.getElementById('first')
  ? (languages.find((it) => it === document.documentElement.lang) ?? null)
  : null;
