import { expect, test } from 'vitest';
import { monthNamed } from '../src/index.ts';

test.each([
  ['May', 5],
  ['DECEMBER', 12],
  ['Sept.', 9],
  ['март', 3],
  ['мая', 5],
  ['июня', 6],
  ['мамыр', 5],
  ['Қаз.', 10],
  // Of January, June and July it is one; and fewer than three letters may be anything.
  ['j', null],
  ['ma', null],
  ['Friday', null],
  ['', null],
])('%s is the month %s', (word, month) => {
  expect(monthNamed(word)).toBe(month);
});
