import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldSpace } from '../src/clean.ts';
import { createQuotableText } from '../src/quotations.ts';

const text = 'In Almaty  about ten\npeople were detained.\n\nIn Semey two people were detained.';
const quotable = createQuotableText(text);

test('a quotation is found across line ends, at its place in the text as it is', () => {
  const located = quotable.locate('about ten people', null, null);
  expect(located).toEqual({ found: 'one', start: 11, end: 27 });
  expect(text.slice(11, 27)).toBe('about ten\npeople');
});

test('a quotation that occurs twice is found by what stands before or after it', () => {
  const quote = 'people were detained.';
  expect(quotable.locate(quote, null, null)).toEqual({ found: 'several', times: 2 });
  expect(quotable.locate(quote, 'ten', null)).toMatchObject({ found: 'one', start: 21 });
  expect(quotable.locate(quote, 'Semey two', null)).toMatchObject({ found: 'one', start: 57 });
  expect(quotable.locate(quote, null, 'In Semey')).toMatchObject({ found: 'one', start: 21 });
  expect(quotable.locate(quote, 'nobody', null)).toMatchObject({ found: 'none' });
});

test('of a quotation that is not there it is told how far it agrees', () => {
  expect(quotable.locate('In Semey three people', null, null)).toEqual({
    found: 'none',
    agrees: 'In Semey t',
    continues: 'wo people were detained.',
  });
});

test('overlapping occurrences are several', () => {
  expect(createQuotableText('aaa').locate('aa', null, null)).toEqual({ found: 'several', times: 2 });
});

test('every stretch of any text is found, and its offsets give it back', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', 'б', '👍', ' ', '\n', '\t'),
    minLength: 1,
    maxLength: 40,
  });
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (raw, a, b) => {
      const whole = raw.trim();
      const folded = foldSpace(whole);
      const from = a % (folded.length + 1);
      const quote = folded.slice(from, from + (b % 10)).trim();
      fc.pre(quote !== '');
      const [one, ...others] = occurrences(whole, quote);
      const expected =
        others.length === 0 ? { found: 'one', ...one } : { found: 'several', times: others.length + 1 };
      expect(createQuotableText(whole).locate(quote, null, null)).toEqual(expected);
    }),
  );
});

/** Every stretch of a text that is the quotation, found by trying all. */
function occurrences(text: string, quote: string): { start: number; end: number }[] {
  const starts = [...Array(text.length).keys()];
  const stretches = starts.flatMap((start) => starts.slice(start).map((last) => ({ start, end: last + 1 })));
  return stretches.filter(({ start, end }) => {
    const stretch = text.slice(start, end);
    return stretch === stretch.trim() && foldSpace(stretch) === quote;
  });
}
