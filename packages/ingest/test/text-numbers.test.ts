import { expect, test } from 'vitest';
import { createTextNumbers } from '../src/text-numbers.ts';

test('different texts have different numbers, and equal ones the same, however many there are', () => {
  const numbers = createTextNumbers();
  const texts = Array.from({ length: 5_000 }, (_, i) => `almaty-${(i * 7_919).toString(36)}-ұ`);
  expect(texts.map(numbers.add)).toEqual(texts.map((_, i) => i));
  expect(texts.map(numbers.add)).toEqual(texts.map((_, i) => i));
  expect(texts.filter((text, i) => numbers.find(text) !== i || numbers.at(i) !== text)).toEqual([]);
  expect(numbers.length).toBe(5_000);
});

test('a text that was not added has no number, the empty one too', () => {
  const numbers = createTextNumbers();
  expect([numbers.find(''), numbers.find('a')]).toEqual([-1, -1]);
  expect([numbers.add(''), numbers.find(''), numbers.find('a')]).toEqual([0, 0, -1]);
});

test('texts with one hash are told apart', () => {
  const numbers = createTextNumbers(() => 7);
  const texts = Array.from({ length: 600 }, (_, i) => `${i}`);
  expect(texts.map(numbers.add)).toEqual(texts.map((_, i) => i));
  expect(texts.filter((text, i) => numbers.find(text) !== i)).toEqual([]);
});
