import { createCells, OPEN_START, parseDay, usualVocabulary } from '@article21/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCube, rollUp } from '../src/index.ts';
import { snapshots } from './arbitraries.ts';
import { cells, query, tree } from './kazakhstan.ts';

test('the extent is that of the finite ends', () => {
  const extent = (...periods: string[]) =>
    buildCube(cells(...periods.map((period) => ['kz', period, 1] as [string, string, number])), tree).extent;
  const days = (from: string, to: string) => ({ from: parseDay(from), to: parseDay(to) });
  expect(extent('2012-04-28', '2012-06-01')).toEqual(days('2012-04-28', '2012-06-01'));
  expect(extent('../2012-03-01', '2012-04-28')).toEqual(days('2012-03-01', '2012-04-28'));
  expect(extent('2012-04-28', '2012-05-01/..')).toEqual(days('2012-04-28', '2012-05-01'));
  expect(extent('../..')).toBeNull();
  expect(extent()).toBeNull();
});

test('cells of a place that the tree does not have are refused', () => {
  expect(() => buildCube(createCells(['almaty', 'atlantis'], 0, usualVocabulary), tree)).toThrow(
    'unknown: atlantis',
  );
});

test('a day that no calendar of ours has is refused before any memory is taken for it', () => {
  for (const day of [2 ** 30, -(2 ** 30), OPEN_START + 1]) {
    const wrong = cells(['almaty', '2012-04-28', 1], ['almaty', '2012-04-28', 1]);
    wrong.from[0] = day;
    wrong.to[0] = day;
    expect(() => buildCube(wrong, tree)).toThrow('outside of the years 1 to 9999');
  }
});

test('the first and the last year that there are can be asked for by day', () => {
  const cube = buildCube(cells(['almaty', '0001-01-01', 1], ['almaty', '9999-12-31', 2]), tree);
  const { rows } = rollUp(cube, query({ by: ['period'], every: 'day' }));
  expect(rows.map(({ period }) => period)).toEqual(['0001-01-01', '9999-12-31']);
});

test('the cells that are given stay as they are', () => {
  fc.assert(
    fc.property(snapshots, ({ cells, tree }) => {
      const before = structuredClone(cells);
      rollUp(buildCube(cells, tree), query({ by: ['place', 'period'], every: 'week' }));
      expect(cells).toEqual(before);
    }),
  );
});
