import { expect, it } from 'vitest';
import { checkWording } from '../src/rules/wording.ts';
import { filesOf, printed, repository } from './examples.ts';

// Put together from pieces, so that these examples are not found in this file.
const bad: [name: string, text: string][] = [
  ['an export of everything', ['export', "* from './a.ts';"].join(' ')],
  ['a default export', ['export', 'default 1;'].join(' ')],
  ['a note to oneself', `// ${'TO'}${'DO'}: later`],
  ['the time of day', ['Date', 'now() - started'].join('.')],
  ['a silenced line', `// @ts-${'ignore'}: it works`],
  ['an expected error without a reason', `// @ts-${'expect'}-error`],
  ['a lint exception without a reason', `// biome-${'ignore'} lint/suspicious/noConsole: <explanation>`],
];

it('the words of the repository are in order', () => {
  expect(printed(checkWording(repository))).toEqual([]);
});

it.each(bad)('%s is found, with its line', (_, text) => {
  const findings = checkWording(filesOf({ 'packages/a/src/a.ts': `const a = 1;\n${text}\n` }));
  expect(findings).toMatchObject([{ file: 'packages/a/src/a.ts', line: 2 }]);
});

it('an exception that says why, and the default export of a configuration, are left alone', () => {
  const files = filesOf({
    'packages/a/vite.config.ts': ['export', 'default {};'].join(' '),
    'packages/a/src/a.ts': [
      `// @ts-${'expect'}-error: a number is refused`,
      `// biome-${'ignore'} lint/suspicious/noConsole: the one place that speaks`,
      '// The time of day, because a file has it, too.',
      ['const now = Date', 'now();'].join('.'),
    ].join('\n'),
  });
  expect(printed(checkWording(files))).toEqual([]);
});
