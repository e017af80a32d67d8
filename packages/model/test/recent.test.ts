import { expect, test } from 'vitest';
import { keepRecent } from '../src/recent.ts';

test('what was used least recently is given up, until there is room', () => {
  const kept = new Map<string, number>();
  const isFull = (of: ReadonlyMap<string, number>) => of.size > 2;
  for (const [key, value] of [
    ['a', 1],
    ['b', 2],
    ['a', 3],
    ['c', 4],
  ] as const)
    expect(keepRecent(kept, key, value, isFull)).toBe(value);
  expect([...kept]).toEqual([
    ['a', 3],
    ['c', 4],
  ]);
});

test('a value that is alone too much is not kept', () => {
  const kept = new Map<string, number>();
  expect(keepRecent(kept, 'a', 1, () => kept.size > 0)).toBe(1);
  expect(kept.size).toBe(0);
});
