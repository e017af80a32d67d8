import { expect, it } from 'vitest';
import { checkDependencies } from '../src/rules/dependencies.ts';
import { workspacesOf } from '../src/workspaces.ts';
import { filesOf, importing, manifest, printed, workspaces } from './examples.ts';

const check = (texts: Record<string, string>) => printed(checkDependencies(workspacesOf(filesOf(texts))));

it('every package declares what it uses and uses what it declares', () => {
  expect(printed(checkDependencies(workspaces))).toEqual([]);
});

it('a library that is not declared, or for tests only, is found in src', () => {
  const files = {
    'packages/a/package.json': manifest('a', { devDependencies: { hono: 'catalog:' } }),
    'packages/a/src/a.ts': importing('zod/mini'),
    'packages/a/src/b.ts': importing('hono'),
    'packages/a/test/b.test.ts': importing('hono') + importing('vitest') + importing('node:fs'),
  };
  expect(check(files)).toEqual([
    'packages/a/src/a.ts:1  uses zod, which its package.json does not declare',
    'packages/a/src/b.ts:1  uses hono, which its package.json does not declare',
  ]);
});

it('a declared library that nothing uses is found', () => {
  const dependencies = { zod: 'catalog:', '@a/fonts': 'catalog:', '@types/node': 'catalog:' };
  const files = (style: string) => ({
    'packages/a/package.json': manifest('a', { dependencies, scripts: { build: 'zod build' } }),
    'packages/a/src/a.css': style,
  });
  expect(check(files("@import '@a/fonts/latin.css';"))).toEqual([]);
  expect(check(files(''))).toEqual(['packages/a/package.json  declares @a/fonts, which nothing uses']);
});
