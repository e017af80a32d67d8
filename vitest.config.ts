import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** In bytes: four times as much as all tests together have at a time on two cores. */
const ROOM = 4 * 1024 ** 3;

/**
 * Run in a package's folder, its tests. Run in the repository's, those of every package at once: most of what they import is the
 * same, and is read and loaded once for all.
 */
export default defineConfig({
  // React has two programs in it: pages are made by the one that readers are served by, which takes half of the time.
  oxc: { jsx: { runtime: 'automatic', development: false } },
  test: {
    env: { NODE_ENV: 'production', TMPDIR: quickestFolder() },
    include: ['test/**/*.test.{ts,tsx}', '{apps,packages}/*/test/**/*.test.{ts,tsx}'],
    reporters: ['default', ['json', { outputFile: '.test/vitest.json' }]],
    passWithNoTests: false,
    setupFiles: [fileURLToPath(new URL('vitest.setup.ts', import.meta.url))],
    // Files share what they import, because to load a program takes longer than most of them: no module holds what a test could
    // change, and what one spies on or replaces it gives back. `vi.mock` would load the program anew.
    isolate: false,
    maxWorkers: '100%',
    // Machines are shared: a test that hangs must end, a slow one must not fail. No test has a limit of its own.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});

/** Where a system keeps files in memory, if it does and has room: thousands of publications are about no disk's speed. */
function quickestFolder(): string {
  const inMemory = '/dev/shm';
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize > ROOM ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}
