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
    const short = Array.from({ length: 20 }, (_, i) => source(`short-${i}`, 10)).flat();
    expect(checkLengths([...short, ...source('long', 300)])).toEqual([]);
    expect(printed(checkLengths([...short, ...source('long', 301)]))).toEqual([
      'packages/a/src/long.ts  has 301 lines (at most 300)',
    ]);
  });

  it('is over 90 lines in at most half of them, over 200 in at most a tenth', () => {
    expect(printed(checkLengths([...source('a', 90), ...source('b', 91)]))).toEqual([]);
    expect(printed(checkLengths(source('a', 91)))).toEqual([
      '.  the median source file has 91 lines (at most 90)',
    ]);
    expect(printed(checkLengths([...source('a', 10), ...source('b', 201)]))).toEqual([
      '.  a tenth of the source files has over 200 lines (at most 200)',
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
