import { describe, expect, it } from 'vitest';
import { step } from '../../src/chart/walk.ts';

describe('step', () => {
  it('begins at the first mark, or at the last when walking backwards', () => {
    expect(step('ArrowRight', null, 3)).toBe(0);
    expect(step('ArrowUp', null, 3)).toBe(2);
  });

  it('walks to both sides and stops at the ends', () => {
    expect(step('ArrowDown', 1, 3)).toBe(2);
    expect(step('ArrowRight', 2, 3)).toBe(2);
    expect(step('ArrowLeft', 0, 3)).toBe(0);
    expect([step('Home', 2, 3), step('End', 0, 3)]).toEqual([0, 2]);
  });

  it('leaves with Escape, and lets it pass when nothing is walked', () => {
    expect(step('Escape', 1, 3)).toBeNull();
    expect(step('Escape', null, 3)).toBeUndefined();
  });

  it('takes no other key, and none in an empty chart', () => {
    expect(step('a', 1, 3)).toBeUndefined();
    expect(step('ArrowRight', null, 0)).toBeUndefined();
  });
});
