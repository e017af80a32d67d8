import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { withoutEval } from '../../build/no-eval.ts';

// As the model finds it, whose schemas a mirror uses.
const model = createRequire(import.meta.url).resolve('@article21/model');

it('zod is told to compile nothing, where it keeps its settings', () => {
  const core = createRequire(model)
    .resolve('zod/v4/core')
    .replace(/index\.c?js$/, 'core.js');
  expect(withoutEval(readFileSync(core, 'utf8'))).toContain('globalConfig.jitless = true;');
});

it('a zod that keeps them elsewhere is not passed over', () => {
  expect(() => withoutEval('export {};')).toThrow('settings elsewhere');
});
