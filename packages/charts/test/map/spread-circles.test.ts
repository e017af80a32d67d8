import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadCircles } from '../../src/map/spread-circles.ts';

const area = { left: 0, right: 700, top: 0, bottom: 420 };
const circle = fc.record({
  x: fc.integer({ min: 40, max: 660 }),
  y: fc.integer({ min: 40, max: 380 }),
  radius: fc.integer({ min: 3, max: 30 }),
});

it('no circle covers another, and each is in the area, wherever they are', () => {
  fc.assert(
    fc.property(fc.array(circle, { maxLength: 25 }), (circles) => {
      const placed = spreadCircles(circles, area);
      placed.forEach((a, i) => {
        expect([a.x - a.radius >= -0.01, a.x + a.radius <= 700.01]).toEqual([true, true]);
        expect([a.y - a.radius >= -0.01, a.y + a.radius <= 420.01]).toEqual([true, true]);
        for (const b of placed.slice(i + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.radius + b.radius - 0.5);
      });
    }),
    { numRuns: 100 },
  );
});

it('what covers nothing stays, and of two the smaller gives way further', () => {
  const [large, small, far] = spreadCircles(
    [
      { x: 100, y: 100, radius: 30 },
      { x: 110, y: 100, radius: 10 },
      { x: 400, y: 300, radius: 20 },
    ],
    area,
  );
  expect(far).toEqual({ x: 400, y: 300, radius: 20 });
  expect(100 - (large?.x ?? 0)).toBeLessThan(4);
  expect((small?.x ?? 0) - 110).toBeGreaterThan(20);
});
