import { type ChartQuery, type Counts, cellMeasures, type MeasureId } from '@article21/model';
import { addDays, type Cube } from './cube.ts';
import { addOverlapping, addWithin } from './intervals.ts';
import { addPeriods, type Buckets, bucketsOf } from './periods.ts';
import { type Labels, rowOf, totalOf, undatedOf } from './rows.ts';
import { type Selection, select } from './selection.ts';
import type { Series } from './series.ts';
import { addSums, clear, createSums, RECORDS, type Sums } from './sums.ts';

/**
 * Answers a query. Rows are ordered by measure, place and period, the undated ones by measure and place, first those
 * within the asked period. Without `by` there are totals only. A total is always the rows and what is undated within.
 * The cost grows with the rows and the places asked for, not with the records.
 * Throws on a place that the cube's tree does not have.
 */
export function rollUp(cube: Cube, query: ChartQuery): Counts {
  const answer = begin(cube, query);
  const { counts, selection, total } = answer;
  for (const index of selection.measures) {
    const measure = cellMeasures[index] as MeasureId;
    clear(total);
    for (const { place, nodes } of selection.groups) {
      const parts = partsOf(cube, selection, index, nodes);
      if (parts.length > 0) addGroup(answer, { measure, place }, parts);
    }
    if (total[RECORDS] !== 0) counts.totals.push(totalOf(measure, total));
  }
  return counts;
}

/** An answer being made, with the sums that it uses again for each measure or group. */
interface Answer {
  readonly cube: Cube;
  readonly counts: Counts;
  readonly selection: Selection;
  /** Null when counts are not asked for by period. */
  readonly buckets: Buckets | null;
  readonly total: Sums;
  /** Within the period asked for: everything, and what is not dated to the day. */
  readonly all: Sums;
  readonly inside: Sums;
  /** What reaches out of it. */
  readonly outside: Sums;
}

function begin(cube: Cube, query: ChartQuery): Answer {
  const selection = select(cube, query);
  const { from, to } = selection;
  return {
    cube,
    counts: { rows: [], totals: [], undated: [] },
    selection,
    buckets: query.by.includes('period') ? bucketsOf(cube, query.every, from, to) : null,
    total: createSums(),
    all: createSums(),
    inside: createSums(),
    outside: createSums(),
  };
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
function addGroup(answer: Answer, labels: Labels, parts: readonly Series[]): void {
  const { cube, counts, buckets, total, all, outside } = answer;
  const dated = sumUp(answer, parts);
  addSums(total, all, 1);
  if (buckets) {
    addPeriods(counts.rows, cube, buckets, labels, parts, dated ? null : all);
    if (!dated && all[RECORDS] !== 0) counts.undated.push(undatedOf(labels, all, true));
  } else if (labels.place !== undefined && all[RECORDS] !== 0) {
    counts.rows.push(rowOf(labels, undefined, all));
  }
  if (outside[RECORDS] !== 0) counts.undated.push(undatedOf(labels, outside, false));
}

/** Sums some series in the period asked for. Tells whether all of it is dated to the day, and so in some bucket. */
function sumUp({ cube, selection, all, inside, outside }: Answer, parts: readonly Series[]): boolean {
  const { from, to } = selection;
  clear(all);
  clear(inside);
  clear(outside);
  for (const part of parts) {
    addDays(all, cube, part, from, to);
    if (!part.intervals) continue;
    addWithin(inside, part.intervals, from, to);
    addOverlapping(outside, part.intervals, from, to);
  }
  addSums(all, inside, 1);
  addSums(outside, inside, -1);
  return inside[RECORDS] === 0;
}
