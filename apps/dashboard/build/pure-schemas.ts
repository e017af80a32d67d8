import { type ESTree, type Plugin, parseSync } from 'vite';

interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Code in which no schema is made unless it is used, and in which endpoints are without what describes them: the second
 * argument of `endpoint`, with its answer's schema and its example.
 */
export function withPureSchemas(code: string): string {
  const { program } = parseSync('module.ts', code);
  const edits = program.body.flatMap(declarationsOf).flatMap(editsOf);
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), code);
}

/**
 * Marks the schemas of the model and the contract as free of side effects. They check and describe data on the server; a
 * browser that uses none of them then carries neither them nor zod.
 */
export function pureSchemas(): Plugin {
  return {
    name: 'article21-pure-schemas',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: {
        id: /packages\/(?:model|contract)\/src\/.*\.ts$/,
        code: /const \w+Schema = |= endpoint\(/,
      },
      handler: (code) => ({
        code: withPureSchemas(code),
        map: null,
      }),
    },
  };
}

function declarationsOf(statement: ESTree.Statement | ESTree.ModuleDeclaration): ESTree.VariableDeclarator[] {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
  return declared?.type === 'VariableDeclaration' ? declared.declarations : [];
}

function editsOf({ id, init }: ESTree.VariableDeclarator): Edit[] {
  if (!init || id.type !== 'Identifier') return [];
  const { start, end } = init;
  // Each schema is made by zod, or by a function of our own that is given what zod made.
  if (id.name.endsWith('Schema'))
    return [
      { start, end: start, text: '/*#__PURE__*/ (() => (' },
      { start: end, end, text: '))()' },
    ];
  if (init.type !== 'CallExpression') return [];
  const [requested, documented] = init.arguments;
  const isEndpoint = init.callee.type === 'Identifier' && init.callee.name === 'endpoint';
  return isEndpoint && requested && documented
    ? [{ start: requested.end, end: documented.end, text: '' }]
    : [];
}
