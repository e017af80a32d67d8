import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import config from '../vitest.config.ts';

/** The tests as ever, but for those that no fault can reach. */
const merged = mergeConfig(config, {
  test: {
    // A fault in what is worked out when a module is loaded is seen only by who loads it anew.
    isolate: true,
    setupFiles: [fileURLToPath(new URL('setup.ts', import.meta.url))],
    // They start processes of their own, in which no fault is switched on, publish hundreds of times, or read much.
    exclude: [
      'test/snapshots/kill.test.ts',
      'test/snapshots/durability.test.ts',
      'test/large-files.test.ts',
      'test/tallies.test.ts',
      'test/routes/limits.test.ts',
    ],
  },
});

const { MUTATION_TESTS } = process.env;
if (MUTATION_TESTS) merged.test.include = MUTATION_TESTS.split(',');

export default merged;
