import { createClient } from '@article21/contract/client';
import { words } from '@article21/messages';
import { sitePath } from '../url/site-path.ts';
import { createLocalCounts } from './local-counts.ts';

/** The local counts of this page. When a snapshot has been loaded, User Timings have a mark `local counts`. */
export const localCounts = createLocalCounts(async (id) => {
  const { createCounter } = await import('./counter.ts');
  return createClient(createCounter(new URL(`${sitePath}/`, window.location.href), id, words));
});
