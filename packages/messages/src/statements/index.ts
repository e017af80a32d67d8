import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import type { StatementWords } from './statement-words.ts';

export type { ActKind, PhaseWords, StatementWords } from './statement-words.ts';

/** The words of statements, language by language: one statement is often in several. */
export const statementWords: Readonly<Record<'en' | 'ru' | 'kk', StatementWords>> = { en, ru, kk };
