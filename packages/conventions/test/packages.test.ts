import { expect, it } from 'vitest';
import { checkPackages } from '../src/rules/packages.ts';
import { workspacesOf } from '../src/workspaces.ts';
import { filesOf, manifest, printed, workspaces } from './examples.ts';

const scripts = { dev: 'x', check: 'x', lint: 'x', test: 'x' };
const decided = '# A\n\n## Decisions\n- 2026-11-23: this, instead of that, because.\n';
const check = (texts: Record<string, string>) => printed(checkPackages(workspacesOf(filesOf(texts))));

it('every package has the scripts and a README with dated decisions', () => {
  expect(printed(checkPackages(workspaces))).toEqual([]);
});

it('a missing script and a missing README are found', () => {
  const { test: _, ...rest } = scripts;
  expect(check({ 'packages/a/package.json': manifest('a', { scripts: rest }) })).toEqual([
    'packages/a/package.json  has no script "test"',
    'packages/a/README.md  is missing',
  ]);
});

it('a README of 120 lines is short enough, one of 121 is not, in whichever folder', () => {
  const readme = (lines: number) => decided + 'word\n'.repeat(lines - 4);
  const files = (own: number, inner: number) => ({
    'packages/a/package.json': manifest('a', { scripts }),
    'packages/a/README.md': readme(own),
    'packages/a/deploy/README.md': readme(inner),
  });
  expect(check(files(120, 120))).toEqual([]);
  expect(check(files(121, 120))).toEqual(['packages/a/README.md  has 121 lines (at most 120)']);
  expect(check(files(120, 121))).toEqual(['packages/a/deploy/README.md  has 121 lines (at most 120)']);
});

it('a README without decisions, and a decision without its date, are found', () => {
  const files = (readme: string) => ({
    'packages/a/package.json': manifest('a', { scripts }),
    'packages/a/README.md': readme,
  });
  expect(check(files('# A\n'))).toEqual(['packages/a/README.md  has no decisions under "## Decisions"']);
  expect(check(files('# A\n## Decisions\n- lately: this\n'))).toEqual([
    'packages/a/README.md  has a decision without a date: - lately: this',
  ]);
});
