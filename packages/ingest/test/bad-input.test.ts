import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { edited, readAll, sound, writeDataset } from './folder.ts';

test('a Latin-1 file is told row by row, with the column', async () => {
  const latin1 = Buffer.from(edited('records.csv', 'a note', 'caf\u00e9'), 'latin1');
  const { issues } = await readAll(writeDataset({ 'records.csv': latin1 }));
  expect(issues[0]).toMatchObject({
    file: 'records.csv',
    row: 2,
    column: 'note',
    code: 'not_utf8',
    hint: expect.stringContaining('CSV UTF-8'),
  });
});

test('a UTF-16 file is one issue', async () => {
  const utf16 = Buffer.from(`\ufeff${sound['places.csv']}`, 'utf16le');
  const { issues } = await readAll(writeDataset({ 'places.csv': utf16 }));
  expect(issues.map(({ file, code }) => `${file} ${code}`)).toEqual(['places.csv not_utf8']);
});

test('a source’s text in Windows-1251 is told with its file and line', async () => {
  const cp1251 = Buffer.concat([Buffer.from('In Almaty\n'), Buffer.from([0xc0, 0xeb, 0xec, 0xe0])]);
  const { issues } = await readAll(writeDataset({ 'sources/statement.txt': cp1251 }));
  expect(issues[0]).toMatchObject({ file: 'sources.csv', row: 2, column: 'file', code: 'not_utf8' });
  expect(issues[0]?.message).toMatch(/sources\/statement\.txt.*line 2/);
});

test('hostile names are refused and leave Object.prototype as it was', async () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const hostile = ['__proto__', 'constructor', 'prototype'];
  for (const name of hostile) {
    const files = {
      'places.csv': edited('places.csv', 'semey,city,kz,KZ,,,Semey', `${name},city,kz,KZ,,,${name}`),
      'records.csv': edited('records.csv', 'almaty', name),
      'evidence.csv': sound['evidence.csv'].replace('d2', name).replace('prefix', name),
      'datapackage.json': `{"__proto__": {"polluted": 1}, ${sound['datapackage.json'].slice(1)}`,
    };
    const { issues } = await readAll(writeDataset(files));
    const told = issues.filter(({ code }) => code === 'forbidden_text');
    const places = told.map(({ file, row, column }) => `${file}:${row}:${column}`);
    expect(places).toEqual([
      'places.csv:5:id',
      'places.csv:5:name_en',
      'evidence.csv:1:null',
      'evidence.csv:4:record',
      'records.csv:2:place',
    ]);
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('control characters in the manifest are told by their path', async () => {
  const manifest = edited('datapackage.json', 'Small', 'Sm\\u0007all\\u202e');
  const { ok, issues } = await readAll(writeDataset({ 'datapackage.json': manifest }));
  expect(ok).toBe(false);
  expect(issues[0]).toMatchObject({ file: 'datapackage.json', column: 'title', code: 'forbidden_text' });
  expect(issues[0]?.stated).toBe('Sm\\u0007all\\u202e');
});

test.each([
  ['no JSON', '{"name": ', 'unreadable_file', /not JSON/],
  ['a list', '[]', 'unreadable_file', /not a JSON object/],
  ['nothing', '{}', 'missing_value', /name is missing/],
  ['another day', edited('datapackage.json', '2026-11-23', 'yesterday'), 'invalid_value', /created/],
  ['100,000 levels', `{"a": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'invalid_value', /nested/],
  [
    'resources as a word',
    `{"resources": "all", ${sound['datapackage.json'].slice(1)}`,
    'invalid_value',
    /not a list/,
  ],
])('a manifest of %s is an issue', async (_, manifest, code, message) => {
  const { issues } = await readAll(writeDataset({ 'datapackage.json': manifest }));
  expect(issues.find((it) => it.code === code && message.test(it.message))).toMatchObject({
    file: 'datapackage.json',
  });
});

test.each([
  '../records.csv',
  '/etc/passwd',
  'a/../../b.csv',
  '..\\b.csv',
  'C:/b.csv',
  'https://example.org/b.csv',
])('the path %s in the manifest is not followed', async (path) => {
  const resources = JSON.stringify([{ name: 'extra', path }]);
  const manifest = `{"resources": ${resources}, ${sound['datapackage.json'].slice(1)}`;
  const { issues } = await readAll(writeDataset({ 'datapackage.json': manifest }));
  expect(issues).toMatchObject([{ file: 'datapackage.json', column: 'resources.extra.path', stated: path }]);
});

test('a table in a format that is not read is an issue that names those that are', async () => {
  const resources = JSON.stringify([{ name: 'records', path: 'records.xls' }]);
  const manifest = `{"resources": ${resources}, ${sound['datapackage.json'].slice(1)}`;
  const { ok, issues } = await readAll(writeDataset({ 'datapackage.json': manifest, 'records.xls': 'x' }));
  expect(ok).toBe(false);
  expect(issues).toMatchObject(
    [{ file: 'records.xls', code: 'unreadable_file', hint: /\.csv/ }].map(({ hint, ...it }) => ({
      ...it,
      hint: expect.stringMatching(hint),
    })),
  );
});

test('a link that leads out of the folder is not followed', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'article21-outside-'));
  onTestFinished(() => rmSync(outside, { recursive: true }));
  writeFileSync(join(outside, 'secret.txt'), 'three of us were taken');
  const folder = writeDataset({ 'sources/diary.txt': null });
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'sources/diary.txt'));
  const { issues } = await readAll(folder);
  expect(issues[0]).toMatchObject({ row: 3, column: 'file', message: expect.stringContaining('link') });
});
