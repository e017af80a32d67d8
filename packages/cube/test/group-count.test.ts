import { parseDay } from '@article21/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCube, groupCount, rollUp } from '../src/index.ts';
import { queriesOf, snapshots } from './arbitraries.ts';
import { cells, query, tree } from './kazakhstan.ts';

const cube = buildCube(cells(['almaty', '2012-04-28', 1], ['almerek', '2012-06-01', 1]), tree);

test('no answer has more rows than were announced', () => {
  const cases = snapshots.chain((it) => queriesOf(it.tree).map((query) => ({ ...it, query })));
  fc.assert(
    fc.property(cases, ({ tree, cells, query }) => {
      const cube = buildCube(cells, tree);
      expect(rollUp(cube, query).rows.length).toBeLessThanOrEqual(groupCount(cube, query));
    }),
  );
});

test('ten thousand years by day are millions of groups, however few days are charted', () => {
  const [from, to] = [parseDay('0001-01-01'), parseDay('9999-12-31')];
  expect(groupCount(cube, query({ from, to, by: ['period'], every: 'day' }))).toBeGreaterThan(3_650_000);
});

test('an open end is that of what is charted', () => {
  expect(groupCount(cube, query({ by: ['period'], every: 'month' }))).toBeLessThan(6);
  expect(groupCount(cube, query({ by: ['period'], to: parseDay('2000-01-01') }))).toBe(0);
});

test('groups are those of each measure and of the places of the cells that are asked for', () => {
  expect(groupCount(cube, query({}))).toBe(0);
  expect(groupCount(cube, query({ by: ['place'] }))).toBe(4);
  expect(groupCount(cube, query({ by: ['place'], place: ['almaty-region'] }))).toBe(1);
  expect(groupCount(cube, query({ by: ['place'], measure: ['detentions', 'fines'] }))).toBe(8);
});

test('a place that nobody knows is refused', () => {
  expect(() => groupCount(cube, query({ by: ['place'], place: ['atlantis'] }))).toThrow(
    'unknown place: atlantis',
  );
});
