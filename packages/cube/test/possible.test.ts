import {
  type ChartQuery,
  type Coverage,
  measureIds,
  OPEN_END,
  OPEN_START,
  parseDay,
  printDay,
} from '@article21/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildCube, possibleDays } from '../src/index.ts';
import { queriesOf, snapshots } from './arbitraries.ts';
import { cells, query, tree } from './kazakhstan.ts';

const whole: Coverage = { place: 'kz', from: '2012-04-01', to: '2012-06-30', source: 'kibhr' };
const isPossible = (
  told: Parameters<typeof cells>,
  asked: Partial<ChartQuery>,
  place: string | undefined,
  day: string,
) =>
  possibleDays(buildCube(cells(...told), tree), query({ ...asked }), [whole])
    .filter((it) => it.place === place)
    .some(({ spans }) =>
      spans.some(({ from, to }) => from <= (parseDay(day) ?? 0) && to >= (parseDay(day) ?? 0)),
    );
const byDay = { by: ['place', 'period'], every: 'day' } as const;

describe('a day may hold what is recorded', () => {
  test('of an interval that overlaps it, open or not', () => {
    expect(isPossible([['almaty', '2012-04-28/..', 30]], byDay, 'almaty', '2012-05-20')).toBe(true);
    expect(isPossible([['almaty', '2012-04-28/..', 30]], byDay, 'almaty', '2012-04-27')).toBe(false);
    expect(isPossible([['almaty', '../2012-04-28', 30]], byDay, 'almaty', '2012-04-01')).toBe(true);
    expect(isPossible([['almaty', '2012-05-01/2012-05-10', 3]], byDay, 'almaty', '2012-05-10')).toBe(true);
    expect(isPossible([['almaty', '2012-05-01/2012-05-10', 3]], byDay, 'almaty', '2012-05-11')).toBe(false);
  });

  test('of another phase or basis than is asked for', () => {
    expect(
      isPossible([['almaty', '2012-05-10', 3]], { ...byDay, phase: ['before'] }, 'almaty', '2012-05-10'),
    ).toBe(true);
    expect(isPossible([['almaty', '2012-05-10', 3, { basis: 1 }]], byDay, 'almaty', '2012-05-10')).toBe(true);
  });

  test('of the region or country that a city lies in, and of what lies in a region; not of a neighbour', () => {
    expect(isPossible([['kz', '2012-05-10', 5]], byDay, 'almaty', '2012-05-10')).toBe(true);
    expect(isPossible([['almerek', '2012-05-10', 5]], byDay, 'almaty-region', '2012-05-10')).toBe(true);
    expect(isPossible([['astana', '2012-05-10', 5]], byDay, 'almaty', '2012-05-10')).toBe(false);
    const byRegion = { by: ['region', 'period'], every: 'day' } as const;
    expect(isPossible([['almerek', '2012-05-10', 5]], byRegion, 'almaty-region', '2012-05-10')).toBe(true);
    expect(isPossible([['kz', '2012-05-10', 5]], byRegion, 'almaty-region', '2012-05-10')).toBe(true);
    expect(isPossible([['almaty', '2012-05-10', 5]], byRegion, 'almaty-region', '2012-05-10')).toBe(false);
    expect(isPossible([['almaty', '2012-05-10', 5]], byRegion, 'almaty', '2012-05-10')).toBe(true);
    const together = { by: ['period'], every: 'day', place: ['astana'] } as const;
    expect(isPossible([['kz', '2012-05-10', 5]], together, undefined, '2012-05-10')).toBe(true);
    expect(isPossible([['almaty', '2012-05-10', 5]], together, undefined, '2012-05-10')).toBe(false);
  });
});

/** The same question asked of every cell, one at a time. */
test('no day is missing on which anything can lie, and no bucket is there in which nothing can', () => {
  const cases = snapshots.chain((it) => queriesOf(it.tree).map((query) => ({ ...it, query })));
  fc.assert(
    fc.property(cases, ({ tree, cells, query: { measure, place, from, to, by, every } }) => {
      const [root] = tree.outermost(tree.places.map(({ id }) => id));
      const coverage = [{ ...whole, place: root ?? '', from: '2011-12-01', to: '2012-02-29' }];
      const asked = query({ measure, place, from, to, by, every });
      const found = possibleDays(buildCube(cells, tree), asked, coverage);
      const isIn = (id: string, label: string | undefined) => {
        const near = (a: string) => tree.within(a).includes(id) || tree.within(id).includes(a);
        if (label !== undefined) return near(label);
        return place.length === 0 || place.some(near);
      };
      const inside = tree.within(root ?? '');
      const labels = by.includes('region')
        ? [...new Set(inside.map((it) => tree.regionOf(it)))]
        : by.includes('place')
          ? inside
          : [undefined];
      const isAsked = (label: string) =>
        place.length === 0 ||
        place
          .flatMap((it) => [...tree.within(it)])
          .some((it) => (by.includes('region') ? tree.regionOf(it) : it) === label);
      const wrong: string[] = [];
      for (const id of measure)
        for (const label of labels) {
          if (label !== undefined && !isAsked(label)) continue;
          const spans = found.find((it) => it.measure === id && it.place === label)?.spans ?? [];
          for (
            let day = Math.max(parseDay('2011-12-01') ?? 0, from ?? -Infinity);
            day <= Math.min(parseDay('2012-02-29') ?? 0, to ?? Infinity);
            day++
          ) {
            const lies = [...cells.place.keys()].some(
              (i) =>
                measureIds[cells.measure[i] ?? -1] === id &&
                isIn(cells.places[cells.place[i] ?? -1] ?? '', label) &&
                (((cells.from[i] ?? OPEN_START) <= day && (cells.to[i] ?? OPEN_END) >= day) ||
                  cells.day[i] === day),
            );
            const isSaid = spans.some((it) => it.from <= day && it.to >= day);
            const exact = by.includes('period') && every === 'day';
            if (lies ? !isSaid : exact && isSaid) wrong.push(printDay(day));
          }
        }
      expect(wrong).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
