import { type Language, languages } from '@article21/model';

/** The language in which the page was written; null where nobody wrote any. Read before the program draws. */
export const servedLanguage: Language | null = document.getElementById('root')?.childElementCount
  ? (languages.find((it) => it === document.documentElement.lang) ?? null)
  : null;
