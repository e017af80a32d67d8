import type { Plugin } from 'vite';

/** Each is made by zod, or by a function of the model's own that is given what zod made. */
const schema = /const (\w+Schema) = ([^;]+);\n/g;

/** Code in which no schema is made unless it is used. */
export function withPureSchemas(code: string): string {
  return code.replace(schema, 'const $1 = /*#__PURE__*/ (() => ($2))();\n');
}

/**
 * Marks the model's schemas as free of side effects. They check data on the server; a browser that uses none of them
 * then carries neither them nor zod.
 */
export function pureSchemas(): Plugin {
  return {
    name: 'article21-pure-schemas',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /packages\/model\/src\/.*\.ts$/, code: /const \w+Schema = / },
      handler: (code) => ({
        code: withPureSchemas(code),
        map: null,
      }),
    },
  };
}
