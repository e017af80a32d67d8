import { expect, test } from 'vitest';
import { slideLetters } from '../../src/presenting/slide-room.ts';

test('letters have their share of the screen, and on a small one the size that can be read in the hand', () => {
  expect(slideLetters({ width: 1920, height: 1080 })).toEqual({ well: 20, just: 18, largest: 26 });
  expect(slideLetters({ width: 3840, height: 2160 }).just).toBe(36);
  expect(slideLetters({ width: 1920, height: 2160 }).just).toBe(18);
  expect(slideLetters({ width: 375, height: 667 })).toEqual({ well: 12, just: 10, largest: 20 });
});
