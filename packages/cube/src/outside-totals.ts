import { type Counts, cellBases } from '@article21/model';
import { addDays, type Cube, measureOf } from './cube.ts';
import { addOverlapping, addWithin } from './intervals.ts';
import { countedOf } from './rows.ts';
import { notQuotedOf, partsOf, type Selection } from './selection.ts';
import { intervalsOf } from './series.ts';
import { addSums, createSums, RECORDS, type Sums } from './sums.ts';

interface OpenSelection {
  readonly cube: Cube;
  readonly selection: Selection;
}

/**
 * Adds to the counts what stands beside a measure's total and is in no total: what the sources place no nearer than a
 * place that the asked ones lie in and, where there is no total, what the other basis has.
 */
export function addOutsideTotals(
  answer: OpenSelection & { counts: Counts },
  measure: number,
  found: boolean,
): void {
  const { counts, cube, selection } = answer;
  if (selection.above.length > 0) {
    const unplaced = sumOf(answer, measure, selection.above, addOverlapping);
    if (unplaced[RECORDS] !== 0) counts.unplaced.push(countedOf(measureOf(cube, measure), unplaced));
  }
  if (found) return;
  const { nodes } = selection;
  const other = { cube, selection: { ...selection, basis: cellBases.length - 1 - selection.basis } };
  const within = sumOf(other, measure, nodes, addWithin);
  const possible = sumOf(other, measure, nodes, addOverlapping);
  addSums(possible, within, -1);
  const its = measureOf(cube, measure);
  if (within[RECORDS] !== 0) counts.otherBasis.push({ ...countedOf(its, within), within: true });
  if (possible[RECORDS] !== 0) counts.otherBasis.push({ ...countedOf(its, possible), within: false });
}

/**
 * Adds to the counts what may be meant by the asked attributes and is in no total, because its sources do not state one of
 * them; `open` has that beside what is asked for.
 */
export function addUnattributed(
  answer: OpenSelection & { counts: Counts },
  open: Cube,
  measure: number,
): void {
  const { counts, selection } = answer;
  const sums = sumOf({ cube: open, selection }, measure, selection.nodes, addOverlapping);
  addSums(sums, sumOf(answer, measure, selection.nodes, addOverlapping), -1);
  if (sums[RECORDS] !== 0) counts.unattributed.push(countedOf(measureOf(open, measure), sums));
}

/** Of how many records of a total nothing is quoted. */
export function notQuotedIn({ cube, selection }: OpenSelection, measure: number): number {
  const other = notQuotedOf(cube, selection);
  if (other === null) return 0;
  return sumOf({ cube, selection: other }, measure, selection.nodes, addWithin)[RECORDS] as number;
}

/** The sums of some nodes in the asked period: what has a day in it, and what `add` takes of the intervals. */
function sumOf(
  { cube, selection }: OpenSelection,
  measure: number,
  nodes: readonly number[],
  add: typeof addWithin,
): Sums {
  const sums = createSums();
  for (const part of partsOf(cube, selection, measure, nodes)) {
    addDays(sums, cube, part, selection);
    for (const intervals of intervalsOf(part)) add(sums, intervals, selection);
  }
  return sums;
}
