import { describe, expect, test } from 'vitest';
import { createFit } from '../../src/presenting/fit.ts';

const room = { width: 1325, height: 546 };

/** Enlarges a chart of which the height depends on its width until nothing changes, or for as many times. */
function settle(heightAt: (width: number) => number, times = 40): number[] {
  const fit = createFit();
  const scales: number[] = [1];
  for (let i = 0; i < times; i++) {
    const scale = scales[i] ?? 1;
    // The page looks once when the width has changed, and once when the chart is drawn for it.
    fit(room, heightAt(room.width / (scales[i - 1] ?? scale)));
    scales.push(fit(room, heightAt(room.width / scale)));
  }
  return scales;
}

describe('what is enlarged in a room', () => {
  test('fills it, and is within it', () => {
    expect(settle(() => 300).at(-1)).toBe(1.82);
    expect(settle(() => 200).at(-1)).toBe(1.84);
    expect(settle(() => 2000).at(-1)).toBe(0.85);
  });

  test('comes to rest where a larger one needs more lines and a smaller one fewer', () => {
    for (const from of [700, 800, 900, 910, 920, 930, 1000, 1300]) {
      const heightAt = (width: number) => (width < from ? 383 : 364);
      const scales = settle(heightAt);
      const last = scales.at(-1) ?? 0;
      expect(new Set(scales.slice(-10))).toEqual(new Set([last]));
      expect(last * heightAt(room.width / last)).toBeLessThanOrEqual(room.height);
      expect(last).toBeGreaterThanOrEqual(1.42);
    }
  });

  test('is tried in its full size again in another room', () => {
    const fit = createFit();
    expect([2000, 400, 600].map((height) => fit(room, height))).toEqual([0.85, 1.36, 0.9]);
    expect(fit(room, 400)).toBe(1.12);
    expect(fit({ width: 1325, height: 800 }, 400)).toBe(1.84);
  });
});
