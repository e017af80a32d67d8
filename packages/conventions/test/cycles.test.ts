import { expect, it } from 'vitest';
import { checkCycles } from '../src/rules/cycles.ts';
import { workspacesOf } from '../src/workspaces.ts';
import { filesOf, manifest, printed, workspaces } from './examples.ts';

it('no package depends on itself through others', () => {
  expect(printed(checkCycles(workspaces))).toEqual([]);
});

it('a cycle is found, also when a test closes it', () => {
  const files = filesOf({
    'packages/a/package.json': manifest('a', { dependencies: { '@article21/b': 'workspace:*' } }),
    'packages/b/package.json': manifest('b', { dependencies: { '@article21/c': 'workspace:*' } }),
    'packages/c/package.json': manifest('c', { devDependencies: { '@article21/b': 'workspace:*' } }),
  });
  expect(printed(checkCycles(workspacesOf(files)))).toEqual([
    'packages/b/package.json  @article21/b → @article21/c → @article21/b',
    'packages/c/package.json  @article21/c → @article21/b → @article21/c',
  ]);
});
