import { strykerPlugins as plugins } from '@stryker-mutator/vitest-runner';

const [vitest] = plugins;
/** As Stryker numbers the outcome of a test. */
const FAILED = 1;

/**
 * Stryker's runner of vitest, to which a test file that cannot even be loaded is a file without tests: a fault that
 * breaks every module would pass for one that nobody notices. Here it counts as noticed by the first test of the file.
 */
function create(injector) {
  const runner = vitest.factory(injector);
  const run = runner.run.bind(runner);
  const firstTests = new Map();
  runner.run = async (options) => {
    const result = await run(options);
    for (const test of result.tests ?? [])
      if (!firstTests.has(fileOf(test.id))) firstTests.set(fileOf(test.id), test);
    if (result.status !== 'complete' || result.tests.some(({ status }) => status === FAILED)) return result;
    const broken = runner.ctx.state.getFiles().find((file) => file.result?.state === 'fail');
    const first = broken && [...firstTests].find(([file]) => broken.filepath.endsWith(file))?.[1];
    if (!first) return result;
    const failureMessage = broken.result.errors?.[0]?.message ?? 'the file could not be loaded';
    return { ...result, tests: [...result.tests, { ...first, status: FAILED, failureMessage }] };
  };
  return runner;
}
create.inject = vitest.factory.inject;

/** The id of a test is its file, `#`, and its name. */
function fileOf(id) {
  return id.slice(0, id.indexOf('#'));
}

export const strykerPlugins = [{ ...vitest, name: 'vitest-strict', factory: create }];
