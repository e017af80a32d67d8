import { decodeCells, encodeCells } from '@article21/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildCube, groupCount, rollUp } from '../src/index.ts';
import { queriesOf, snapshots } from './arbitraries.ts';
import { naiveRollUp } from './oracle.ts';

/** A snapshot and questions to it, asked one after the other so that what was kept for one serves the next. */
const cases = snapshots.chain((snapshot) =>
  fc
    .array(queriesOf(snapshot.tree), { minLength: 1, maxLength: 4 })
    .map((queries) => ({ ...snapshot, queries })),
);

test('every answer is what a loop over the cells gives', () => {
  fc.assert(
    fc.property(cases, ({ tree, cells, queries }) => {
      const cube = buildCube(cells, tree);
      for (const query of queries) expect(rollUp(cube, query)).toEqual(naiveRollUp(cells, tree, query));
    }),
    { numRuns: 3_000 },
  );
});

test('cells answer the same after they were written and read', () => {
  fc.assert(
    fc.property(cases, ({ tree, cells, queries }) => {
      const cube = buildCube(cells, tree);
      const again = buildCube(decodeCells(encodeCells(cells)), tree);
      for (const query of queries) expect(rollUp(again, query)).toEqual(rollUp(cube, query));
    }),
  );
});

test('no answer has more rows than were announced', () => {
  fc.assert(
    fc.property(cases, ({ tree, cells, queries }) => {
      const cube = buildCube(cells, tree);
      for (const query of queries)
        expect(rollUp(cube, query).rows.length).toBeLessThanOrEqual(groupCount(cube, query));
    }),
  );
});
