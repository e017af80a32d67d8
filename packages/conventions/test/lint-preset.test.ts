import { expect, it } from 'vitest';
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
