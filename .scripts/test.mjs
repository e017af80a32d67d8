// npm test: install, run every check and every test of every package, and close with their number.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from './chromium.mjs';
import { postgres } from './postgres.mjs';
import { playwrightResult, vitestResult } from './results.mjs';
import { env, fail, install, root, run, serve } from './workspace.mjs';

const summaries = join(root, '.turbo/runs');

install();
const CHROMIUM_PATH = chromium();
postgres();
const folders = ['apps', 'packages'].flatMap((top) =>
  readdirSync(join(root, top)).map((name) => join(root, top, name)),
);
// Results of an earlier run must not be counted; those of a task that turbo has cached it lays down again.
for (const folder of [root, ...folders]) rmSync(join(folder, '.test'), { recursive: true, force: true });
rmSync(summaries, { recursive: true, force: true });

/** Reads the whole repository at once. Each package's own reads as much, because of what it imports, to look at its few files. */
const LINT = '@article21/conventions#lint';

const options = [
  '--output-logs=new-only',
  '--ui=stream',
  '--concurrency=2',
  '--summarize',
  '--continue=always',
];
// A build that fails here is built again for the browser's tests, which then fail, too.
const ended = [run('turbo', ['run', 'types', 'build', 'check', LINT, ...options])];
// The browser's tests take half of the time and leave a core idle at times, which the others use.
ended.push(
  ...(await Promise.all([
    serve('turbo', ['run', 'test:browser', ...options], { env: { ...env, CHROMIUM_PATH } }),
    serve('vitest', ['run']),
  ])),
);

const total = { passed: 0, failed: 0, skipped: 0 };
const failedNames = [];
const skippedNames = [];
for (const task of executed()) {
  const result = count(task);
  for (const key of Object.keys(total)) total[key] += result[key];
  if (result.failed > 0) console.log(`${task.taskId}: ${result.failed} failed`);
  failedNames.push(...(result.failedNames ?? []));
  skippedNames.push(...(result.skippedNames ?? []));
}
// Once more here: of a long output often only the end is kept.
for (const name of failedNames) console.log(`Failed: ${name}`);
for (const name of skippedNames) console.log(`Skipped: ${name}`);
const { passed, failed, skipped } = total;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(ended.every((status) => status === 0) && failed === 0 && passed > 0 ? 0 : 1);

/** The tasks that turbo ran or took from its cache, and the tests of all packages. A package without the script of a task has no command. */
function executed() {
  const files = existsSync(summaries) ? readdirSync(summaries) : [];
  if (files.length < 2)
    return fail('turbo ran nothing; the lines above say why.\n0 passed, 1 failed, 0 skipped');
  const runs = files.map((file) => JSON.parse(readFileSync(join(summaries, file), 'utf8')));
  const tasks = runs.flatMap(({ tasks }) => tasks).filter((task) => task.command !== '<NONEXISTENT>');
  return [...tasks, { taskId: 'tests', task: 'test', directory: '', execution: { exitCode: ended.at(-1) } }];
}

/** Lint, types and build are one check each; a suite counts its tests. */
function count({ task, directory, execution }) {
  const ended = execution?.exitCode === 0;
  const check = { passed: ended ? 1 : 0, failed: ended ? 0 : 1, skipped: 0 };
  if (task === 'build') return { ...check, passed: 0 };
  const read = { test: ['vitest.json', vitestResult], 'test:browser': ['playwright.json', playwrightResult] }[
    task
  ];
  if (!read) return check;
  const file = join(root, directory, '.test', read[0]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const suite = read[1](JSON.parse(readFileSync(file, 'utf8')), root);
  // A suite that could not even be loaded fails without a failed test.
  return ended || suite.failed > 0 ? suite : { ...suite, failed: 1 };
}
