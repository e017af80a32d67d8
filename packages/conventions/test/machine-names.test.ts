import { expect, it } from 'vitest';
import { checkMachineNames } from '../src/rules/machine-names.ts';
import { filesOf, printed, repository } from './examples.ts';

it('nothing in the repository is the name of one machine', () => {
  expect(printed(checkMachineNames(repository))).toEqual([]);
});

// Put together from pieces, so that these examples are not found in this file.
it.each([
  ['a working folder', ['', 'work', 'main/x'].join('/')],
  ['a home folder', ['', 'home', 'anna/x'].join('/')],
  ['a folder beside the repository', ['..', 'shared', 'x'].join('/')],
  ['a registry', ['https://registry', 'example.org/zod'].join('.')],
  ['a registry on this machine', ['http://localhost:4873', 'npm', 'zod'].join('/')],
  ['a download address', `  ${'tarball'}: https://example.org/zod.tgz`],
])('%s is found, in the lockfile too', (_, text) => {
  expect(checkMachineNames(filesOf({ 'pnpm-lock.yaml': `a\n${text}\n` }))).toMatchObject([{ line: 2 }]);
});

it('words that only look alike are left alone', () => {
  const text = 'https://example.org/work/1 a registry.get(x) http://localhost:4321/api ./home/page.ts';
  expect(printed(checkMachineNames(filesOf({ 'README.md': text })))).toEqual([]);
});
