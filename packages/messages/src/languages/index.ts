import type { Language } from '@article21/model';
import type { LanguageFolder } from '../texts.ts';
import { en } from './en/index.ts';
import { kk } from './kk/index.ts';
import { ru } from './ru/index.ts';

/** Every language, by its code. */
export const languageFolders: Readonly<Record<Language, LanguageFolder>> = { en, ru, kk };
