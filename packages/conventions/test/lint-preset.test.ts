import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../src/repository.ts';
import { checkLintPreset } from '../src/rules/lint-preset.ts';
import { filesOf, printed, repository } from './examples.ts';

it('the linter keeps the rules that need a parser', () => {
  expect(printed(checkLintPreset(repository))).toEqual([]);
});

it('a rule that is gone or weakened is found', () => {
  const config = repository.find(({ path }) => path === 'biome.json')?.text ?? '';
  const weakened = config.replace('"noExplicitAny": "error"', '"noExplicitAny": "warn"');
  expect(printed(checkLintPreset(filesOf({ 'biome.json': weakened })))).toEqual([
    'biome.json  suspicious/noExplicitAny is not an error',
  ]);
  expect(checkLintPreset(filesOf({ 'biome.json': '{}' })).length).toBeGreaterThan(5);
  expect(checkLintPreset([])).toHaveLength(1);
});

const lines = (n: number) => Array.from({ length: n }, (_, i) => `  use(${i});`).join('\n');
const body = (n: number) => `export function long(use: (n: number) => void): void {\n${lines(n)}\n}\n`;

const sometimes = `import { expect, it } from 'vitest';

it('may be', () => {
  if (Date.now() > 0) expect(1).toBe(1);
});
`;

it.each([
  ['a function of 61 lines', 'packages/a/src/a.ts', body(61), 'noExcessiveLinesPerFunction'],
  ['a component of 81 lines', 'apps/a/src/a.tsx', body(81), 'noExcessiveLinesPerFunction'],
  ['any', 'packages/a/src/a.ts', 'export const a = (b: any) => b;\n', 'noExplicitAny'],
  ['a console', 'packages/a/src/a.ts', 'console.log(1);\n', 'noConsole'],
  ['an expectation that can be passed over', 'packages/a/test/a.test.ts', sometimes, 'noConditionalExpect'],
  ['an enum', 'packages/a/src/a.ts', 'export enum A {\n  B = 1,\n}\n', 'noEnum'],
])('%s is refused by the linter', (_, path, source, rule) => {
  const { status, output } = lint(path, source);
  expect(output).toContain(rule);
  expect(status).not.toBe(0);
});

it.each([
  ['a function of 40 lines', 'packages/a/src/a.ts', body(40)],
  ['a component of 80 lines', 'apps/a/src/a.tsx', body(80)],
  ['a long test', 'packages/a/test/a.test.ts', body(200)],
])('%s is not', (_, path, source) => {
  expect(lint(path, source)).toMatchObject({ status: 0 });
});

/** Runs the linter, as it is configured here, on one file of a folder of its own. */
function lint(path: string, source: string): { status: number | null; output: string } {
  const cwd = mkdtempSync(join(tmpdir(), 'lint-'));
  try {
    const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    // That folder is no checkout.
    writeFileSync(join(cwd, 'biome.json'), JSON.stringify({ ...config, $schema: undefined, vcs: undefined }));
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), source);
    const biome = join(root, 'node_modules/.bin/biome');
    const { status, stdout, stderr } = spawnSync(biome, ['lint', path], { cwd, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
