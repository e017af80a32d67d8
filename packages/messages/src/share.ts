import type { Language } from '@article21/model';
import { enShare, type ShareTexts } from './languages/share/en.ts';
import { kkShare } from './languages/share/kk.ts';
import { ruShare } from './languages/share/ru.ts';

export type { ShareTexts };

/** The texts of the share dialog in every language, apart from the words so that they are loaded with it. */
export const shareTexts: Record<Language, ShareTexts> = { en: enShare, ru: ruShare, kk: kkShare };
