import { defineConfig } from 'vitest/config';

/** One configuration for every package; each runs it with its own folder as root. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: ['default', ['json', { outputFile: '.test/vitest.json' }]],
    passWithNoTests: false,
    // Machines are shared: a test that hangs must end, a slow one must not fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
