import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/index.ts';
import type { Addition } from './addition.ts';
import type { Copy } from './copy.ts';

const languages = 'packages/languages/src';
const index = `${languages}/index.ts`;

/** The words of Kazakh under another code, without those that are `left` out. */
function writeFolder(copy: Copy, left: RegExp): void {
  for (const name of readdirSync(join(root, languages, 'kk'))) {
    const text = copy.read(`${languages}/kk/${name}`);
    const own = text
      .replace('export const kk', 'export const uz')
      .replace("code: 'kk'", "code: 'uz'")
      .replace("name: 'Қазақша'", "name: 'Oʻzbekcha'")
      .replace("locale: 'kk-KZ'", "locale: 'uz-UZ'")
      .replace(left, '');
    copy.write(`${languages}/uz/${name}`, own);
  }
}

/** Uzbek, in the words of Kazakh. */
export const language: Addition = {
  name: 'a language',
  write(copy) {
    writeFolder(copy, /^ {2}noNumber: .*\n|^ {2}(?:fines|heatmap): \{\n[\s\S]*?\n {2}\},\n/m);
    copy.edit(index, 'import { ru }', "import { uz } from './uz/index.ts';\nimport { ru }");
    copy.edit(index, ', kk]', ', kk, uz]');
  },
  missing: [
    /^packages\/languages\/src\/uz\/charts\.ts: Property 'heatmap' is missing in type/,
    /^packages\/languages\/src\/uz\/measures\.ts: Property 'fines' is missing in type/,
    /^packages\/languages\/src\/uz\/drawing\.ts: Property 'noNumber' is missing in type/,
  ],
  complete(copy) {
    writeFolder(copy, /^$/);
  },
};
