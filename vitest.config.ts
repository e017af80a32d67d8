import { existsSync, readdirSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

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
    // Files share what they import: no module holds what a test could change.
    isolate: false,
    ...apart(process.cwd()),
    maxWorkers: '100%',
    // Machines are shared: a test that hangs must end, a slow one must not fail. No test has a limit of its own.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});

/**
 * Files that replace a module load everything anew, with what replaces it. To load a program takes longer than most files of
 * tests: the others still share it. Nothing where no file replaces one.
 */
function apart(root: string): { projects?: TestProjectConfiguration[] } {
  const files = folders(root).flatMap((folder) => testsOf(root, folder));
  const replaces = (path: string) => readFileSync(join(root, path), 'utf8').includes('vi.mock(');
  const replacing = files.filter(replaces);
  if (replacing.length === 0) return {};
  const others = files.filter((path) => !replaces(path));
  const together = { extends: true, root, test: { name: 'together', exclude: replacing } } as const;
  const alone = { extends: true, root, test: { name: 'apart', exclude: others, isolate: true } } as const;
  return { projects: [together, alone] };
}

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

/** The folders of tests under a package or under the repository. */
function folders(root: string): string[] {
  const packages = ['apps', 'packages'].filter((top) => existsSync(join(root, top)));
  const all = packages.flatMap((top) => readdirSync(join(root, top)).map((name) => `${top}/${name}/test`));
  return ['test', ...all].filter((folder) => existsSync(join(root, folder)));
}

function testsOf(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`);
}
