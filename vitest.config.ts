import { defineConfig } from 'vitest/config';

/** One configuration for every package; each runs it with its own folder as root. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: ['default', ['json', { outputFile: '.test/vitest.json' }]],
    passWithNoTests: false,
    // The files of a package share what they import, which is loaded once: no module holds what a test could change.
    // Where tests replace a module, its package says which are apart: apps/cli/vitest.config.ts.
    isolate: false,
    // One package's tests use the whole machine; of many packages, turbo runs two at a time.
    maxWorkers: '100%',
    // Machines are shared: a test that hangs must end, a slow one must not fail. No test has a limit of its own.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
