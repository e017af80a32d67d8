import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pureSchemas, withPureSchemas } from '../../build/pure-schemas.ts';

const packages = join(dirname(fileURLToPath(import.meta.url)), '../../../../packages');

/** The sources of a package. */
function codeOf(name: string): string[] {
  const folder = join(packages, name, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((it) => it.endsWith('.ts')).map((it) => readFileSync(join(folder, it), 'utf8'));
}

describe('withPureSchemas', () => {
  it('marks every schema of the model and the contract, so that the browser carries none that it does not use', () => {
    const code = [...codeOf('model'), ...codeOf('contract')];
    const schemas = code.join('\n').match(/^(export )?const \w+Schema = /gm) ?? [];
    const marked =
      code
        .map(withPureSchemas)
        .join('\n')
        .match(/^(export )?const \w+Schema = \/\*#__PURE__\*\/ /gm) ?? [];
    expect(schemas.length).toBeGreaterThan(10);
    expect(marked).toHaveLength(schemas.length);
  });

  it('knows every schema by its name: one of another name would bring zod into the browser', () => {
    const made = [...codeOf('model'), ...codeOf('contract')].flatMap(
      (code) => code.match(/^(?:export )?const \w+ = (?:z|\w+Schema)\.\w+\(/gm) ?? [],
    );
    expect(made.filter((it) => !/ \w+Schema = /.test(it))).toEqual([]);
  });

  it('is asked about every file that has a schema, whoever makes it', () => {
    const { transform } = pureSchemas();
    const filter = typeof transform === 'object' ? transform.filter?.code : undefined;
    if (!(filter instanceof RegExp)) throw new Error('the plugin has no filter');
    for (const made of ['z.string()', 'ordered(z.string())'])
      for (const start of ['export const', 'const'])
        expect(`${start} someSchema = ${made};\n`).toMatch(filter);
  });

  it('cuts what describes an endpoint, whatever stands in its texts', () => {
    const code =
      "export const a = endpoint({ path: '/a' }, { description: 'One; two' });\nconst b = endpoint({}, {});\n";
    expect(withPureSchemas(code)).toBe(
      "export const a = endpoint({ path: '/a' });\nconst b = endpoint({});\n",
    );
    for (const file of codeOf('contract').map(withPureSchemas))
      expect(file).not.toMatch(/^ {4}(?:summary|requests):/m);
  });

  it('leaves other code as it is', () => {
    expect(withPureSchemas('export const kinds = [1] as const;\n')).toBe(
      'export const kinds = [1] as const;\n',
    );
  });
});
