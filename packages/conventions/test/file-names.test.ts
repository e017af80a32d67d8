import { expect, it } from 'vitest';
import { checkFileNames } from '../src/rules/file-names.ts';
import { filesOf, printed, repository } from './examples.ts';

it('every file of code is called after its subject, in kebab-case', () => {
  expect(printed(checkFileNames(repository))).toEqual([]);
});

it.each(['packages/a/src/rollUp.ts', 'packages/a/src/Chart.tsx', 'packages/a/src/roll_up.css'])(
  '%s is not kebab-case',
  (path) => {
    expect(checkFileNames(filesOf({ [path]: '' }))).toHaveLength(1);
  },
);

it.each([
  'packages/a/src/utils.ts',
  'packages/a/src/date-helpers.ts',
  'packages/a/src/common/date.ts',
  'apps/a/src/types.ts',
])('%s says nothing of its subject', (path) => {
  expect(printed(checkFileNames(filesOf({ [path]: '' })))[0]).toContain('says nothing of its subject');
});

it('names with a purpose after a dot, and data files, are left alone', () => {
  const files = filesOf({
    'apps/a/vite.config.ts': '',
    'apps/a/test/roll-up.test.ts': '',
    'apps/a/Data.csv': '',
  });
  expect(checkFileNames(files)).toEqual([]);
});
