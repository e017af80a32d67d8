import { createPlaceTree } from '@article21/model';
import { outlinesOf } from '@article21/outlines';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../../src/index.ts';
import { discReach, discsFor } from '../../src/map/discs.ts';
import { type LabelPlace, type Leader, placeMapLabels, type Spot } from '../../src/map/labels.ts';
import { clip, landOf } from '../../src/map/land.ts';
import { boundsOf, type Position, projectionOf } from '../../src/map/projection.ts';
import { chartThemes } from '../../src/theme.ts';
import { contextFor } from '../fixtures/context.ts';
import { byCity, count, countsOf } from '../fixtures/counts.ts';
import { crowded } from '../fixtures/crowded-cities.ts';
import { examples } from '../fixtures/examples.ts';
import { kz } from '../fixtures/kz.ts';
import { countsOfMade, decade } from '../fixtures/made.ts';
import { kazakhstan } from '../fixtures/places.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const box = { left: 0, top: 0, width: 700, height: 500 };
const border = kz.flatMap(({ rings }) => rings.flat());

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

describe('places on both sides of the 180th meridian', () => {
  const places: Record<string, Position> = {
    khabarovsk: [135.07, 48.48],
    magadan: [150.8, 59.57],
    anadyr: [177.51, 64.73],
    provideniya: [-173.23, 64.42],
    uelen: [-169.81, 66.16],
  };

  it('stand from west to east over the smallest arc that holds them', () => {
    const projection = projectionOf(Object.values(places), box, 20);
    const xs = Object.values(places).map((it) => projection.place(it)[0]);
    expect(xs).toEqual([...xs].sort((a, b) => a - b));
    const { middle, width } = boundsOf(Object.values(places));
    expect(middle - width / 2).toBeCloseTo(135.07);
    expect(width).toBeCloseTo(55.12);
  });

  it('have their land under them, in one piece', async () => {
    const outlines = await outlinesOf(Object.values(places).map(([lon]) => ({ country: 'RU', lon })));
    const projection = projectionOf(Object.values(places), box, 20);
    const { rings, x, y, scale } = projection.outline(outlines.flatMap((it) => it.rings));
    const under = rings.filter((ring) => {
      const pixels = ring.map(([ux, uy]): [number, number] => [x + ux * scale, y + uy * scale]);
      return Object.values(places).some((it) => isInside(pixels, projection.place(it)));
    });
    expect(under).toHaveLength(1);
    for (const [i, [px = 0, py = 0]] of (under[0] ?? []).entries()) {
      const [nextX = 0, nextY = 0] = under[0]?.[i + 1] ?? [px, py];
      expect(Math.hypot(nextX - px, nextY - py)).toBeLessThan(700);
    }
  });
});

/** Whether a point lies in a closed line. */
function isInside(ring: readonly [number, number][], [x, y]: readonly [number, number]): boolean {
  const crossings = ring.filter(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
    return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
  });
  return crossings.length % 2 === 1;
}

describe('the land behind a map', () => {
  const square = { left: 0, right: 10, top: 0, bottom: 10 };

  it('is cut off at the edges of the map', () => {
    expect(
      clip(
        [
          [-5, 5],
          [5, -5],
          [15, 5],
          [5, 15],
        ],
        square,
      ),
    ).toHaveLength(8); // prettier
    expect(
      clip(
        [
          [20, 20],
          [30, 20],
          [30, 30],
        ],
        square,
      ),
    ).toEqual([]);
  });

  it('has no border where it is cut', () => {
    const outline = { country: 'KZ', rings: kz.flatMap(({ rings }) => rings) };
    const projection = projectionOf(
      [
        [70, 44],
        [78, 50],
      ],
      box,
      20,
    );
    const [area, borders] = landOf([outline], projection, chartThemes.light).shapes;
    expect(area?.style.stroke).toBeUndefined();
    expect(borders?.style.fill).toBe('none');
    expect(borders?.shape.pathData).not.toContain('Z');
    const whole = landOf([outline], projectionOf(outline.rings.flat(), box, 20), chartThemes.light).shapes;
    expect(whole.map((it) => it.shape.pathData.match(/Z/g)?.length)).toEqual([outline.rings.length]);
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
  const value = { signs: '1', reports: '', width: 10 };
  const area = { left: 0, right: 700, top: 0, bottom: 400 };
  const anySpots = fc.array(
    fc.record({
      x: fc.integer({ min: 30, max: 670 }),
      y: fc.integer({ min: 30, max: 370 }),
      radius: fc.integer({ min: 3, max: 30 }),
      width: fc.integer({ min: 25, max: 180 }),
      value: fc.constant(value),
    }),
    { minLength: 1, maxLength: 50 },
  );

  it('cover neither each other nor a circle, and stay inside', () => {
    fc.assert(
      fc.property(anySpots, (spots) => {
        const boxes = boxesOf(spots, placeMapLabels(spots, area));
        boxes.forEach(({ box: a }, i) => {
          expect(a.left >= 0 && a.right <= 700 && a.top >= 0 && a.bottom <= 400).toBe(true);
          for (const { box: b } of boxes.slice(i + 1))
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
          for (const spot of spots) expect(distance(a, spot)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it('are nearer to their own circle than to any other, or have a line to it that meets none', () => {
    fc.assert(fc.property(anySpots, (spots) => expectOwn(spots, placeMapLabels(spots, area))));
  });

  it('of larger numbers choose first: no smaller one changes where they stand', () => {
    fc.assert(
      fc.property(anySpots, fc.nat(), (spots, n) => {
        const larger = n % spots.length;
        const others = spots.map((spot, i) => (i <= larger ? spot : { ...spot, width: 900 }));
        const [before, after] = [placeMapLabels(spots, area), placeMapLabels(others, area)];
        expect(after.slice(0, larger + 1)).toEqual(before.slice(0, larger + 1));
      }),
    );
  });

  it.each([1440, 928, 704, 344])('stand beside their own among 64 cities, %d pixels wide', (width) => {
    const spots = crowdedSpots(width);
    const box = { left: 0, right: width, top: 0, bottom: 420 };
    const labels = placeMapLabels(spots, box);
    expectOwn(spots, labels);
    // The largest of all is named, and a circle is not named before a larger one that had as much room.
    expect(labels[0]).not.toBeNull();
    expect(labels.filter((it) => it !== null).length).toBeGreaterThan(width > 900 ? 25 : 4);
  });
});

/** The circles of 64 cities as a map of that width has them, the largest first. */
function crowdedSpots(width: number): Spot[] {
  const rows = [...crowded.counts.rows].sort((a, b) => b.low - a.low);
  const positions = rows.map((row): Position => {
    const { lon = 0, lat = 0 } = crowded.places.get(row.place ?? '') ?? {};
    return [lon ?? 0, lat ?? 0];
  });
  const projection = projectionOf(positions, { left: 0, top: 0, width, height: 420 }, 30);
  const discs = discsFor(rows, Math.max(10, Math.min(30, width / 22)));
  return rows.map((row, i) => {
    const [x, y] = projection.place(positions[i] ?? [0, 0]);
    const value = { signs: String(row.low), reports: '', width: 16 };
    return { x, y, radius: discReach(row, discs), width: 80, value };
  });
}

interface Placed {
  own: number;
  box: { left: number; right: number; top: number; bottom: number };
}

function boxesOf(spots: readonly Spot[], labels: readonly LabelPlace[]): Placed[] {
  return labels.flatMap((at, own) => {
    const width = spots[own]?.width ?? 0;
    const box = at && { left: at.x, right: at.x + width, top: at.y - 9, bottom: at.y + 9 };
    return box ? [{ own, box }] : [];
  });
}

/** Pixels between words and the edge of a circle. */
function distance({ left, right, top, bottom }: Placed['box'], { x, y, radius }: Spot): number {
  const [nearX, nearY] = [Math.max(left, Math.min(x, right)), Math.max(top, Math.min(y, bottom))];
  return Math.hypot(nearX - x, nearY - y) - radius;
}

function expectOwn(spots: readonly Spot[], labels: readonly LabelPlace[]): void {
  const strays = boxesOf(spots, labels).filter(({ own, box }) => {
    const spot = spots[own] ?? {
      x: 0,
      y: 0,
      radius: 0,
      width: 0,
      value: { signs: '', reports: '', width: 0 },
    };
    const others = spots.filter((_, i) => i !== own);
    const leader = labels[own]?.leader;
    return leader
      ? !isLedTo(leader, spot, others)
      : others.some((other) => distance(box, other) <= distance(box, spot));
  });
  expect(strays).toEqual([]);
}

/** Pixels: with longer lines a map is a net. */
const LONGEST_LINE = 60;

/** Whether a line begins at a circle, is short and meets no other. */
function isLedTo({ from, to }: Leader, spot: Spot, others: readonly Spot[]): boolean {
  const begins = Math.abs(Math.hypot(from[0] - spot.x, from[1] - spot.y) - spot.radius) < 1e-6;
  const points = [0, 0.25, 0.5, 0.75, 1].map((share) => [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
  ]);
  return (
    begins &&
    Math.hypot(to[0] - from[0], to[1] - from[1]) <= LONGEST_LINE &&
    points.every(([x = 0, y = 0]) => others.every((it) => Math.hypot(x - it.x, y - it.y) > it.radius))
  );
}

it('what no source places in a city stands beside the map, and is walked to last', () => {
  const { marks } = draw('map', byCity, contextFor(byCity, { outlines: kz }));
  const detentions = marks.filter((mark) => mark.measure === 'detentions');
  expect(detentions.map((mark) => mark.label)).toEqual([
    'Almaty: at least about 15 detentions, and 1 report without a number',
    'city not stated: 2 reports without a number',
  ]);
});

it('has all of the width where the other measures have only words, and half of it beside another map', () => {
  const spread = (counts: typeof byCity) => {
    const texts = textsOf(svgOf('map', counts, contextFor(counts, { outlines: kz, width: 1000 })));
    const [west = 0, east = 0] = ['Atyrau', 'Taldykorgan'].map(
      (name) => texts.find(({ text }) => text === name)?.left,
    );
    return east - west;
  };
  expect(spread(byCity)).toBeGreaterThan(350);
  const second = countsOf([...byCity.rows, count('detentions', { place: 'astana' }, '3')]);
  expect(spread(second)).toBeLessThan(300);
  expect(spread(second)).toBeGreaterThan(100);
});

it('says of which countries it has no outline, and of none whose places it does not show', () => {
  const tuvalu = {
    ...{ kind: 'city' as const, parent: null, country: 'TV', aliases: [], wikidata: null },
    ...{
      id: 'funafuti',
      lat: -8.52,
      lon: 179.2,
      name_en: 'Funafuti',
      name_ru: 'Фунафути',
      name_kk: 'Фунафути',
    },
  };
  const places = createPlaceTree([...kazakhstan.places, tuvalu]);
  const [row] = byCity.rows;
  if (!row) throw new Error('no row');
  const abroad = { ...byCity, rows: [...byCity.rows, { ...row, place: 'funafuti' }] };
  const notes = (counts: typeof byCity, outlines: typeof kz) =>
    draw('map', counts, contextFor(counts, { outlines, places })).description.match(
      /The map has no outline[^:]*/,
    )?.[0];
  expect(notes(byCity, kz)).toBeUndefined();
  expect(notes(abroad, kz)).toBe('The map has no outline of TV');
  expect(notes(abroad, [])).toBe('The map has no outline of Kazakhstan and TV');
});

it.each(examples.filter(({ chart }) => chart === 'map').map((example) => [example.name, example] as const))(
  'each place of %s is named on the map or under it, as far as a line has room',
  (_, { chart, counts, context }) => {
    const texts = textsOf(svgOf(chart, counts, context)).map(({ text }) => text);
    const under = texts.join(' ');
    const [, prefix = ''] = /^(.*?)\{places\}/.exec(context.words.drawing.withoutName) ?? [];
    const isLong = under.includes(
      context.words.drawing.others.place.together.other.replace('{n}', '').trim(),
    );
    for (const row of counts.rows) {
      const name = context.words.rowName(row.place ?? '', context.places);
      const isListed = texts.some((text) => /^\d+\s/.test(text) && text.includes(name));
      const isNamed = texts.includes(name) || isListed || (under.includes(prefix) && under.includes(name));
      expect(isNamed || isLong || name.length > 24, name).toBe(true);
    }
  },
);

it('of forty cities on a phone, each is named beside its circle or under the map', () => {
  const made = decade();
  const counts = countsOfMade(made, { place: true, measures: ['detentions'] });
  const context = contextFor(counts, { places: made.places, outlines: kz, width: 343 });
  const text = textsOf(svgOf('map', counts, context))
    .map((it) => it.text)
    .join('')
    .replaceAll(' ', '');
  const own = draw('map', counts, context).marks.filter((it) => it.places === undefined);
  const names = own.map(({ label }) => label.split(':')[0] ?? '');
  expect(names.length).toBeGreaterThan(35);
  // A name may break at a space or a hyphen.
  expect(names.filter((name) => !text.includes(name.replaceAll(' ', '')))).toEqual([]);
});

it.each([320, 343, 704, 928])(
  'at %i pixels a circle that is not named by its one place has a number, and its places stand under the map with their counts',
  (width) => {
    const made = decade();
    const counts = countsOfMade(made, { place: true, measures: ['detentions'] });
    const context = contextFor(counts, { places: made.places, outlines: kz, width });
    const drawing = draw('map', counts, context);
    const marks = drawing.marks.filter((it) => it.places === undefined);
    const shared = drawing.marks.filter((it) => it.places !== undefined);
    // A circle of several places is pressed for those of all of them.
    expect(shared.length).toBeGreaterThan(0);
    for (const { places = [], records, label } of shared) {
      const own = marks.filter((it) => places.includes(it.place ?? ''));
      expect(own.length).toBe(places.length);
      expect(records).toBe(own.reduce((n, it) => n + it.records, 0));
      for (const it of own) expect(label).toContain(it.label.split(':')[0]);
      expect(drawing.description).not.toContain(label);
    }
    const texts = textsOf(svgOf('map', counts, context)).map(({ text }) => text);
    const listed = texts.flatMap((text) => /^(\d+)\s+(\S.*\S)\s+(\S+)$/.exec(text)?.slice(1, 3) ?? []);
    const numbers = listed.filter((_, i) => i % 2 === 0);
    // From one on, without a gap, and most of them on the map as well: on a phone not all circles have room for a number beside them.
    const circles = [...new Set(numbers)].sort((a, b) => Number(a) - Number(b));
    expect(circles.map(Number)).toEqual(circles.map((_, i) => i + 1));
    const named = marks.filter(({ label }) => texts.includes(label.split(':')[0] ?? ''));
    expect(named.length + numbers.length).toBe(marks.length);
    const onMap = circles.filter((number) => texts.includes(number));
    expect(onMap.length).toBeGreaterThanOrEqual(circles.length * 0.6);
  },
);
