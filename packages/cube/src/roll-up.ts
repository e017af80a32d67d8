import { type ChartQuery, type Counts, cellMeasures, type MeasureId } from '@article21/model';
import { addDays, type Cube } from './cube.ts';
import { addOverlapping, addWithin } from './intervals.ts';
import { addPeriods, type Buckets, bucketsOf } from './periods.ts';
import { type Labels, rowOf, totalOf, undatedOf } from './rows.ts';
import { type Selection, select } from './selection.ts';
import type { Series } from './series.ts';
import { addSums, createSums, RECORDS, type Sums } from './sums.ts';

/**
 * Answers a query. Rows are ordered by measure, place and period, the undated ones by measure and place, first those
 * within the asked period. Without `by` there are totals only. A total is always the rows and what is undated within.
 * The cost grows with the rows and the places asked for, not with the records.
 * Throws on a place that the cube's tree does not have.
 */
export function rollUp(cube: Cube, query: ChartQuery): Counts {
  const selection = select(cube, query);
  const { from, to } = selection;
  const counts: Counts = { rows: [], totals: [], undated: [] };
  const buckets = query.by.includes('period') ? bucketsOf(cube, query.every, from, to) : null;
  for (const index of selection.measures) {
    const measure = cellMeasures[index] as MeasureId;
    const total = createSums();
    for (const { place, nodes } of selection.groups) {
      const parts = partsOf(cube, selection, index, nodes);
      if (parts.length > 0) addGroup(counts, total, cube, selection, buckets, { measure, place }, parts);
    }
    if (total[RECORDS] !== 0) counts.totals.push(totalOf(measure, total));
  }
  return counts;
}

function partsOf(cube: Cube, selection: Selection, measure: number, nodes: readonly number[]): Series[] {
  const parts: Series[] = [];
  for (const node of nodes) {
    for (const phase of selection.phases) {
      const series = cube.series(node, measure, selection.basis, phase);
      if (series) parts.push(series);
    }
  }
  return parts;
}

/** Adds the rows and the undated of one group of series to the counts, and what it holds to the total. */
function addGroup(
  counts: Counts,
  total: Sums,
  cube: Cube,
  { from, to }: Selection,
  buckets: Buckets | null,
  labels: Labels,
  parts: readonly Series[],
): void {
  const all = createSums();
  const inside = createSums();
  const outside = createSums();
  for (const part of parts) {
    addDays(all, cube, part, from, to);
    if (!part.intervals) continue;
    addWithin(inside, part.intervals, from, to);
    addOverlapping(outside, part.intervals, from, to);
  }
  addSums(all, inside, 1);
  addSums(outside, inside, -1);
  addSums(total, all, 1);
  if (buckets) {
    // What is dated to the day is in a bucket, so without intervals nothing can be left.
    const rest = inside[RECORDS] === 0 ? null : all;
    addPeriods(counts.rows, cube, buckets, labels, parts, rest);
    if (rest && rest[RECORDS] !== 0) counts.undated.push(undatedOf(labels, rest, true));
  } else if (labels.place !== undefined && all[RECORDS] !== 0) {
    counts.rows.push(rowOf(labels, undefined, all));
  }
  if (outside[RECORDS] !== 0) counts.undated.push(undatedOf(labels, outside, false));
}
