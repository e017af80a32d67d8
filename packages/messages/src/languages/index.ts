import type { Language } from '@article21/model';
import type { LanguageFolder } from '../texts.ts';
import { en } from './en/index.ts';
import { kk } from './kk/index.ts';
import { ru } from './ru/index.ts';

/** Every language, by its code. */
export const languageFolders: { readonly [Code in Language]: LanguageFolder<Code> } = { en, ru, kk };
