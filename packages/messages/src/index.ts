import type { Language } from '@article21/model';
import { en } from './languages/en.ts';
import { kk } from './languages/kk.ts';
import { ru } from './languages/ru.ts';
import type { LanguageTexts } from './texts.ts';
import { createWords, type Words } from './words.ts';

/** Every language, by its code. */
export const languageTexts: Record<Language, LanguageTexts> = { en, ru, kk };

const cache = new Map<Language, Words>();

/** The words of a language. Throws on an unknown one: languages from outside are checked by the query's schema. */
export function words(language: Language): Words {
  const known = cache.get(language);
  if (known) return known;
  if (!Object.hasOwn(languageTexts, language))
    throw new Error(`unknown language: ${language} (known: ${Object.keys(languageTexts).join(', ')})`);
  const created = createWords(languageTexts[language]);
  cache.set(language, created);
  return created;
}

export { fill } from './fill.ts';
export type { Finding } from './findings.ts';
export { unbroken } from './lines.ts';
export type { Forms } from './plural.ts';
export { type ProblemTexts, problemTexts } from './problem.ts';
export { type Publishers, publishersOf, publishersText } from './publishers.ts';
export type { LanguageTexts, MeasureTexts } from './texts.ts';
export type { Words } from './words.ts';
