import { createClient } from '@article21/contract/client';
import { words } from '@article21/messages';
import { sitePath } from '../url/site-path.ts';
import { createAtHand } from './at-hand.ts';
import type { createCounter } from './program.ts';

/** Built by itself: see `at-hand.vite.config.ts`. */
const PROGRAM = `${sitePath}/at-hand.js`;

/** What this page has at hand. That something has come stands among the page's User Timings as `at hand`. */
export const atHand = createAtHand(async (id) => {
  const program: { createCounter: typeof createCounter } = import.meta.env.DEV
    ? await import('./program.ts')
    : await import(/* @vite-ignore */ PROGRAM);
  return createClient(program.createCounter(new URL(`${sitePath}/`, window.location.href), id, words));
});
