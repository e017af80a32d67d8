import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formulaSafe } from '../src/index.ts';

describe('a text that a spreadsheet could run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['  =1', "'  =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u2003\u00a0@x', "'\u2003\u00a0@x"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠SUM(A1)', "'＠SUM(A1)"],
    ['\u3000＋1', "'\u3000＋1"],
    ['Almaty\n=1', "Almaty\n'=1"],
    ['Almaty\r\n -1', "Almaty\r'\n' -1"],
    ['Almaty;=1', "Almaty;'=1"],
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ])('has an apostrophe before it: %j', (text, safe) => {
    expect(formulaSafe(text)).toBe(safe);
  });

  it.each(['Almaty', 'Ust-Kamenogorsk', 'a = b', '12', '≈ 15', '2012-04', "'quoted'", '', ' '])(
    'is left as it is when it is none: %j',
    (text) => {
      expect(formulaSafe(text)).toBe(text);
    },
  );

  it('never begins, on any line and after any separator, with what runs', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'=+-@\t\r\n ;\u00a0a1＝＋－＠'.split('')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (it) => {
        for (const part of formulaSafe(it).split(/[\n;\t\r]/))
          expect(part.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
      }),
    );
  });
});
