import { describe, expect, it } from 'vitest';
import { nextMark } from '../../src/chart/keyboard.ts';

describe('nextMark', () => {
  it('begins at the first mark, or at the last when walking backwards', () => {
    expect(nextMark('ArrowRight', null, 3)).toBe(0);
    expect(nextMark('ArrowUp', null, 3)).toBe(2);
  });

  it('walks to both sides and stops at the ends', () => {
    expect(nextMark('ArrowDown', 1, 3)).toBe(2);
    expect(nextMark('ArrowRight', 2, 3)).toBe(2);
    expect(nextMark('ArrowLeft', 0, 3)).toBe(0);
    expect([nextMark('Home', 2, 3), nextMark('End', 0, 3)]).toEqual([0, 2]);
  });

  it('leaves with Escape, and lets it pass when nothing is walked', () => {
    expect(nextMark('Escape', 1, 3)).toBeNull();
    expect(nextMark('Escape', null, 3)).toBeUndefined();
  });

  it('takes no other key, and none in an empty chart', () => {
    expect(nextMark('a', 1, 3)).toBeUndefined();
    expect(nextMark('ArrowRight', null, 0)).toBeUndefined();
  });
});
