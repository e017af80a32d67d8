import { describe, expect, it } from 'vitest';
import { checkLengths, checkWeight } from '../src/rules/file-sizes.ts';
import { filesOf, printed, repository } from './examples.ts';

const source = (name: string, lines: number) =>
  filesOf({ [`packages/a/src/${name}.ts`]: 'x\n'.repeat(lines) });

describe('the length of source files', () => {
  it('is within the limits in the repository', () => {
    expect(printed(checkLengths(repository))).toEqual([]);
  });

  it('may be 300 lines and not 301', () => {
    expect(checkLengths(source('long', 300))).toEqual([]);
    expect(printed(checkLengths([...source('short', 10), ...source('long', 301)]))).toEqual([
      'packages/a/src/long.ts  has 301 lines (at most 300)',
    ]);
  });

  it('does not count tests and pages', () => {
    expect(checkLengths(filesOf({ 'packages/a/test/a.test.ts': 'x\n'.repeat(400) }))).toEqual([]);
  });
});

describe('the weight of files', () => {
  it('is within the limits in the repository', () => {
    expect(printed(checkWeight(repository))).toEqual([]);
  });

  it('may be 512 KiB for a binary and 1 MiB for text', () => {
    const binary = { path: 'a.png', text: '', bytes: 2 ** 19 + 1, binary: true };
    const text = { path: 'a.csv', text: '', bytes: 2 ** 20 + 1, binary: false };
    expect(
      checkWeight([
        { ...binary, bytes: 2 ** 19 },
        { ...text, bytes: 2 ** 20 },
      ]),
    ).toEqual([]);
    expect(checkWeight([binary, text])).toHaveLength(2);
  });
});
