import type { Language } from '@article21/model';
import { type AboutTexts, enAbout } from './languages/about/en.ts';
import { kkAbout } from './languages/about/kk.ts';
import { ruAbout } from './languages/about/ru.ts';
import { enCodebook } from './languages/codebook/en.ts';
import { kkCodebook } from './languages/codebook/kk.ts';
import { ruCodebook } from './languages/codebook/ru.ts';
import { enMethods, type MethodsTexts } from './languages/methods/en.ts';
import { kkMethods } from './languages/methods/kk.ts';
import { ruMethods } from './languages/methods/ru.ts';

/**
 * The long texts of pages that a chart does not need, apart from the words so that they are loaded with their pages.
 * `rules` are those of the codebook in its order, with its marks: `**strong**` and `` `code` ``.
 */
export interface PageTexts {
  about: AboutTexts;
  methods: MethodsTexts;
  rules: readonly string[];
}

/** The texts of pages in every language, by its code. */
export const pageTexts: Record<Language, PageTexts> = {
  en: { about: enAbout, methods: enMethods, rules: enCodebook },
  ru: { about: ruAbout, methods: ruMethods, rules: ruCodebook },
  kk: { about: kkAbout, methods: kkMethods, rules: kkCodebook },
};
