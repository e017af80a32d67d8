import { de } from './de.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import type { TypedWords } from './typed-words.ts';

export type { HeaderRole, TypedWords } from './typed-words.ts';

/** The words of cells, language by language: cells of one table are often in several. */
export const typedWords: Readonly<Record<string, TypedWords>> = { en, ru, kk, de };
