import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** One configuration for every package; each runs it in its own folder, as root. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: ['default', ['json', { outputFile: '.test/vitest.json' }]],
    passWithNoTests: false,
    // The files of a package share what they import, which is loaded once: no module holds what a test could change.
    isolate: false,
    projects: apart(process.cwd()),
    // One package's tests use the whole machine; of many packages, turbo runs two at a time.
    maxWorkers: '100%',
    // Machines are shared: a test that hangs must end, a slow one must not fail. No test has a limit of its own.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});

/**
 * Files that replace a module load everything anew, with what replaces it. To load a program takes longer than most files of
 * tests: the others of the package still share it. Nothing where no file replaces one.
 */
function apart(root: string): TestProjectConfiguration[] | undefined {
  if (!existsSync(join(root, 'test'))) return undefined;
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .map((path) => `test/${path}`)
    .filter((path) => /\.test\.tsx?$/.test(path));
  const replaces = (path: string) => readFileSync(join(root, path), 'utf8').includes('vi.mock(');
  const replacing = files.filter(replaces);
  if (replacing.length === 0) return undefined;
  const others = files.filter((path) => !replaces(path));
  return [
    { extends: true, root, test: { name: 'together', exclude: replacing } },
    { extends: true, root, test: { name: 'apart', exclude: others, isolate: true } },
  ];
}
