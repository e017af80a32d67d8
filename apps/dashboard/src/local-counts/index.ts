import { createClient } from '@article21/contract/client';
import { words } from '@article21/messages';
import { sitePath } from '../url/site-path.ts';
import { createLocalCounts } from './local-counts.ts';
import type { createCounter } from './program.ts';

/** A separate build: see `local-counts.vite.config.ts`. */
const PROGRAM = `${sitePath}/local-counts.js`;

/** The local counts of this page. When a snapshot has been loaded, User Timings have a mark `local counts`. */
export const localCounts = createLocalCounts(async (id) => {
  const program: { createCounter: typeof createCounter } = import.meta.env.DEV
    ? await import('./program.ts')
    : await import(/* @vite-ignore */ PROGRAM);
  return createClient(program.createCounter(new URL(`${sitePath}/`, window.location.href), id, words));
});
