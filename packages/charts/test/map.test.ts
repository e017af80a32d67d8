import { describe, expect, it } from 'vitest';
import { draw } from '../src/index.ts';
import { kz } from '../src/map/kz.ts';
import { placeMapLabels, type Spot } from '../src/map/labels.ts';
import { boundsOf, type Position, projectionOf } from '../src/map/projection.ts';
import { discReach, discsFor } from '../src/uncertainty/disc.ts';
import { contextFor } from './fixtures/context.ts';
import { byCity } from './fixtures/counts.ts';

const box = { left: 0, top: 0, width: 700, height: 500 };
const border = kz.rings.flat().map(([lon = 0, lat = 0]): Position => [lon, lat]);

describe('the outline of Kazakhstan', () => {
  it('lies where Kazakhstan lies, and is small', () => {
    const { west, east, south, north } = boundsOf(border);
    expect([west, east, south, north].map(Math.round)).toEqual([47, 87, 41, 55]);
    expect(JSON.stringify(kz).length).toBeLessThan(6000);
  });
});

describe('the projection', () => {
  it('keeps everything in its box, north above south and east right of west', () => {
    const projection = projectionOf(border, box, 20);
    for (const position of border) {
      const [x, y] = projection.place(position);
      expect(x).toBeGreaterThanOrEqual(20 - 1e-6);
      expect(x).toBeLessThanOrEqual(680 + 1e-6);
      expect(y).toBeGreaterThanOrEqual(20 - 1e-6);
      expect(y).toBeLessThanOrEqual(projection.box.height - 20 + 1e-6);
    }
    const [almaty, pavlodar, atyrau] = [
      [76.92, 43.24],
      [76.95, 52.3],
      [51.88, 47.12],
    ] as const;
    expect(projection.place(pavlodar)[1]).toBeLessThan(projection.place(almaty)[1]);
    expect(projection.place(atyrau)[0]).toBeLessThan(projection.place(almaty)[0]);
  });

  it.each([
    ['a single town', [[76.9, 43.2]]],
    [
      'both sides of the equator',
      [
        [10, -5],
        [20, 5],
      ],
    ],
    [
      'the south',
      [
        [-70, -50],
        [-60, -20],
      ],
    ],
    [
      'a pole',
      [
        [0, 90],
        [10, 60],
      ],
    ],
  ] as [string, Position[]][])('draws %s', (_, positions) => {
    const projection = projectionOf(positions, box, 20);
    for (const position of positions) {
      const [x, y] = projection.place(position);
      expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      expect(x > -1 && x < 701 && y > -1 && y < 501).toBe(true);
    }
  });
});

describe('circles', () => {
  const exact = (n: number) => ({ low: n, high: n, approximate: false, unnumbered: 0 });
  it('have the area of their number', () => {
    const discs = discsFor([exact(100), exact(25)], 30);
    expect(discs.radius(100)).toBe(30);
    expect(discs.radius(25)).toBeCloseTo(15);
    expect(discs.radius(0)).toBe(0);
  });

  it('reach as far as the most that is stated, and a little more where no limit is', () => {
    const discs = discsFor([exact(100)], 30);
    expect(discReach({ ...exact(25), high: 100 }, discs)).toBe(30);
    expect(discReach({ ...exact(25), high: null }, discs)).toBeGreaterThan(15);
  });
});

describe('labels on a map', () => {
  it('cover neither each other nor a circle, and stay inside; what has no room has none', () => {
    const value = { signs: '1', reports: '', width: 10 };
    const spots = Array.from({ length: 60 }, (_, i): Spot => {
      return {
        x: 40 + ((i * 97) % 620),
        y: 40 + ((i * 53) % 320),
        radius: 4 + (i % 9),
        width: 50 + (i % 5) * 20,
        value,
      };
    });
    const placed = placeMapLabels(spots, { left: 0, right: 700, top: 0, bottom: 400 });
    const boxes = placed.flatMap((at, i) => {
      const width = spots[i]?.width ?? 0;
      return at ? [{ left: at.x, right: at.x + width, top: at.y - 9, bottom: at.y + 9 }] : [];
    });
    expect(boxes.length).toBeGreaterThan(20);
    expect(boxes.length).toBeLessThan(60);
    boxes.forEach((a, i) => {
      expect(a.left >= 0 && a.right <= 700 && a.top >= 0 && a.bottom <= 400).toBe(true);
      for (const b of boxes.slice(i + 1))
        expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
    });
  });
});

it('what no source places in a city stands beside the map, and is walked to last', () => {
  const { marks } = draw('map', byCity, contextFor(byCity, { outline: kz }));
  const detentions = marks.filter((mark) => mark.measure === 'detentions');
  expect(detentions.map((mark) => mark.label)).toEqual([
    'Almaty: at least about 15 detentions, and 1 report without a number',
    'city not stated: 2 reports without a number',
  ]);
});
