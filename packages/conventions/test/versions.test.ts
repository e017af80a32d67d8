import { expect, it } from 'vitest';
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

it('pnpm itself is the version that packageManager names, and no other', () => {
  const root = (version: string) =>
    filesOf({
      'package.json': JSON.stringify({ packageManager: 'pnpm@1.2.3', devDependencies: { pnpm: version } }),
    });
  expect(checkVersions(root('1.2.3'))).toEqual([]);
  expect(checkVersions(root('1.2.4'))).toHaveLength(1);
});

it('what stands in the catalog and nobody uses is found', () => {
  const files = filesOf({
    'pnpm-workspace.yaml':
      'packages:\n  - x/*\ncatalog:\n  zod: 1.0.0\n  "@a/b": 1.0.0\nallowBuilds:\n  c: true\n',
    'packages/a/package.json': manifest('a', { dependencies: { zod: 'catalog:' } }),
  });
  expect(printed(checkVersions(files))).toEqual(['pnpm-workspace.yaml:5  nobody uses @a/b']);
});
