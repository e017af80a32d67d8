import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pureSchemas, withPureSchemas } from '../../build/pure-schemas.ts';

const model = join(dirname(fileURLToPath(import.meta.url)), '../../../../packages/model/src');

describe('withPureSchemas', () => {
  it('marks every schema of the model, so that the browser carries none that it does not use', () => {
    const files = readdirSync(model, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const code = files.map((name) => readFileSync(join(model, name), 'utf8'));
    const schemas = code.join('\n').match(/^(export )?const \w+Schema = /gm) ?? [];
    const marked =
      code
        .map(withPureSchemas)
        .join('\n')
        .match(/^(export )?const \w+Schema = \/\*#__PURE__\*\/ /gm) ?? [];
    expect(schemas.length).toBeGreaterThan(10);
    expect(marked).toHaveLength(schemas.length);
  });

  it('is asked about every file that has a schema, whoever makes it', () => {
    const { transform } = pureSchemas();
    const filter = typeof transform === 'object' ? transform.filter?.code : undefined;
    if (!(filter instanceof RegExp)) throw new Error('the plugin has no filter');
    for (const made of ['z.string()', 'ordered(z.string())'])
      for (const start of ['export const', 'const'])
        expect(`${start} someSchema = ${made};\n`).toMatch(filter);
  });

  it('leaves other code as it is', () => {
    expect(withPureSchemas('export const kinds = [1] as const;\n')).toBe(
      'export const kinds = [1] as const;\n',
    );
  });
});
