import { describe, expect, it } from 'vitest';
import { checkVersions } from '../src/rules/versions.ts';
import { filesOf, manifest, printed, repository } from './examples.ts';

it('the repository has one version of everything', () => {
  expect(printed(checkVersions(repository))).toEqual([]);
});

it('a version of its own, and a package of ours by number, are found', () => {
  const files = filesOf({
    'packages/a/package.json': manifest('a', {
      dependencies: { zod: '^4.0.0', '@article21/model': '0.1.0', hono: 'catalog:' },
    }),
  });
  expect(printed(checkVersions(files))).toEqual([
    'packages/a/package.json  zod is "^4.0.0" (wanted: "catalog:")',
    'packages/a/package.json  @article21/model is "0.1.0" (wanted: "workspace:*")',
  ]);
});

describe('pnpm itself', () => {
  const hash = 'sha512-abc==';
  const root = ({ own = '1.2.3', fetched = '1.2.3', locked = '1.2.3', integrity = hash }) =>
    filesOf({
      'package.json': JSON.stringify({ packageManager: 'pnpm@1.2.3', devDependencies: { pnpm: own } }),
      '.scripts/pnpm/package.json': JSON.stringify({ dependencies: { pnpm: fetched } }),
      '.scripts/pnpm/package-lock.json': JSON.stringify({
        packages: { 'node_modules/pnpm': { version: locked, integrity } },
      }),
      'pnpm-lock.yaml': `packages:\n\n  pnpm@1.2.3:\n    resolution: {integrity: ${hash}}\n`,
    });

  it('is the version that packageManager names, by one hash', () => {
    expect(checkVersions(root({}))).toEqual([]);
  });

  it.each([
    [{ own: '1.2.4' }, 'package.json'],
    [{ fetched: '^1.2.3' }, '.scripts/pnpm/package.json'],
    [{ locked: '1.2.4' }, '.scripts/pnpm/package-lock.json'],
    [{ integrity: 'sha512-abd==' }, '.scripts/pnpm/package-lock.json'],
  ])('with %j is found', (other, file) => {
    expect(checkVersions(root(other)).map((it) => it.file)).toEqual([file]);
  });
});

it('what stands in the catalog and nobody uses is found', () => {
  const files = filesOf({
    'pnpm-workspace.yaml':
      'packages:\n  - x/*\ncatalog:\n  zod: 1.0.0\n  "@a/b": 1.0.0\nallowBuilds:\n  c: true\n',
    'packages/a/package.json': manifest('a', { dependencies: { zod: 'catalog:' } }),
  });
  expect(printed(checkVersions(files))).toEqual(['pnpm-workspace.yaml:5  nobody uses @a/b']);
});
