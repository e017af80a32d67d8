import { expect, it } from 'vitest';
import { readPeers } from '../src/production.ts';
import { checkDependencies } from '../src/rules/dependencies.ts';
import { workspacesOf } from '../src/workspaces.ts';
import { filesOf, importing, manifest, printed, workspaces } from './examples.ts';

const check = (texts: Record<string, string>) =>
  printed(checkDependencies(workspacesOf(filesOf(texts)), new Map([['packages/peer', new Set(['zod'])]])));

it('every package declares what it uses and uses what it declares', () => {
  expect(printed(checkDependencies(workspaces, readPeers(workspaces)))).toEqual([]);
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

it('types alone may come from what only tests need', () => {
  const files = {
    'packages/a/package.json': manifest('a', { devDependencies: { hono: 'catalog:' } }),
    'packages/a/src/a.ts': importing('hono').replace('import', 'import type'),
    'packages/a/src/b.ts': `// ${importing('zod')}/**\n * ${importing('zod')} */\n`,
  };
  expect(check(files)).toEqual([]);
});

it('what a used library expects beside itself is not unused', () => {
  const dependencies = { zod: 'catalog:', hono: 'catalog:' };
  expect(check({ 'packages/peer/package.json': manifest('peer', { dependencies }) })).toEqual([
    'packages/peer/package.json  declares hono, which nothing uses',
  ]);
});
