import type { LanguageFolder } from '../texts.ts';
import { words } from './words.ts';

/** All that is said in Russian. The long texts are loaded when a page, or the share dialog, asks for them. */
export const ru = {
  code: 'ru',
  words,
  pages: () => import('./pages.ts'),
  share: () => import('./share.ts'),
  api: () => import('./api.ts'),
  template: () => import('./template.ts'),
  desk: () => import('./desk.ts'),
  importing: () => import('./importing.ts'),
  faults: () => import('./faults.ts'),
} as const satisfies LanguageFolder;
