import { createPlaceTree, NO_DAY, parseDay } from '@article21/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countGroups, MOST_COUNTED, printGroupCount } from '../src/group-count.ts';
import {
  axisLength,
  buildCube,
  type Cube,
  countSize,
  groupCount,
  NotCounted,
  rollUp,
  seriesCount,
  tellSize,
} from '../src/index.ts';
import { cellsOf, placeOf, queriesOf, snapshots } from './arbitraries.ts';
import { cells, measureIndex, query, tree } from './kazakhstan.ts';

const cube = buildCube(cells(['almaty', '2012-04-28', 1], ['almerek', '2012-06-01', 1]), tree);

test('no answer has more rows than were announced', () => {
  const cases = snapshots.chain((it) => queriesOf(it.tree).map((query) => ({ ...it, query })));
  fc.assert(
    fc.property(cases, ({ tree, cells, query }) => {
      const cube = buildCube(cells, tree);
      const rows = rollUp(cube, query).rows.length;
      for (const few of [0, Infinity]) expect(rows).toBeLessThanOrEqual(countGroups(cube, query, few));
    }),
  );
});

test('by cells no more groups are found than by series', () => {
  const cases = snapshots.chain((it) => queriesOf(it.tree).map((query) => ({ ...it, query })));
  fc.assert(
    fc.property(cases, ({ tree, cells, query }) => {
      const cube = buildCube(cells, tree);
      expect(countGroups(cube, query, Infinity)).toBeLessThanOrEqual(countGroups(cube, query, 0));
    }),
  );
});

test('ten thousand years by day are millions of steps on an axis, but only the groups that there are', () => {
  const [from, to] = [parseDay('0001-01-01'), parseDay('9999-12-31')];
  const asked = query({ from, to, by: ['period'], every: 'day' });
  expect(axisLength(cube, asked)).toBeGreaterThan(3_650_000);
  expect(groupCount(cube, asked)).toBe(2);
});

test('an open end of an axis is that of what is charted', () => {
  const steps = axisLength(cube, query({ by: ['period'], every: 'month' }));
  expect([steps >= 3, steps < 6]).toEqual([true, true]);
  expect(axisLength(cube, query({ by: ['period'], to: parseDay('2000-01-01') }))).toBe(0);
  expect(axisLength(cube, query({ by: ['place'] }))).toBe(0);
});

test('groups are those of each measure and of the places of the cells that are asked for', () => {
  expect(groupCount(cube, query({}))).toBe(0);
  expect(groupCount(cube, query({ by: ['place'] }))).toBe(2);
  expect(groupCount(cube, query({ by: ['place'], place: ['almaty-region'] }))).toBe(1);
  expect(groupCount(cube, query({ by: ['place'], measure: ['detentions', 'fines'] }))).toBe(2);
  expect(groupCount(cube, query({ by: ['place', 'period'], every: 'day' }))).toBe(2);
});

test('sixty places with two records each have as many groups, whatever the days between', () => {
  const ids = Array.from({ length: 60 }, (_, i) => `p${i}`);
  const many = cellsOf(
    ids,
    ids.flatMap((_, place) =>
      [0, 2_000].map((day) => ({
        ...{ place, measure: measureIndex('detentions'), phase: 0, basis: 0, day: NO_DAY },
        ...{ from: 15_000 + day + place, to: 15_000 + day + place, low: 1, high: 1, open: 0 },
        ...{ approximate: 0, unnumbered: 0, numbered: 1, approximateDates: 0, records: 1 },
      })),
    ),
  );
  const large = buildCube(many, createPlaceTree(ids.map((id) => placeOf(id, null))));
  expect(groupCount(large, query({ by: ['place', 'period'], every: 'day' }))).toBe(120);
});

test('an answer is counted from the series of each measure, phase and place that are asked for', () => {
  const places = { by: ['place'], measure: ['detentions', 'fines'] } as const;
  expect(seriesCount(cube, query({ measure: ['detentions'] }))).toBe(1);
  expect(seriesCount(cube, query(places))).toBe(2 * 4);
  expect(seriesCount(cube, query({ ...places, phase: ['before', 'after'] }))).toBe(2 * 4 * 2);
  const narrow = { ...places, by: ['place', 'period'], from: 15_000, to: 15_000 } as const;
  expect([groupCount(cube, query(narrow)), seriesCount(cube, query(narrow))]).toEqual([0, 8]);
});

/** A cube, and how often its runs of cells were asked for. */
function watch(watched: Cube): { cube: Cube; looked: () => number } {
  let looked = 0;
  const runs: Cube['runs'] = (node, measure) => {
    looked += 1;
    return watched.runs(node, measure);
  };
  return { cube: { ...watched, runs }, looked: () => looked };
}

test('the same question is counted once, whatever else its picture is asked for with', () => {
  const { cube: watched, looked } = watch(cube);
  const asked = query({ by: ['place'], title: 'one' });
  expect(groupCount(watched, asked)).toBe(2);
  const before = looked();
  expect(before).toBeGreaterThan(0);
  const more = { ...asked, title: 'two', theme: 'dark', chart: 'map', width: 300 } as const;
  expect(groupCount(watched, { ...more, asked: more } as typeof more)).toBe(2);
  expect(looked()).toBe(before);
  // Without periods there are as many groups, however long the time is that they are of.
  expect(groupCount(watched, { ...more, from: 15_000, to: 15_001, every: 'day' })).toBe(2);
  expect(looked()).toBe(before);
  expect(groupCount(watched, { ...more, phase: ['before'] })).toBeLessThanOrEqual(2);
  expect(looked()).toBeGreaterThan(before);
});

test('the groups of what is refused in any case are not all counted', () => {
  const ids = Array.from({ length: 40 }, (_, i) => `p${i}`);
  const days = Array.from({ length: 10_000 }, (_, i) => 10_000 + i);
  const of = { measure: measureIndex('detentions'), phase: 0, basis: 0, day: NO_DAY, approximateDates: 0 };
  const one = { low: 1, high: 1, open: 0, approximate: 0, unnumbered: 0, numbered: 1, records: 1 };
  const many = ids.flatMap((_, place) => days.map((day) => ({ ...of, ...one, place, from: day, to: day })));
  const large = buildCube(cellsOf(ids, many), createPlaceTree(ids.map((id) => placeOf(id, null))));
  const { cube: watched, looked } = watch(large);
  const groups = groupCount(watched, query({ by: ['place', 'period'], every: 'day' }));
  expect([groups, printGroupCount(groups)]).toEqual([MOST_COUNTED, 'at least 110000']);
  expect(looked()).toBe(11);
  expect(printGroupCount(21_000)).toBe('21000');
});

test('a cube that may look at few cells counts none where there are more, and believes what it is told', () => {
  const ids = Array.from({ length: 60 }, (_, i) => `p${i}`);
  const of = { measure: measureIndex('detentions'), phase: 0, basis: 0, day: NO_DAY, approximateDates: 0 };
  const one = { low: 1, high: 1, open: 0, approximate: 0, unnumbered: 0, numbered: 1, records: 1 };
  const many = ids.flatMap((_, place) =>
    [0, 1, 2].map((day) => ({ ...of, ...one, place, from: 15_000 + day, to: 15_000 + day })),
  );
  const places = createPlaceTree(ids.map((id) => placeOf(id, null)));
  const told = cellsOf(ids, many);
  const { cube: watched, looked } = watch(buildCube(told, places, 40));
  const asked = query({ by: ['place', 'period'], every: 'day' });
  for (const count of [groupCount, seriesCount])
    expect(() => count(watched, asked)).toThrow(
      expect.objectContaining({ name: 'NotCounted', query: asked, cube: watched }),
    );
  // Four cells are looked at for each place, of which the eleventh is one too many, by both.
  expect(looked()).toBe(2 * 11);
  const few = query({ ...asked, place: ['p7', 'p8'] });
  expect([groupCount(watched, few), seriesCount(watched, few)]).toEqual([6, 2]);
  expect(groupCount(watched, query({ by: [] }))).toBe(0);
  const size = countSize(buildCube(told, places), asked);
  expect(size).toEqual({ groups: 180, series: 60 });
  const before = looked();
  tellSize(watched, asked, size);
  expect([groupCount(watched, asked), seriesCount(watched, asked)]).toEqual([180, 60]);
  expect(looked()).toBe(before);
  expect(() => groupCount(watched, query({ ...asked, every: 'year' }))).toThrow(NotCounted);
  expect(countSize(watched, query({ ...asked, every: 'year' }))).toEqual({ groups: 60, series: 60 });
});

test('what is counted from series that are there already is counted by a cube that may look at few cells', () => {
  const days = Array.from({ length: 1_000 }, (_, i) => 15_000 + i);
  const of = { measure: measureIndex('detentions'), phase: 0, basis: 0, day: NO_DAY, approximateDates: 0 };
  const one = { low: 1, high: 1, open: 0, approximate: 0, unnumbered: 0, numbered: 1, records: 1 };
  const many = days.map((day) => ({ ...of, ...one, place: 0, from: day, to: day }));
  const few = buildCube(cellsOf(['p'], many), createPlaceTree([placeOf('p', null)]), 400);
  const asked = query({ by: ['period'], every: 'day' });
  expect(() => groupCount(few, asked)).toThrow(NotCounted);
  rollUp(few, query({}));
  expect(groupCount(few, asked)).toBe(1_000);
});

test('a place that nobody knows is refused', () => {
  expect(() => groupCount(cube, query({ by: ['place'], place: ['atlantis'] }))).toThrow(
    'unknown place: atlantis',
  );
});
