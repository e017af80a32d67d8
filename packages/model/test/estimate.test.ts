import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  type Estimate,
  equals,
  estimateSchema,
  exactly,
  isBounded,
  isUnnumbered,
  sum,
  unstated,
} from '../src/index.ts';
import { estimates } from './arbitraries.ts';

test('low stays at or under high through every sum', () => {
  fc.assert(
    fc.property(fc.array(estimates, { minLength: 1 }), (list) => {
      expect(estimateSchema.safeParse(sum(list)).success).toBe(true);
    }),
  );
});

test('sums are commutative and associative', () => {
  fc.assert(
    fc.property(estimates, estimates, estimates, (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
    }),
  );
});

test('the sum over disjoint groups is the sum over their union', () => {
  const grouped = fc.array(fc.tuple(fc.constantFrom('almaty', 'astana', 'taraz'), estimates), {
    minLength: 1,
  });
  fc.assert(
    fc.property(grouped, (records) => {
      const groups = [...new Set(records.map(([place]) => place))].map((place) =>
        sum(records.filter(([it]) => it === place).map(([, estimate]) => estimate)),
      );
      expect(sum(groups as Estimate[])).toEqual(sum(records.map(([, estimate]) => estimate)));
    }),
  );
});

test('the sum of nothing is absent, not zero', () => {
  expect(sum([])).toBeNull();
});

test('an open top absorbs, "about" spreads, reports without a number add up', () => {
  const atLeastTwo = { low: 2, high: null, approximate: false, unnumbered: 0 };
  const aboutTen = { low: 10, high: 10, approximate: true, unnumbered: 0 };
  expect(sum([exactly(3), atLeastTwo])).toEqual({ low: 5, high: null, approximate: false, unnumbered: 0 });
  expect(sum([exactly(5), aboutTen, unstated])).toEqual({
    low: 15,
    high: 15,
    approximate: true,
    unnumbered: 1,
  });
});

test('only an exact top with every report numbered bounds the true number', () => {
  expect(isBounded({ low: 30, high: 40, approximate: false, unnumbered: 0 })).toBe(true);
  expect(isBounded({ low: 30, high: 40, approximate: true, unnumbered: 0 })).toBe(false);
  expect(isBounded({ low: 30, high: null, approximate: false, unnumbered: 0 })).toBe(false);
  expect(isBounded(unstated)).toBe(false);
});

test('a number beside reports without one is not "unnumbered alone"', () => {
  expect(isUnnumbered(unstated)).toBe(true);
  expect(isUnnumbered(add(unstated, exactly(1)))).toBe(false);
  // "Up to five", "any number of" and zero are stated.
  expect(isUnnumbered({ ...unstated, high: 5 })).toBe(false);
  expect(isUnnumbered({ ...unstated, high: null })).toBe(false);
  expect(isUnnumbered(exactly(0))).toBe(false);
  expect(equals(unstated, exactly(0))).toBe(false);
});

test('an estimate with low above high is refused', () => {
  expect(estimateSchema.safeParse({ low: 5, high: 4, approximate: false, unnumbered: 0 }).success).toBe(
    false,
  );
});

test('two estimates are equal where everything that they state is', () => {
  const one = { low: 1, high: 2, approximate: false, unnumbered: 3 };
  expect(equals(one, { ...one })).toBe(true);
  for (const other of [{ low: 0 }, { high: 3 }, { high: null }, { approximate: true }, { unnumbered: 2 }])
    expect([other, equals(one, { ...one, ...other })]).toEqual([other, false]);
});

test('ends in the wrong order are told, equal ones are an estimate', () => {
  const said = estimateSchema.safeParse({ ...exactly(5), high: 4 }).error?.issues[0]?.message;
  expect(said).toBe('low is above high');
  expect(estimateSchema.safeParse(exactly(5)).success).toBe(true);
});
