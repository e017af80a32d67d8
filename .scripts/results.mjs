// Reads what Vitest and Playwright wrote about a run: numbers of tests, and what the end of the output tells of each.
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** How many lines of a failure are printed again at the end; all of it stands further up. */
const LINES = 8;

/** Vitest's JSON report. The name of a skipped test says how to have it run. */
export function vitestResult(report, root) {
  const failed = [];
  const skipped = [];
  for (const { name, status, message, assertionResults } of report.testResults) {
    const file = relative(root, name);
    for (const test of assertionResults) {
      if (['skipped', 'pending', 'todo'].includes(test.status)) skipped.push(test.fullName);
      if (test.status === 'failed') failed.push(failure([file, test.fullName], test.failureMessages[0]));
    }
    // A file that could not be loaded has no tests.
    if (status === 'failed' && assertionResults.length === 0) failed.push(failure([file], message));
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failedNames: failed,
    skippedNames: skipped,
  };
}

/** Playwright's JSON report. A test that passed at a second try counts as failed. */
export function playwrightResult({ stats, suites, errors }) {
  const bad = suites.flatMap(specsOf).flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ projectName, results }) => {
        const error = results.map((result) => result.error).find(Boolean);
        return failure([projectName, file, title], error?.message);
      }),
  );
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failedNames: [...errors.map(({ message }) => failure(['Playwright'], message)), ...bad],
    skippedNames: [],
  };
}

function specsOf({ suites = [], specs = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

function failure(names, message = '') {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return [names.join(' › '), ...lines.slice(0, LINES)].join('\n    ');
}
