import { createPlaceTree } from '@article21/model';
import { expect, test } from 'vitest';
import { buildCube, groupCount, rollUp } from '../src/index.ts';
import { placeOf } from './arbitraries.ts';
import { cells, query, tree } from './kazakhstan.ts';

const cube = () => buildCube(cells(['almaty', '2012-04-28', 1]), tree);

test('a place that nobody knows is refused, with those that are known, twenty of them at most', () => {
  const known = 'kz, almaty-region, almerek, almaty, astana';
  const said = `unknown place: atlantis (known: ${known})`;
  expect(() => rollUp(cube(), query({ place: ['atlantis'] }))).toThrow(said);
  expect(() => rollUp(cube(), query({ place: ['atlantis', 'almaty'] }))).toThrow(said);
  expect(() => rollUp(cube(), query({ place: ['almaty', 'atlantis'], by: ['place'] }))).toThrow(said);
  expect(() => groupCount(cube(), query({ place: ['atlantis'], by: ['place'] }))).toThrow(said);
  const ids = Array.from({ length: 22 }, (_, i) => `p-${i}`);
  const many = buildCube({ ...cells(), places: ids }, createPlaceTree(ids.map((id) => placeOf(id, null))));
  expect(() => rollUp(many, query({ place: ['atlantis'] }))).toThrow(
    `unknown place: atlantis (known: ${ids.slice(0, 20).join(', ')} and 2 more)`,
  );
  const twenty = buildCube(
    { ...cells(), places: ids.slice(0, 20) },
    createPlaceTree(ids.slice(0, 20).map((id) => placeOf(id, null))),
  );
  expect(() => rollUp(twenty, query({ place: ['x'] }))).toThrow(/p-19\)$/);
});

test('cells of places that the tree does not have are refused by their names', () => {
  const strange = { ...cells(), places: ['almaty', 'atlantis', 'ys'] };
  expect(() => buildCube(strange, tree)).toThrow('cells name places that are unknown: atlantis, ys');
});

test('a measure that a snapshot does not count is named, and one that it counts is not', () => {
  const without = { ...cells(['almaty', '2012-04-28', 1]), measures: ['detentions' as const] };
  const { uncounted, totals } = rollUp(buildCube(without, tree), query({ measure: ['detentions', 'fines'] }));
  expect(uncounted).toEqual(['fines']);
  expect(totals).toMatchObject([{ measure: 'detentions', low: 1 }]);
});

test('places are in the order of their ids, whatever order the cells name them in', () => {
  const told = cells(['astana', '2012-04-28', 1], ['almaty', '2012-04-28', 2], ['kz', '2012-04-28', 3]);
  const { rows } = rollUp(buildCube(told, tree), query({ by: ['place'] }));
  expect(rows.map(({ place, low }) => [place, low])).toEqual([
    ['almaty', 2],
    ['astana', 1],
    ['kz', 3],
  ]);
});
