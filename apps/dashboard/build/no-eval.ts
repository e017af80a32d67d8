import type { Plugin } from 'vite';

const exported = 'export const globalConfig = globalThis.__zod_globalConfig;';

/** Code of zod's settings in which it compiles no functions. */
export function withoutEval(code: string): string {
  if (!code.includes(exported)) throw new Error('zod has its settings elsewhere now: see build/no-eval.ts');
  return code.replace(exported, `${exported}\nglobalConfig.jitless = true;`);
}

/**
 * Keeps zod from trying whether it may compile functions from text: a page forbids that, and a browser reports the
 * attempt as a violation. It must be said before the first schema is made.
 */
export function noEval(): Plugin {
  return {
    name: 'article21-no-eval',
    apply: 'build',
    transform: {
      filter: { id: /zod\/v4\/core\/core\.js$/ },
      handler: (code) => ({ code: withoutEval(code), map: null }),
    },
  };
}
