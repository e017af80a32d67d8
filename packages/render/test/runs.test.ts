import { undrawable } from '@article21/model';
import { Blob, Face } from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { readFace } from '../src/face.ts';
import { defaultFonts } from '../src/index.ts';
import { installed } from '../src/installed.ts';
import { runsOf } from '../src/runs.ts';

const fonts = installed(defaultFonts());
const sans = readFace(fonts.font('sans'));

describe('the runs of a line', () => {
  it('are one where all is written from left to right', () => {
    expect(runsOf('Алматы 2012')).toEqual([{ text: 'Алматы 2012', rightToLeft: false }]);
    expect(runsOf('')).toEqual([{ text: '', rightToLeft: false }]);
  });

  it.each([
    ['רחוב 2012', ['2012', 'רחוב ']],
    ['اعتقالات 2012: 15 شخص', [' شخص', '15', ': ', '2012', 'اعتقالات ']],
    ['Oral רחוב 12 Oral', ['Oral ', '12', 'רחוב ', ' Oral']],
  ])('of %s stand as they are read', (text, expected) => {
    expect(runsOf(text).map((run) => run.text)).toEqual(expected);
  });

  it('hold numbers from left to right, in letters and in glyphs', () => {
    const numbers = runsOf('اعتقالات 2012: 15 شخص').filter(({ text }) => /\d/.test(text));
    expect(numbers.every(({ rightToLeft }) => !rightToLeft)).toBe(true);
    const read = sans.glyphs('רחוב 2012').map(({ text }) => text);
    expect(read.join('')).toContain('2012');
    const [two, zero] = [sans.setText('2').path, sans.setText('0').path];
    expect(sans.setText('רחוב 2012').path.startsWith(two)).toBe(true);
    expect(two).not.toBe(zero);
  });

  it('lose nothing', () => {
    for (const text of ['שלום (עולם) 1-2', 'a שלום b 3 שלום c', '😀 שלום 😀'])
      expect(
        [
          ...runsOf(text)
            .map((run) => run.text)
            .join(''),
        ].sort(),
      ).toEqual([...text].sort());
  });
});

it('pictures have exactly the characters of the fonts', () => {
  const sets = (['sans', 'sans-semibold', 'serif', 'serif-semibold'] as const).map(
    (name) => new Set(new Face(new Blob(fonts.font(name).bytes)).collectUnicodes()),
  );
  const wrong: string[] = [];
  for (let code = 0x21; code < 0x20000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const character = String.fromCodePoint(code);
    // What is composed otherwise, or is not seen, no font needs.
    if (
      character.normalize('NFC') !== character ||
      /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Noncharacter_Code_Point}\s]/u.test(character)
    )
      continue;
    if (sets.every((set) => set.has(code)) !== (undrawable(character).length === 0))
      wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});
