import { contains, createCells, OPEN_END, OPEN_START, overlaps } from '@article21/model';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createArena } from '../src/arena.ts';
import { addOverlapping, addWithin, createIntervals } from '../src/intervals.ts';
import { createSums } from '../src/sums.ts';

// Hundreds of random cases take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

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
const period = ([from, to]: readonly [number, number]) => ({
  from: from === OPEN_START ? null : from,
  to: to === OPEN_END ? null : to,
});

test('of many intervals of many lengths, what is within and what overlaps is what a loop finds', () => {
  fc.assert(
    fc.property(fc.array(interval, { minLength: 1, maxLength: 200 }), asked, (list, bounds) => {
      const cells = createCells(['almaty'], list.length);
      list.forEach(([from, to], i) => {
        cells.from[i] = from;
        cells.to[i] = to;
        cells.low[i] = i + 1;
        cells.records[i] = 1;
      });
      const intervals = createIntervals(cells, [...list.keys()], createArena());
      const count = (found: typeof contains, bounds: readonly [number, number]) => {
        const chosen = list.flatMap((it, i) => (found(period(bounds), period(it)) ? [i + 1] : []));
        return [chosen.reduce((a, b) => a + b, 0), chosen.length];
      };
      // Periods that an interval reaches out of by exactly a day are where a bound is easily off by one.
      const [from, to] = list[0] ?? bounds;
      const tight =
        from === OPEN_START || to === OPEN_END || to - from < 2 ? [] : [[from + 1, to - 1] as const];
      for (const it of [bounds, ...tight]) {
        const within = createSums();
        addWithin(within, intervals, ...it);
        expect([within[0], within[5]]).toEqual(count(contains, it));
        const overlapping = createSums();
        addOverlapping(overlapping, intervals, ...it);
        expect([overlapping[0], overlapping[5]]).toEqual(count(overlaps, it));
      }
    }),
    { numRuns: 300 },
  );
});
