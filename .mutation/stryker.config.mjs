/**
 * Mutation tests of one package, run in its folder: `pnpm mutate <package>`. Faults are put into the sources where they
 * stand, and taken out at the end, because a copy of one package would miss what its tests read elsewhere.
 */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: '../../.mutation/vitest.config.mjs', related: false },
  inPlace: true,
  mutate: ['src/**/*.ts', '!src/**/*.d.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // A fault that never ends is stopped; a busy machine is not taken for one.
  timeoutMS: 10_000,
  timeoutFactor: 2,
  dryRunTimeoutMinutes: 15,
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  tempDirName: '.stryker/temporary',
  jsonReporter: { fileName: '.stryker/report.json' },
  reporters: ['clear-text', 'json'],
  clearTextReporter: { reportTests: false, allowColor: false, logTests: false },
};
