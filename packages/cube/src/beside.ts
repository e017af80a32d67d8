import { type Counted, type Counts, cellBases, cellMeasures, type MeasureId } from '@article21/model';
import { addDays, type Cube } from './cube.ts';
import { addOverlapping } from './intervals.ts';
import { countedOf } from './rows.ts';
import type { Selection } from './selection.ts';
import { intervalsOf, partsOf } from './series.ts';
import { createSums, RECORDS } from './sums.ts';

/**
 * Adds to the counts what stands beside a measure's total and is in no total: what the sources place no nearer than a
 * place that the asked ones lie in and, where there is no total, what the other basis has.
 */
export function besideTotal(
  counts: Counts,
  cube: Cube,
  selection: Selection,
  measure: number,
  found: boolean,
): void {
  if (selection.above.length > 0) {
    const unplaced = possible(cube, selection, measure, selection.basis, selection.above);
    if (unplaced) counts.unplaced.push(unplaced);
  }
  if (found) return;
  const nodes = selection.groups.flatMap((group) => group.nodes);
  const other = possible(cube, selection, measure, cellBases.length - 1 - selection.basis, nodes);
  if (other) counts.otherBasis.push(other);
}

/** What of some nodes may lie in the asked period; null when nothing. */
function possible(
  cube: Cube,
  selection: Selection,
  measure: number,
  basis: number,
  nodes: readonly number[],
): Counted | null {
  const { from, to } = selection;
  const sums = createSums();
  for (const part of partsOf(cube, { ...selection, basis }, measure, nodes)) {
    addDays(sums, cube, part, from, to);
    for (const intervals of intervalsOf(part)) addOverlapping(sums, intervals, from, to);
  }
  return sums[RECORDS] === 0 ? null : countedOf(cellMeasures[measure] as MeasureId, sums);
}
