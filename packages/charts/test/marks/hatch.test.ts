import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleCorners, cornersOf, hatched, uncertain, unmonitored } from '../../src/marks/hatch.ts';

type Line = readonly [x1: number, y1: number, x2: number, y2: number];

function linesOf(areas: Parameters<typeof hatched>[0], hatching = uncertain): Line[] {
  const [shape] = hatched(areas, hatching, '#000000');
  const found = shape?.shape.pathData.matchAll(/M(\S+) (\S+)L(\S+) ([^M]+)/g) ?? [];
  return [...found].map(([, ...numbers]) => numbers.map(Number) as unknown as Line);
}

const size = fc.double({ min: 1, max: 400, noNaN: true });
const boxes = fc.record({ left: size, top: size, width: size, height: size });

describe('hatching', () => {
  it('never leaves its box, and always runs its own way', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom(uncertain, unmonitored), (box, hatching) => {
        for (const [x1, y1, x2, y2] of linesOf([cornersOf(box)], hatching)) {
          for (const x of [x1, x2])
            expect(Math.abs(x - box.left - box.width / 2)).toBeLessThan(box.width / 2 + 0.1);
          for (const y of [y1, y2])
            expect(Math.abs(y - box.top - box.height / 2)).toBeLessThan(box.height / 2 + 0.1);
          // Of a line shorter than what is rounded nobody sees the way.
          if (Math.abs(x2 - x1) < 0.3 || Math.abs(y2 - y1) < 0.3) continue;
          const isRising = (x2 - x1) * (y2 - y1) < 0;
          expect(isRising).toBe(hatching.way === 'rising');
        }
      }),
    );
  });

  it('stays off the corners of a round end, and within a circle', () => {
    const round = linesOf([cornersOf({ left: 0, top: 0, width: 60, height: 16 }, 8, 'right')]);
    expect(Math.max(...round.flatMap(([x1, , x2]) => [x1, x2]))).toBeLessThan(60);
    expect(round.some(([x1, y1, x2, y2]) => Math.max(x1, x2) > 58 && Math.min(y1, y2) < 1)).toBe(false);
    for (const [x1, y1, x2, y2] of linesOf([circleCorners(50, 50, 20)]))
      for (const [x, y] of [
        [x1, y1],
        [x2, y2],
      ] as const)
        expect(Math.hypot(x - 50, y - 50)).toBeLessThanOrEqual(20);
  });

  it('is denser for what is uncertain than for what nobody watched, and is nothing without an area', () => {
    const area = [cornersOf({ left: 0, top: 0, width: 100, height: 100 })];
    expect(linesOf(area).length).toBeGreaterThan(linesOf(area, unmonitored).length);
    expect(hatched([], uncertain, '#000000')).toEqual([]);
  });
});
