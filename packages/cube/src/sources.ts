import { type ChartQuery, type Counts, cellBases } from '@article21/model';
import { type Cube, measureOf } from './cube.ts';
import { type Selection, select } from './selection.ts';
import { EVERY_PHASE } from './series.ts';

/**
 * The ids of the sources that state what an answer counts, or what is said beside it: what reaches over an edge of the
 * period, what may concern the asked places, what the other basis has. In the order of their ids. Null where cells do
 * not tell it, as in a snapshot published before they did. The cost grows with the cells of the asked measures and
 * places, of which no more are looked at once all sources are cited. Throws on a place that the cube's tree does not have.
 */
export function sourcesOf(
  cube: Cube,
  query: ChartQuery,
  { totals }: Pick<Counts, 'totals'>,
): string[] | null {
  const { sources } = cube.cells;
  if (!sources) return null;
  const selection = select(cube, query);
  const cited = { is: new Uint8Array(sources.ids.length), left: sources.ids.length };
  const own = selection.nodes;
  for (const measure of selection.measures) {
    mark(cited, { cube, selection }, measure, [...own, ...selection.above]);
    if (totals.some((it) => it.measure === measureOf(cube, measure).id)) continue;
    const other = { ...selection, basis: cellBases.length - 1 - selection.basis };
    mark(cited, { cube, selection: other }, measure, own);
  }
  return sources.ids.filter((_, index) => cited.is[index] === 1);
}

/** Marks the sources of the cells of some nodes that share a day with the asked period. */
function mark(
  cited: { is: Uint8Array; left: number },
  { cube: { cells, runs }, selection }: { cube: Cube; selection: Selection },
  measure: number,
  nodes: readonly number[],
): void {
  const { basis, phases, from, to } = selection;
  const everyPhase = phases.includes(EVERY_PHASE);
  const { starts, source } = cells.sources ?? { starts: new Uint32Array(0), source: new Uint32Array(0) };
  for (const [start, end] of nodes.flatMap((node) => runs(node, measure)))
    for (let cell = start; cell < end; cell++) {
      if (cells.basis[cell] !== basis) continue;
      if (!everyPhase && !phases.includes(cells.phase[cell] as number)) continue;
      if ((cells.from[cell] as number) > to || (cells.to[cell] as number) < from) continue;
      const after = starts[cell + 1] as number;
      for (let i = starts[cell] as number; i < after; i++) {
        const it = source[i] as number;
        if (cited.is[it] === 1) continue;
        cited.is[it] = 1;
        cited.left -= 1;
      }
      if (cited.left === 0) return;
    }
}
