import { describe, expect, it } from 'vitest';

const { playwrightResult, vitestResult } = await import(
  new URL('../../../.scripts/results.mjs', import.meta.url).href
);

describe('vitestResult', () => {
  const counts = { numPassedTests: 1, numFailedTests: 1, numPendingTests: 1, numTodoTests: 0 };
  const assertion = (fullName: string, status: string, failureMessages: string[] = []) => ({
    fullName,
    status,
    failureMessages,
  });

  it('names each failed test with its file and what it says, and each skipped one', () => {
    const assertionResults = [
      assertion('adds', 'passed'),
      assertion('takes away', 'failed', ['\u001b[31mexpected 1\u001b[39m\n\nto be 2']),
      assertion('draws (where it is skipped: install it)', 'skipped'),
    ];
    const testResults = [
      { name: '/repo/packages/sums/sum.test.ts', status: 'failed', message: '', assertionResults },
    ];
    expect(vitestResult({ ...counts, testResults }, '/repo')).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      failedNames: ['packages/sums/sum.test.ts › takes away\n    expected 1\n    to be 2'],
      skippedNames: ['draws (where it is skipped: install it)'],
    });
  });

  it('names a file that could not be loaded', () => {
    const unloaded = {
      name: '/repo/a.test.ts',
      status: 'failed',
      message: 'no such module',
      assertionResults: [],
    };
    const { failedNames } = vitestResult({ ...counts, testResults: [unloaded] }, '/repo');
    expect(failedNames).toEqual(['a.test.ts\n    no such module']);
  });

  it('tells the first lines of a long failure only', () => {
    const long = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n');
    const testResults = [
      {
        name: '/repo/a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [assertion('a', 'failed', [long])],
      },
    ];
    expect(vitestResult({ ...counts, testResults }, '/repo').failedNames[0]?.split('\n')).toHaveLength(9);
  });
});

describe('playwrightResult', () => {
  const spec = (title: string, status: string, message?: string) => ({
    file: 'first.spec.ts',
    title,
    tests: [{ projectName: 'mirror', status, results: [message ? { error: { message } } : {}] }],
  });
  const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 2 };

  it('names the failed tests of all suites; one that passed at a second try failed', () => {
    const suites = [
      {
        specs: [spec('opens', 'expected')],
        suites: [{ specs: [spec('filters', 'unexpected', 'no table')] }],
      },
      { specs: [spec('shares', 'flaky')] },
    ];
    expect(playwrightResult({ stats, suites, errors: [] })).toEqual({
      passed: 1,
      failed: 2,
      skipped: 2,
      failedNames: ['mirror › first.spec.ts › filters\n    no table', 'mirror › first.spec.ts › shares'],
      skippedNames: [],
    });
  });

  it('tells what kept all tests from running', () => {
    const result = playwrightResult({ stats, suites: [], errors: [{ message: 'port 4173 is taken' }] });
    expect(result.failedNames).toEqual(['Playwright\n    port 4173 is taken']);
  });
});
