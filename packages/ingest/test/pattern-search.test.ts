import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPatterns } from '../src/pattern-search.ts';

/** By trying every position. */
function tried(text: string, pattern: string): number[] {
  return [...Array(text.length).keys()].filter((at) => text.slice(at, at + pattern.length) === pattern);
}

function expected(text: string, patterns: readonly string[]) {
  const all = patterns.map((pattern) => tried(text, pattern));
  return { times: all.map(({ length }) => length), first: all.map(([at = -1]) => at) };
}

function found(text: string, patterns: readonly string[], most?: number) {
  const { times, first } = findPatterns(text, patterns, most);
  return { times: [...times], first: [...first] };
}

test('any patterns are found in any text as often, and where, as by trying every position', () => {
  const words = (maxLength: number) =>
    fc.string({ unit: fc.constantFrom('a', 'b', 'ж', '👍'), minLength: 1, maxLength });
  fc.assert(
    fc.property(words(60), fc.array(fc.oneof(words(3), words(20)), { maxLength: 12 }), (text, patterns) => {
      expect(found(text, patterns)).toEqual(expected(text, patterns));
    }),
  );
});

test('patterns of every length are found at the beginning, at the end and across the pieces that are hashed', () => {
  const letters = Array.from({ length: 1_100_000 }, (_, i) =>
    String.fromCharCode(97 + ((i * i + (i >> 5)) % 23)),
  );
  const text = letters.join('');
  const lengths = [1, 2, 3, 7, 8, 9, 31, 32, 33, 1_000, 1_023, 1_024, 10_000];
  const starts = [0, 1, (1 << 20) - 5_000, (1 << 20) - 1, 1 << 20, (1 << 20) + 1];
  const patterns = lengths.flatMap((length) => [
    ...starts.map((start) => text.slice(start, start + length)),
    text.slice(-length),
  ]);
  const { times, first } = findPatterns(text, patterns);
  expect([...first]).toEqual(patterns.map((pattern) => text.indexOf(pattern)));
  expect(Math.min(...times)).toBeGreaterThan(0);
});

test('equal patterns, and those that begin alike, are found each', () => {
  expect(
    found('one two one two three', ['one two', 'one two', 'one two three', 'one', 'two o', 'four']),
  ).toEqual({
    times: [2, 2, 1, 2, 1, 0],
    first: [0, 0, 8, 0, 4, -1],
  });
});

test('stretches of one hash are told apart by their letters', () => {
  // The words of Thue and Morse have one hash for every base, when they are long enough.
  const turned = (word: string) => word.replace(/[ab]/g, (letter) => (letter === 'a' ? 'b' : 'a'));
  let word = 'a';
  while (word.length < 2_048) word += turned(word);
  expect(found(`${word}.`, [word, turned(word)])).toEqual({ times: [1, 0], first: [0, -1] });
  expect(found(`${turned(word)}.${word}`, [word, turned(word)])).toEqual({
    times: [1, 1],
    first: [2_049, 0],
  });
});

test('what is found often enough is looked for no longer', () => {
  expect(found('aaaaaa', ['a', 'aa', 'b'], 3)).toEqual({ times: [3, 3, 0], first: [0, 0, -1] });
});

test('there may be nothing to find, and nothing to find it in', () => {
  expect(found('', ['a'])).toEqual({ times: [0], first: [-1] });
  expect(found('a', [])).toEqual({ times: [], first: [] });
});
