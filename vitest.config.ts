import { defineConfig } from 'vitest/config';

/** One configuration for every package; each runs it with its own folder as root. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: ['default', ['json', { outputFile: '.test/vitest.json' }]],
    passWithNoTests: false,
  },
});
