import type { LanguageFolder } from '../texts.ts';
import { words } from './words.ts';

/** All that is said in English. The long texts are loaded when a page, or the share dialog, asks for them. */
export const en = {
  code: 'en',
  words,
  pages: () => import('./pages.ts'),
  share: () => import('./share.ts'),
  api: () => import('./api.ts'),
  template: () => import('./template.ts'),
  desk: () => import('./desk.ts'),
  importing: () => import('./importing.ts'),
  // The words of `ingest` itself are English.
  faults: async () => ({ faults: null }),
} as const satisfies LanguageFolder;
