import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(new URL('test', import.meta.url), { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path}`)
  .filter((path) => path.endsWith('.test.ts'));
const replacesModule = (path: string) =>
  readFileSync(new URL(path, import.meta.url), 'utf8').includes('vi.mock(');

/** To load the whole program takes longer than most files of tests: it is loaded anew only for those that replace a part of it. */
export default mergeConfig(
  shared,
  defineConfig({
    test: {
      projects: [
        { extends: true, root, test: { name: 'together', exclude: files.filter(replacesModule) } },
        {
          extends: true,
          root,
          test: { name: 'apart', exclude: files.filter((path) => !replacesModule(path)), isolate: true },
        },
      ],
    },
  }),
);
