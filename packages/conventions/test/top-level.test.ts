import { expect, it } from 'vitest';
import { checkTopLevel } from '../src/rules/top-level.ts';
import { filesOf, printed, repository } from './examples.ts';

it('the top level holds apps, packages and plain files only', () => {
  expect(printed(checkTopLevel(repository))).toEqual([]);
});

it('another folder, a missing file and a second lockfile are found', () => {
  const sound = repository.filter(({ path }) => path !== 'pnpm-lock.yaml');
  const files = [...sound, ...filesOf({ 'tools/x.ts': '', '.ci/run': '', 'yarn.lock': '' })];
  expect(printed(checkTopLevel(files))).toEqual(
    expect.arrayContaining([
      'tools  is not a folder of the top level (known: apps, packages)',
      'pnpm-lock.yaml  is missing',
      'yarn.lock  is another lockfile: pnpm-lock.yaml is the one',
    ]),
  );
});
