import { add, type Estimate } from '@article21/model';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Row } from '../../src/data/rows.ts';
import { circlesOf, type PlacedRow } from '../../src/map/clusters.ts';
import { discReach } from '../../src/map/discs.ts';

const box = { left: 0, top: 0, width: 900, height: 420 };

function placed(name: string, low: number, x: number, y: number, high: number | null = low): PlacedRow {
  const estimate: Estimate = { low, high, approximate: false, unnumbered: 0 };
  const row: Row = { measure: 'detentions', place: name, name, estimate, records: 1, counts: [] };
  return { row, x, y };
}

const anyPlaces = fc
  .array(
    fc.record({
      low: fc.integer({ min: 0, max: 500 }),
      more: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
      x: fc.integer({ min: 40, max: 860 }),
      y: fc.integer({ min: 40, max: 380 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((them) =>
    them
      .sort((a, b) => b.low - a.low)
      .map(({ low, more, x, y }, i) => placed(`p${i}`, low, x, y, more === null ? null : low + more)),
  );

it('no circle covers another, and each place is in one, whose number is the sum of its places', () => {
  fc.assert(
    fc.property(anyPlaces, (places) => {
      const { circles, discs } = circlesOf(places, box);
      const names = circles.flatMap(({ rows }) => rows.map((row) => row.name));
      expect(names.sort()).toEqual(places.map(({ row }) => row.name).sort());
      circles.forEach((a, i) => {
        expect(a.estimate).toMatchObject(
          a.rows.map((row) => row.estimate).reduce((all, estimate) => add(all, estimate)),
        );
        for (const b of circles.slice(i + 1)) {
          const reach = discReach(a.estimate, discs) + discReach(b.estimate, discs);
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(reach - 0.51);
        }
      });
    }),
    { numRuns: 60 },
  );
});

it('a place with a circle of its own lies under it', () => {
  fc.assert(
    fc.property(anyPlaces, (places) => {
      const { circles, discs } = circlesOf(places, box);
      const away = circles.flatMap(({ rows, estimate, x, y }) => {
        const own = rows.length === 1 ? places.filter(({ row }) => row === rows[0]) : [];
        return own.map((it) => Math.hypot(it.x - x, it.y - y) - discReach(estimate, discs));
      });
      expect(away.filter((pixels) => pixels > 1e-6)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('places far from each other stay what and where they are', () => {
  const places = [placed('a', 90, 100, 100), placed('b', 40, 500, 200), placed('c', 1, 700, 300, null)];
  const { circles } = circlesOf(places, box);
  expect(circles.map(({ rows, x, y }) => [rows.map((row) => row.name), x, y])).toEqual([
    [['a'], 100, 100],
    [['b'], 500, 200],
    [['c'], 700, 300],
  ]);
});

it('places on one point are one circle, with the largest first, where their numbers lie', () => {
  const places = [placed('a', 60, 300, 100), placed('b', 20, 300, 100), placed('c', 20, 308, 100)];
  const { circles } = circlesOf(places, box);
  expect(circles.map(({ rows, x }) => [rows.map((row) => row.name), x])).toEqual([[['a', 'b', 'c'], 301.6]]);
});
