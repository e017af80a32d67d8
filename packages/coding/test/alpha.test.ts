import { expect, it } from 'vitest';
import { interval, krippendorffAlpha, nominal, ratio } from '../src/agree.ts';

/**
 * The worked example of K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011; repository.upenn.edu/asc_papers/43): four
 * observers (rows), twelve units, some of them not coded by all.
 */
const observers = [
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
].map((row) => row.split(' '));
const units = Array.from({ length: 12 }, (_, unit) =>
  observers.map((values) => values[unit] ?? '.').filter((value) => value !== '.'),
);
const numbers = units.map((values) => values.map(Number));

it('is what the published example computes: nominal 0.743, interval 0.849, ratio 0.797', () => {
  expect(krippendorffAlpha(units, nominal)).toBeCloseTo(0.743, 3);
  expect(krippendorffAlpha(numbers, interval)).toBeCloseTo(0.849, 3);
  expect(krippendorffAlpha(numbers, ratio)).toBeCloseTo(0.797, 3);
});

it('is what the published example of two observers and two values computes: 0.095', () => {
  const meg = '0100000010'.split('');
  const owen = '1110010000'.split('');
  expect(
    krippendorffAlpha(
      meg.map((value, i) => [value, owen[i] ?? '']),
      nominal,
    ),
  ).toBeCloseTo(0.095, 3);
});

it('is 1 for agreement, below 0 for systematic disagreement, and not defined where all is the same', () => {
  expect(
    krippendorffAlpha(
      [
        ['a', 'a'],
        ['b', 'b'],
      ],
      nominal,
    ),
  ).toBe(1);
  expect(
    krippendorffAlpha(
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      nominal,
    ),
  ).toBeLessThan(0);
  expect(
    krippendorffAlpha(
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
      nominal,
    ),
  ).toBeNull();
  expect(krippendorffAlpha([['a'], []], nominal)).toBeNull();
  expect(krippendorffAlpha([], ratio)).toBeNull();
});

it('takes zero for a number', () => {
  expect(
    krippendorffAlpha(
      [
        [0, 0],
        [0, 4],
        [4, 4],
      ],
      ratio,
    ),
  ).toBeCloseTo(1 - 2 / ((2 * 3 * 3) / 5), 10);
});
