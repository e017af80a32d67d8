import { type Cells, cellBases, cellPhases, measureIds, OPEN_END, OPEN_START } from '@article21/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCube, rollUp, sourcesOf } from '../src/index.ts';
import { queriesOf, snapshots } from './arbitraries.ts';

const ids = ['a', 'b', 'c', 'd', 'e'];

/** Cells with some of the sources each, given as bits. */
function withSources(cells: Cells, bits: readonly number[]): Cells {
  const own = [...cells.place.keys()].map((i) =>
    ids.flatMap((_, s) => (((bits[i] ?? 1) >> s) & 1 ? [s] : [])),
  );
  const starts = new Uint32Array(own.length + 1);
  own.forEach((list, i) => {
    starts[i + 1] = (starts[i] ?? 0) + list.length;
  });
  return { ...cells, sources: { ids, starts, source: Uint32Array.from(own.flat()) } };
}

const cases = snapshots.chain(({ tree, cells }) =>
  fc.record({
    tree: fc.constant(tree),
    cells: fc
      .array(fc.integer({ min: 1, max: 31 }), {
        minLength: cells.place.length,
        maxLength: cells.place.length,
      })
      .map((bits) => withSources(cells, bits)),
    queries: fc.array(queriesOf(tree), { minLength: 5, maxLength: 5 }),
  }),
);

describe('the sources of an answer', () => {
  it('are those of every cell that is counted, or that something is said of beside it, and no other', () => {
    fc.assert(
      fc.property(cases, ({ tree, cells, queries }) => {
        const cube = buildCube(cells, tree);
        for (const query of queries) {
          const counts = rollUp(cube, query);
          const expected = new Set<string>();
          for (let i = 0; i < cells.place.length; i++) {
            const measure = measureIds[cells.measure[i] ?? -1];
            const place = cells.places[cells.place[i] ?? -1] ?? '';
            const phase = cellPhases[cells.phase[i] ?? -1] ?? 'unstated';
            const basis = cellBases[cells.basis[i] ?? -1];
            const from = cells.from[i] === OPEN_START ? -Infinity : (cells.from[i] ?? 0);
            const to = cells.to[i] === OPEN_END ? Infinity : (cells.to[i] ?? 0);
            if (!measure || !query.measure.includes(measure)) continue;
            if (query.phase.length > 0 && !query.phase.includes(phase)) continue;
            if (Math.max(from, query.from ?? -Infinity) > Math.min(to, query.to ?? Infinity)) continue;
            const isInside =
              query.place.length === 0 || query.place.some((it) => tree.within(it).includes(place));
            const isAbove = query.place.some((it) => tree.within(place).includes(it));
            const hasTotal = counts.totals.some((it) => it.measure === measure);
            const isSaid = basis === query.basis ? isInside || isAbove : isInside && !hasTotal;
            if (!isSaid) continue;
            const { starts, source } = cells.sources ?? { starts: [], source: [] };
            for (const s of source.slice(starts[i], starts[i + 1])) expected.add(ids[s] ?? '');
          }
          expect(sourcesOf(cube, query, counts)).toEqual([...expected].sort());
        }
      }),
    );
  });

  it('are not known where cells do not tell them', () => {
    fc.assert(
      fc.property(snapshots, ({ tree, cells }) => {
        const cube = buildCube(cells, tree);
        const query = { ...fc.sample(queriesOf(tree), 1)[0] } as Parameters<typeof rollUp>[1];
        expect(sourcesOf(cube, query, rollUp(cube, query))).toBeNull();
      }),
      { numRuns: 5 },
    );
  });
});
