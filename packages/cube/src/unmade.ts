import type { ChartQuery } from '@article21/model';
import { type Cube, lengthOf } from './cube.ts';
import { cellsToNarrow, narrowed } from './narrowed.ts';
import { select } from './selection.ts';
import { hasCitations } from './sources.ts';

/**
 * How many cells are read before a query can be answered, for what was never asked before: a filter of attributes, the sums of
 * a measure in a place, what each source is cited for. None once all of it is kept. Of very many places it counts those of the first.
 */
export function cellsToRead(whole: Cube, query: ChartQuery): number {
  const toNarrow = cellsToNarrow(whole, query);
  // What is not narrowed yet is not narrowed to find out what else is missing.
  if (toNarrow > 0) return toNarrow;
  const cube = narrowed(whole, query);
  const { measures, groups, basis } = select(cube, query);
  // However they are grouped, sources are those of the same places.
  const { nodes: cited } = select(cube, { ...query, by: [] });
  let cells = 0;
  let looked = 0;
  for (const measure of measures)
    for (const { nodes, phases } of [...groups, { nodes: cited, phases: groups[0]?.phases ?? [] }])
      for (const node of nodes)
        for (const phase of phases) {
          if (++looked > MOST_LOOKED) return cells;
          const isCited = nodes === cited;
          const isKept = isCited
            ? hasCitations(cube, { node, measure, basis, phase })
            : cube.hasSeries(node, measure, basis, phase);
          if (!isKept) cells += lengthOf(cube.runs(node, measure));
        }
  return cells;
}

/** To look for so many takes a few milliseconds. */
const MOST_LOOKED = 5_000;
