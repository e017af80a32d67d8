import { createClient } from '@article21/contract/client';
import { createAtHand } from './at-hand.ts';

/** What this page has at hand. */
export const atHand = createAtHand({
  load: async (id) => {
    const { createAnswerer } = await import('../mirror/answerer.ts');
    return createClient(createAnswerer({ root: new URL('/', window.location.href), snapshot: id }));
  },
  now: () => performance.now(),
});
