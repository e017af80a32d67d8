import type { PageTexts } from '../texts.ts';
import { about } from './about.ts';
import { rules } from './codebook.ts';
import { methods } from './methods.ts';

/** The long texts of pages, in Russian. */
export const pages: PageTexts = { about, methods, rules };
