import { expect, test } from 'vitest';
import { buildCube, cellsToRead, rollUp, sourcesOf } from '../src/index.ts';
import { cells, query, tree } from './kazakhstan.ts';

const told = cells(['almaty', '2012-04-28', 1], ['almaty', '2012-05-28', 1], ['astana', '2012-06-01', 1]);
const rows = told.place.length;
const cited = {
  ...told,
  sources: {
    ids: ['s'],
    starts: Uint32Array.from({ length: rows + 1 }, (_, i) => i),
    source: new Uint32Array(rows),
  },
};

test('what a question reads are the cells of sums that are not made, and of what its sources are cited for', () => {
  const cube = buildCube(cited, tree);
  const asked = query({ by: ['place'], measure: ['detentions'] });
  expect(cellsToRead(cube, asked)).toBe(3 + 3);
  const counts = rollUp(cube, asked);
  expect(cellsToRead(cube, asked)).toBe(3);
  sourcesOf(cube, asked, counts);
  expect(cellsToRead(cube, asked)).toBe(0);
  // Of each phase there are sums of their own.
  expect(cellsToRead(cube, query({ measure: ['detentions'], phase: ['before'] }))).toBe(3 + 3);
  expect(cellsToRead(cube, query({ measure: ['fines'] }))).toBe(0);
});

test('where cells do not tell their sources, nothing is read for them', () => {
  const asked = query({ by: ['place'], place: ['almaty'], measure: ['detentions'] });
  expect(cellsToRead(buildCube(told, tree), asked)).toBe(2);
});
