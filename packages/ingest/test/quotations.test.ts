import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { foldSpace } from '../src/clean.ts';
import { locateQuotations } from '../src/quotations.ts';

const text = 'In Almaty  about ten\npeople were detained.\n\nIn Semey two people were detained.';

function locate(quote: string, prefix: string | null = null, suffix: string | null = null, within = text) {
  return locateQuotations(within, [{ quote, prefix, suffix }])[0];
}

test('a quotation is found across line ends, at its place in the text as it is', () => {
  const located = locate('about ten people');
  expect(located).toEqual({ found: 'one', start: 11, end: 27 });
  expect(text.slice(11, 27)).toBe('about ten\npeople');
});

test('a quotation that occurs twice is found by what stands before or after it', () => {
  const quote = 'people were detained.';
  expect(locate(quote)).toEqual({ found: 'several', times: 2 });
  expect(locate(quote, 'ten')).toMatchObject({ found: 'one', start: 21 });
  expect(locate(quote, 'Semey two')).toMatchObject({ found: 'one', start: 57 });
  expect(locate(quote, null, 'In Semey')).toMatchObject({ found: 'one', start: 21 });
  expect(locate(quote, 'nobody')).toMatchObject({ found: 'none' });
});

test('of a quotation that is not there it is told how far it agrees', () => {
  expect(locate('In Semey three people')).toEqual({
    found: 'none',
    agrees: 'In Semey t',
    continues: 'wo people were detained.',
  });
});

test('overlapping occurrences are several', () => {
  expect(locate('aa', null, null, 'aaa')).toEqual({ found: 'several', times: 2 });
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
      expect(locate(quote, null, null, whole)).toEqual(expected);
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

test.each([
  ['right', (line: string) => line],
  ['wrong', (line: string) => line.replace('one person', 'two people')],
])('twice the quotations of one text take twice the comparisons: %s ones', (_, quoted) => {
  const comparisons = (rows: number) => {
    const lines = Array.from({ length: rows }, (_, i) => `Case ${i}: one person was detained on the square.`);
    const quotations = lines.map((line) => ({ quote: quoted(line), prefix: null, suffix: null }));
    const compared = vi.spyOn(String.prototype, 'startsWith');
    const searched = [vi.spyOn(String.prototype, 'includes'), vi.spyOn(String.prototype, 'indexOf')];
    const located = locateQuotations(lines.join('\n'), quotations);
    const times = compared.mock.calls.length + searched.reduce((n, { mock }) => n + mock.calls.length, 0);
    vi.restoreAllMocks();
    return { times, found: located.map(({ found }) => found) };
  };
  const [few, many] = [comparisons(2_000), comparisons(4_000)];
  expect(new Set(many.found)).toEqual(new Set(few.found));
  expect(few.times).toBeGreaterThanOrEqual(2_000);
  expect(many.times / few.times).toBeLessThan(2.5);
});

test('a prefix or a suffix tells each of many equal quotations from the others, in as many comparisons', () => {
  const text = Array.from({ length: 2_000 }, (_, i) => `Case ${i}: one was detained. Day ${i}.`).join('\n');
  const compared = vi.spyOn(String.prototype, 'startsWith');
  const located = locateQuotations(
    text,
    Array.from({ length: 2_000 }, (_, i) =>
      i % 2 === 0
        ? { quote: 'one was detained.', prefix: `Case ${i}:`, suffix: null }
        : { quote: 'one was detained.', prefix: null, suffix: `Day ${i}.` },
    ),
  );
  expect(compared.mock.calls.length).toBeLessThan(10_000);
  vi.restoreAllMocks();
  for (const [i, at] of located.entries())
    expect(at).toMatchObject({ found: 'one', start: text.indexOf('one', text.indexOf(`Case ${i}:`)) });
});
