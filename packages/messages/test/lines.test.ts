import { expect, it } from 'vitest';
import { unbroken } from '../src/index.ts';

it('a dash of a period stays with what is before it, and the sentence is the same to read', () => {
  const sentence = 'About 15 detentions, 28 April – 4 June 2012.';
  expect(unbroken(sentence)).toBe('About 15 detentions, 28 April\u00a0– 4 June 2012.');
  expect(unbroken(sentence).replace(/\s/g, ' ')).toBe(sentence);
});
