import { expect, it } from 'vitest';
import { checkLinks } from '../src/rules/links.ts';
import { filesOf, printed, repository } from './examples.ts';

it('every link within the repository leads somewhere', () => {
  expect(printed(checkLinks(repository))).toEqual([]);
});

const pages = (readme: string) =>
  filesOf({
    'README.md': readme,
    'packages/a/README.md': '# The way\n\n## One [thing](x.md) first\n## Why?\n## Why?\n',
    'packages/a/x.md': '',
  });

it.each([
  ['a file', '[a](packages/a/README.md)'],
  ['a folder', '[a](packages/a/)'],
  ['a heading', '[a](packages/a/README.md#one-thing-first)'],
  ['the second of two headings', '[a](packages/a/README.md#why-1)'],
  ['a heading of the same page', '# Here\n[a](#here)'],
  ['another site', '[a](https://example.org/nowhere)'],
  ['code', '`[a](nowhere.md)`\n```\n[a](nowhere.md)\n```'],
])('a link to %s is sound', (_, text) => {
  expect(printed(checkLinks(pages(text)))).toEqual([]);
});

it.each([
  ['a file', '[a](packages/b/README.md)'],
  ['a picture', '![a](a.png)'],
  ['a picture in HTML', '<img alt="" src="a.png">'],
  ['a reference', '[a]: nowhere.md'],
  ['a heading', '[a](packages/a/README.md#two-things)'],
  ['a heading that is code', '```\n# here\n```\n[a](#here)'],
])('a link to %s that is not there is found', (_, text) => {
  expect(checkLinks(pages(text))).toHaveLength(1);
});
