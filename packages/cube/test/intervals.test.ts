import { createCells, OPEN_END, OPEN_START, usualVocabulary } from '@article21/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArena } from '../src/arena.ts';
import { addOverlapping, addWithin, createIntervals } from '../src/intervals.ts';
import { createSums, RECORDS } from '../src/sums.ts';

const day = fc.integer({ min: -60, max: 60 });
const interval = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(day, fc.integer({ min: 1, max: 80 })).map(([a, n]) => [a, a + n] as const),
  },
  { weight: 1, arbitrary: day.map((to) => [OPEN_START, to] as const) },
  { weight: 1, arbitrary: day.map((from) => [from, OPEN_END] as const) },
  { weight: 1, arbitrary: fc.constant([OPEN_START, OPEN_END] as const) },
);
const asked = fc.oneof(
  interval,
  day.map((it) => [it, it] as const),
);
type Bounds = readonly [from: number, to: number];
// An open end lies before or after every day, so that plain comparison is all that is needed.
const contains = (outer: Bounds, inner: Bounds) => outer[0] <= inner[0] && inner[1] <= outer[1];
const overlaps = (a: Bounds, b: Bounds) => Math.max(a[0], b[0]) <= Math.min(a[1], b[1]);

test('of many intervals of many lengths, what is within and what overlaps is what a loop finds', () => {
  fc.assert(
    fc.property(fc.array(interval, { minLength: 1, maxLength: 200 }), asked, (list, bounds) => {
      const cells = createCells(['almaty'], list.length, usualVocabulary);
      list.forEach(([from, to], i) => {
        cells.from[i] = from;
        cells.to[i] = to;
        cells.low[i] = i + 1;
        cells.records[i] = 1;
      });
      const intervals = createIntervals(cells, [...list.keys()], createArena());
      const count = (found: typeof contains, bounds: Bounds) => {
        const chosen = list.flatMap((it, i) => (found(bounds, it) ? [i + 1] : []));
        return [chosen.reduce((a, b) => a + b, 0), chosen.length];
      };
      // Periods that an interval reaches out of by exactly a day are where a bound is easily off by one.
      const [from, to] = list[0] ?? bounds;
      const tight =
        from === OPEN_START || to === OPEN_END || to - from < 2 ? [] : [[from + 1, to - 1] as const];
      for (const it of [bounds, ...tight]) {
        const span = { from: it[0], to: it[1] };
        const within = createSums();
        addWithin(within, intervals, span);
        expect([within[0], within[RECORDS]]).toEqual(count(contains, it));
        const overlapping = createSums();
        addOverlapping(overlapping, intervals, span);
        expect([overlapping[0], overlapping[RECORDS]]).toEqual(count(overlaps, it));
      }
    }),
    { numRuns: 300 },
  );
});
