import { type Language, languages } from '@article21/model';
import { served } from '../served.ts';

/** The language in which the page was written; null where nobody wrote any. */
export const servedLanguage: Language | null =
  served || document.getElementById('first')
    ? (languages.find((it) => it === document.documentElement.lang) ?? null)
    : null;
