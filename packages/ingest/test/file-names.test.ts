import { linkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAll, sound, writeDataset } from './folder.ts';

const text = sound['sources/statement.txt'];
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const row = (id: string, file: string) =>
  `${id},Statement,KIBHR,2012,,en,public,its publishers’,${quoted(file)}\n`;
/** What is said of a source more, with its text in this file. */
async function found(files: Record<string, string>, ...named: string[]) {
  const sources = sound['sources.csv'] + named.map((file, i) => row(`more-${i}`, file)).join('');
  const { issues } = await readAll(writeDataset({ 'sources.csv': sources, ...files }));
  return issues.map(({ file, row, column, code, message, hint }) => ({
    file,
    row,
    column,
    code,
    message,
    hint,
  }));
}

describe('the name of a source’s file', () => {
  test.each([
    ['sources/con.txt', /called con\.txt, a name that Windows keeps/],
    ['sources/LPT1', /called LPT1/],
    ['aux/a.txt', /called aux/],
    ['sources/a"b.txt', /has " in its name/],
    ['sources/a:b.txt', /has : in its name/],
    ['sources/<b>.txt', /has < in its name/],
    ['sources/a?.txt', /has \? in its name/],
    ['sources/a\u200bb.txt', /the invisible U\+200B/],
    ['sources/a\u200cb.txt', /the invisible U\+200C/],
    ['sources/end.', /ends with a full stop/],
    ['sources/end /a.txt', /ends with a full stop or a space/],
    ['sources/.secret', /is hidden/],
    ['.git/config', /is hidden/],
  ])('is one that every system can have: %j', async (name, message) => {
    expect(await found({ [name]: text }, name)).toEqual([
      {
        ...{ file: 'sources.csv', row: 4, column: 'file', code: 'invalid_value' },
        message: expect.stringMatching(message),
        hint: expect.stringContaining('rename it'),
      },
    ]);
  });

  test.each([
    'sources/a&b #1 100%25.txt',
    'sources/Өскемен, 2012.txt',
    "sources/-rf 'x'.txt",
    './sources//console.txt',
    'sources/..hidden..txt',
  ])('may be any other: %j', async (name) => {
    expect(await found({ [name]: text }, name)).toEqual([]);
  });

  test('differs from others not only in capitals', async () => {
    const files = { 'sources/Twin.txt': text, 'sources/twin.txt': text };
    expect(await found(files, 'sources/Twin.txt', 'sources/twin.txt')).toMatchObject([
      { row: 5, column: 'file', message: expect.stringContaining('that in row 4 only in capitals') },
    ]);
  });
});

const own = [
  'records.csv',
  'evidence.csv',
  'sources.csv',
  'datapackage.json',
  'policy.json',
  './/policy.json',
];

describe('what describes a dataset is not published as the text of a source', () => {
  const refused = [
    expect.objectContaining({
      row: 4,
      column: 'file',
      message: expect.stringContaining('of the dataset’s own'),
    }),
  ];
  const policy = { 'policy.json': '{}' };

  test.each(own)('%s', async (name) => {
    const issues = await found(policy, name);
    expect(issues.filter(({ file }) => file === 'sources.csv')).toEqual(refused);
  });

  test.each([symlinkSync, linkSync])('nor by a link', async (link) => {
    const folder = writeDataset({ 'sources.csv': sound['sources.csv'] + row('more', 'sources/link.txt') });
    link(join(folder, 'evidence.csv'), join(folder, 'sources/link.txt'));
    expect((await readAll(folder)).issues).toEqual(refused);
  });
});

test.each([
  'Policy.json',
  'policy.json.txt',
  'policy (1).json',
  'policy.txt',
  // With Cyrillic letters, and with letters of full width.
  'p\u043el\u0456\u0441\u0443.j\u0455\u043en',
  '\u0440olicy.json',
  '\uff50olicy.json',
])('a policy that would not be read for its name is not passed over: %s', async (name) => {
  expect(await found({ [name]: '{}' })).toMatchObject([
    { file: name, code: 'invalid_value', hint: expect.stringContaining('rename it to policy.json') },
  ]);
});

test.each(['policy-of-2012.md', 'our policy.json.bak', 'политика.json'])(
  'other files may be called like it: %s',
  async (name) => {
    expect(await found({ [name]: '{}' })).toEqual([]);
  },
);
