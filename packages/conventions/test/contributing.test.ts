import { expect, it } from 'vitest';
import { checkContributing } from '../src/rules/contributing.ts';
import { filesOf, printed, repository } from './examples.ts';

it('the table of CONTRIBUTING names files that are there', () => {
  expect(printed(checkContributing(repository))).toEqual([]);
});

const check = (table: string, paths: string[]) =>
  printed(
    checkContributing(
      filesOf({ 'CONTRIBUTING.md': table, ...Object.fromEntries(paths.map((p) => [p, ''])) }),
    ),
  );

it('a name with a placeholder stands for at least one file besides the index', () => {
  const table = '| chart | `packages/charts/src/charts/<id>.ts` | `packages/charts/src/charts/index.ts` |';
  const folder = 'packages/charts/src/charts';
  expect(check(table, [`${folder}/bar.ts`, `${folder}/index.ts`])).toEqual([]);
  expect(check(table, [`${folder}/index.ts`])).toEqual([
    'CONTRIBUTING.md:1  names packages/charts/src/charts/<id>.ts, and no file is called so',
  ]);
});

it('a page without the table is found', () => {
  expect(check('# Contributing\n', [])).toEqual(['CONTRIBUTING.md  names no files in its table']);
  expect(printed(checkContributing([]))).toEqual(['CONTRIBUTING.md  is missing']);
});
