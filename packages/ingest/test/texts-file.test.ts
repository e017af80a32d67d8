import { existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTextsFile } from '../src/texts-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'texts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = () => join(folder, 'texts');
const long = 'ұзын '.repeat(20_000);
const texts = [
  '',
  'ұзын',
  long,
  '😀',
  ...Array.from({ length: 30_000 }, (_, i) => `row ${i} of a table`),
  '',
];

it('has each text, in whatever order they are asked for, also while more are added', () => {
  const file = createTextsFile(at());
  const meanwhile = texts.flatMap((text, i) => {
    file.push(text);
    return i % 7_000 === 0 ? [[file.at(i) === text, file.at(0)]] : [];
  });
  expect(meanwhile).toEqual(meanwhile.map(() => [true, '']));
  expect(file.length).toBe(texts.length);
  // Also while the last of them are not in the file yet.
  expect(texts.map((_, i) => file.at(i))).toEqual(texts);
  const backwards = texts.map((_, i) => texts.length - 1 - i);
  expect(backwards.map(file.at)).toEqual([...texts].reverse());
  file.close();
});

it('is for its owner alone, and gone when it is closed', () => {
  const file = createTextsFile(at());
  expect(statSync(at()).mode & 0o777).toBe(0o600);
  file.close();
  expect(existsSync(at())).toBe(false);
});

it('says so where the file has lost its end', () => {
  const file = createTextsFile(at());
  for (const text of texts) file.push(text);
  truncateSync(at(), 100_000);
  expect(() => file.at(5_000)).toThrow(/ends at/);
  file.close();
});
