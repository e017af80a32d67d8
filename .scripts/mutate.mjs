// pnpm mutate <package> [file ...]: puts faults into the sources of a package, one at a time, and counts those that its
// tests notice. Files are given as in the package: `src/day.ts`; with `test/day.test.ts` beside it, these tests alone are
// asked, which takes minutes instead of hours and can only notice less. The sources are changed where they stand, and restored
// at the end, because a copy of one package would miss what its tests read of others.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, fail, install, root, run } from './workspace.mjs';

const packages = ['model', 'cube', 'messages', 'ingest', 'answers', 'store'];
const [name, ...files] = process.argv.slice(2);
if (!packages.includes(name)) fail(`unknown package: ${name ?? 'none'} (known: ${packages.join(', ')})`);
const folder = join(root, 'packages', name);
const missing = files.find((file) => !existsSync(join(folder, file)));
if (missing) fail(`there is no ${missing} in packages/${name}`);

install();
const [tests, sources] = [files.filter(isTest), files.filter((file) => !isTest(file))];
const only = sources.length > 0 ? ['--mutate', sources.join(',')] : [];
const exit = run('stryker', ['run', '../../.mutation/stryker.config.json', ...only], {
  cwd: folder,
  env: { ...env, MUTATION_TESTS: tests.join(',') },
});
if (exit !== 0) process.exit(exit);

/** Faults that could not be put in (they do not compile) or are known to change nothing are not counted. */
const counted = new Map([
  ...[
    ['Killed', 'noticed'],
    ['Timeout', 'noticed'],
    ['Survived', 'not'],
    ['NoCoverage', 'not'],
  ],
]);
const report = JSON.parse(readFileSync(join(folder, '.stryker/report.json'), 'utf8'));
const faults = Object.values(report.files).flatMap(({ mutants }) => mutants);
const results = faults.flatMap(({ status }) => counted.get(status) ?? []);
const noticed = results.filter((it) => it === 'noticed').length;
const score = ((100 * noticed) / results.length).toFixed(1);
console.log(`${name}: ${noticed} of ${results.length} faults were noticed (${score} %).`);

function isTest(file) {
  return file.startsWith('test/');
}
