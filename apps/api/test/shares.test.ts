import { describe, expect, it } from 'vitest';
import { createShares } from '../src/shares.ts';

describe('a client', () => {
  it('alone has half of the places, and the same thing as often as it likes', () => {
    const { take } = createShares(8);
    const taken = [1, 2, 3, 4, 5, 6].map((i) => take('a', `old-${i}`));
    expect(taken.map((it) => it !== null)).toEqual([true, true, true, true, false, false]);
    expect(take('a', 'old-1')).not.toBeNull();
  });

  it('has half of what the others leave, and one in any case', () => {
    const { take } = createShares(8);
    const all = (client: string) =>
      [1, 2, 3, 4, 5].filter((i) => take(client, `${client}-${i}`) !== null).length;
    expect(['a', 'b', 'c', 'd', 'e'].map(all)).toEqual([4, 2, 1, 1, 1]);
  });

  it('gives a place back when nothing of it is held any more', () => {
    const { take } = createShares(2);
    const [first, second] = [take('a', 'x'), take('a', 'x')];
    expect(take('a', 'y')).toBeNull();
    first?.();
    expect(take('a', 'y')).toBeNull();
    second?.();
    expect(take('a', 'y')).not.toBeNull();
  });

  it('holds with others what needs one place', () => {
    const { take } = createShares(8);
    for (const client of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) take(client, 'same');
    expect([1, 2, 3].map((i) => take('z', `own-${i}`) !== null)).toEqual([true, true, true]);
  });
});
