import { describe, expect, it } from 'vitest';
import allowedImports from '../src/allowed-imports.json' with { type: 'json' };
import { checkAllowedImports } from '../src/rules/allowed-imports.ts';
import { workspacesOf } from '../src/workspaces.ts';
import { filesOf, importing, manifest, printed, workspaces } from './examples.ts';

const table = { 'packages/model': [], 'packages/cube': ['model'], 'apps/api': ['model', 'cube'] };
const uses = (...names: string[]) => ({
  dependencies: Object.fromEntries(names.map((name) => [`@article21/${name}`, 'workspace:*'])),
});
const check = (texts: Record<string, string>) =>
  printed(checkAllowedImports(workspacesOf(filesOf(texts)), table));

describe('the table of allowed imports', () => {
  it('is kept by every package of the repository', () => {
    expect(printed(checkAllowedImports(workspaces, allowedImports))).toEqual([]);
  });

  it('lets a package use what its row names', () => {
    const files = {
      'packages/cube/package.json': manifest('cube', uses('model')),
      'packages/cube/src/roll-up.ts': importing('@article21/model'),
      'packages/cube/test/roll-up.test.ts': importing('../src/roll-up.ts'),
    };
    expect(check(files)).toEqual([]);
  });

  it('finds a dependency, and an import in src, that the row does not name', () => {
    const files = {
      'packages/model/package.json': manifest('model', uses('cube')),
      'packages/model/src/day.ts': `\n${importing('@article21/cube')}`,
    };
    expect(check(files)).toEqual([
      'packages/model/package.json  may not depend on cube (may: none)',
      'packages/model/src/day.ts:2  may not import cube (may: none)',
    ]);
  });

  it('finds an app that imports an app', () => {
    const files = {
      'apps/api/package.json': manifest('api'),
      'apps/api/src/app.ts': importing('@article21/cli'),
    };
    expect(check(files)).toEqual(['apps/api/src/app.ts:1  may not import cli (may: model, cube)']);
  });

  it('finds an import that no package.json declares, in tests too', () => {
    const files = {
      'packages/cube/package.json': manifest('cube'),
      'packages/cube/src/a.ts': importing('@article21/model/edtf'),
      'packages/cube/test/a.test.ts': importing('@article21/store'),
    };
    expect(check(files)).toEqual([
      'packages/cube/src/a.ts:1  imports model, which its package.json does not declare',
      'packages/cube/test/a.test.ts:1  imports store, which its package.json does not declare',
    ]);
  });

  it('finds a path that reaches into another package', () => {
    const files = {
      'packages/cube/package.json': manifest('cube'),
      'packages/cube/src/a.ts': importing('../../model/src/day.ts'),
      'packages/cube/src/b.ts': importing('../../../../../packages/cube/src/a.ts'),
    };
    expect(check(files)).toHaveLength(2);
  });

  it('lets a configuration use a plain file of the top level, and nothing else a way out', () => {
    const files = {
      'apps/api/package.json': manifest('api'),
      'apps/api/vite.config.ts': importing('../../node-program.vite.ts'),
      'apps/api/vitest.config.ts': importing('../cli/vitest.config.ts'),
      'apps/api/src/app.ts': importing('../../../node-program.vite.ts'),
      'apps/api/src/vite.config.ts': importing('../../../node-program.vite.ts'),
    };
    expect(check(files)).toHaveLength(3);
  });

  it('finds a package that has no row, and one that is called otherwise than its folder', () => {
    const files = {
      'packages/extra/package.json': manifest('extra'),
      'packages/cube/package.json': manifest('cubes'),
    };
    expect(check(files)).toEqual([
      'packages/extra/package.json  is not in the table of allowed imports (known: packages/model, packages/cube, apps/api)',
      'packages/cube/package.json  is to be called @article21/cube',
    ]);
  });
});
