import { expect, it } from 'vitest';
import { checkNamedFiles } from '../src/rules/named-files.ts';
import { filesOf, printed, repository } from './examples.ts';

it('the tables of all pages name files that are there', () => {
  expect(printed(checkNamedFiles(repository))).toEqual([]);
});

const check = (table: string, paths: string[]) =>
  printed(
    checkNamedFiles(filesOf({ 'CONTRIBUTING.md': table, ...Object.fromEntries(paths.map((p) => [p, ''])) })),
  );

it('a name with a placeholder stands for at least one file besides the index', () => {
  const table = '| chart | `packages/charts/src/charts/<id>.ts` | `packages/charts/src/charts/index.ts` |';
  const folder = 'packages/charts/src/charts';
  expect(check(table, [`${folder}/bar.ts`, `${folder}/index.ts`])).toEqual([]);
  expect(check(table, [`${folder}/index.ts`])).toEqual([
    'CONTRIBUTING.md:1  names packages/charts/src/charts/<id>.ts, and no file is called so',
  ]);
});

it('CONTRIBUTING without the table is found', () => {
  expect(check('# Contributing\n', [])).toEqual(['CONTRIBUTING.md  names no files in its table']);
  expect(printed(checkNamedFiles([]))).toEqual(['CONTRIBUTING.md  names no files in its table']);
});

const readme = (table: string) =>
  printed(
    checkNamedFiles(
      filesOf({
        'CONTRIBUTING.md': '| it | `packages/a/src/words.ts` |',
        'packages/a/README.md': `# A\n\n${table}\n`,
        'packages/a/src/words.ts': '',
        'packages/a/src/view/cell.tsx': '',
        'packages/a/deploy/run.conf': '',
      }),
    ),
  );

it('a table of files of a README names what is in its package, with or without an ending', () => {
  const rows = ['`words`', '`words.ts`, `view/`', '`deploy/run.conf`', '`view/{cell}`'];
  expect(
    readme(['| file | subject |', '| --- | --- |', ...rows.map((it) => `| ${it} | x |`)].join('\n')),
  ).toEqual([]);
  expect(readme('| folder | subject |\n| --- | --- |\n| `views` | `anything` |')).toEqual([
    'packages/a/README.md:5  names views, and no file is called so',
  ]);
  expect(readme('| file | subject |\n| --- | --- |\n| `view/{cell,row}` | x |')).toEqual([]);
  expect(readme('| column | is |\n| --- | --- |\n| `count` | x |')).toEqual([]);
});
