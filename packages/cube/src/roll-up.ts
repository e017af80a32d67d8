import { type ChartQuery, type Counts, noCounts } from '@article21/model';
import { addDays, type Cube, measureOf } from './cube.ts';
import { clearExtent, createExtent, datedOf, type Extent, extend, openOf } from './extent.ts';
import { addOverlapping, addWithin } from './intervals.ts';
import { narrowed, orUnstated } from './narrowed.ts';
import { addOutsideTotals, addUnattributed, notQuotedIn } from './outside-totals.ts';
import { addPeriods, type Buckets, bucketsOf } from './periods.ts';
import { countedOf, type Labels, rowOf } from './rows.ts';
import { partsOf, type Selection, select } from './selection.ts';
import { intervalsOf, type Series } from './series.ts';
import { APPROXIMATE_DATES, addSums, clear, createSums, RECORDS, type Sums } from './sums.ts';

/**
 * Answers a query. Rows are ordered by measure, place (or phase) and period, the undated ones by measure and place, first those
 * within the asked period. Without `by` there are totals only. A total is always the rows and what is undated within.
 * What the sources leave possible of a record decides whether it is in the period; where no source states its day,
 * its assembly's decides in which bucket it stands.
 * The cost grows with the rows and the places asked for, not with the records; with a period of which an end is asked
 * for, also with the distinct days and intervals of what is drawn on the days of assemblies.
 * Throws on a place that the cube's tree does not have, and on an attribute or a value that its vocabulary does not.
 */
export function rollUp(whole: Cube, query: ChartQuery): Counts {
  const cube = narrowed(whole, query);
  const answer = begin(cube, query);
  const open = narrowed(whole, orUnstated(query));
  const { counts, selection, total, extent } = answer;
  for (const index of selection.measures) {
    const measured = measureOf(cube, index);
    const measure = measured.id;
    if (!cube.measures.includes(measure)) {
      counts.uncounted.push(measure);
      continue;
    }
    clear(total);
    clearExtent(extent);
    for (const { place, phase, nodes, phases } of selection.groups) {
      const parts = partsOf(cube, { phases, basis: selection.basis }, index, nodes);
      if (parts.length > 0) addGroup(answer, { measure: measured, place, phase }, parts);
    }
    const found = total[RECORDS] !== 0;
    const notQuoted = found ? notQuotedIn(answer, index) : 0;
    if (found)
      counts.totals.push({
        ...countedOf(measured, total),
        approximateDates: total[APPROXIMATE_DATES] as number,
        dated: datedOf(extent),
        open: openOf(measured, extent),
        ...(notQuoted > 0 ? { notQuoted } : {}),
      });
    addOutsideTotals(answer, index, found);
    if (open !== cube) addUnattributed(answer, open, index);
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
  readonly extent: Extent;
  /** Within the period asked for: everything, and what no source dates to the day. */
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
    counts: noCounts(),
    selection,
    buckets: query.by.includes('period') ? bucketsOf(cube, query.every, from, to) : null,
    total: createSums(),
    extent: createExtent(),
    all: createSums(),
    inside: createSums(),
    outside: createSums(),
  };
}

/** Adds the rows and the undated of one group of series to the counts, and what it holds to the total. */
function addGroup(answer: Answer, labels: Labels, parts: readonly Series[]): void {
  const { cube, counts, buckets, total, all, outside } = answer;
  const dated = sumUp(answer, parts);
  addSums(total, all, 1);
  if (buckets) {
    addPeriods({ rows: counts.rows, cube, buckets, labels, parts, rest: dated ? null : all });
    if (!dated && all[RECORDS] !== 0) counts.undated.push({ ...placed(labels, all), within: true });
  } else if ((labels.place !== undefined || labels.phase !== undefined) && all[RECORDS] !== 0) {
    counts.rows.push(rowOf(labels, undefined, all));
  }
  if (outside[RECORDS] !== 0) counts.undated.push({ ...placed(labels, outside), within: false });
}

function placed({ measure, place, phase }: Labels, sums: Sums) {
  const counted = countedOf(measure, sums);
  return {
    ...counted,
    ...(place === undefined ? {} : { place }),
    ...(phase === undefined ? {} : { phase }),
  };
}

/** Sums some series in the period asked for. Tells whether all of it is dated to the day, and so in some bucket. */
function sumUp({ cube, selection, extent, all, inside, outside }: Answer, parts: readonly Series[]): boolean {
  clear(all);
  clear(inside);
  clear(outside);
  for (const part of parts) {
    addDays(all, cube, part, selection);
    extend(extent, cube.days, part, selection);
    for (const intervals of intervalsOf(part)) {
      addWithin(inside, intervals, selection);
      addOverlapping(outside, intervals, selection);
    }
  }
  addSums(all, inside, 1);
  addSums(outside, inside, -1);
  return inside[RECORDS] === 0;
}
