import type { Plugin } from 'vite';

const schema = /export const (\w+Schema) = ([^;]+);\n/g;

/** Code in which no schema is made unless it is used. */
export function withPureSchemas(code: string): string {
  return code.replace(schema, 'export const $1 = /*#__PURE__*/ (() => $2)();\n');
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
      filter: { id: /packages\/model\/src\/.*\.ts$/, code: /Schema = z/ },
      handler: (code) => ({
        code: withPureSchemas(code),
        map: null,
      }),
    },
  };
}
