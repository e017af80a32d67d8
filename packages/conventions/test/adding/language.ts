import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/index.ts';
import type { Addition } from './addition.ts';
import type { Copy } from './copy.ts';

const languages = 'packages/messages/src/languages';

/** The words of Kazakh under another code, without those that are `left` out. */
function writeFolder(copy: Copy, left: RegExp): void {
  for (const name of readdirSync(join(root, languages, 'kk'))) {
    const text = copy.read(`${languages}/kk/${name}`);
    const own = text
      .replace('export const kk', 'export const uz')
      .replace("language: 'kk'", "language: 'uz'")
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
    copy.edit('packages/model/src/language.ts', "'kk']", "'kk', 'uz']");
  },
  // The words of the measure that is added too are not there either.
  missing: [
    /^packages\/messages\/src\/languages\/uz\/charts\.ts: Property 'heatmap' is missing in type/,
    /^packages\/messages\/src\/languages\/uz\/measures\.ts: .*: detention_reports, fines$/,
    /^packages\/messages\/src\/languages\/uz\/drawing\.ts: Property 'noNumber' is missing in type/,
    /^packages\/messages\/src\/languages\/index\.ts: Property 'uz' is missing in type/,
  ],
  complete(copy) {
    writeFolder(copy, /^$/);
    const index = `${languages}/index.ts`;
    copy.edit(index, 'import { ru }', "import { uz } from './uz/index.ts';\nimport { ru }");
    copy.edit(index, ', kk };', ', kk, uz };');
  },
};
