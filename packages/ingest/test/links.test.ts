import { expect, test } from 'vitest';
import { readAll, sound, writeDataset } from './folder.ts';

const described = (over: object) => ({
  'datapackage.json': JSON.stringify({ ...JSON.parse(sound['datapackage.json']), ...over }),
});
const licence = (path: string) => ({ licenses: [{ name: 'CC-BY-4.0' }, { name: 'x', path }] });
const source = (url: string) => ({
  'sources.csv': sound['sources.csv'].replace('https://example.org/1', url),
});

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html;x',
  'file:///etc/passwd',
  'mailto:a@b.c',
])('a link that is no address of the web is refused: %s', async (link) => {
  const found = async (files: Parameters<typeof writeDataset>[0]) =>
    (await readAll(writeDataset(files))).issues.map(({ file, row, column, code, stated }) =>
      [file, row, column, code, stated].join(' '),
    );
  expect(await found(described({ homepage: link }))).toEqual([
    `datapackage.json  homepage invalid_value ${link}`,
  ]);
  expect(await found(described(licence(link)))).toEqual([
    `datapackage.json  licenses.1.path invalid_value ${link}`,
  ]);
  expect(await found(source(link))).toContain(`sources.csv 2 url invalid_value ${link}`);
});

test.each([
  described({ homepage: 'https://example.org/' }),
  described(licence('https://creativecommons.org/licenses/by/4.0/')),
  described(licence('LICENSE.md')),
  source('http://example.org/1'),
])('one of the web is read, and the path of a licence within the dataset', async (files) => {
  expect((await readAll(writeDataset(files))).issues).toEqual([]);
});
