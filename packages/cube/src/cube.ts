import {
  type Cells,
  cellBases,
  type DaySpan,
  type Measure,
  type MeasureId,
  NOT_QUOTED,
  type PlaceTree,
  type Step,
  steps,
} from '@article21/model';
import { type Calendar, createCalendar, type Days, rankOf } from './calendar.ts';
import { daysOf, type Extent, extentOf, inOrder, slicesOf } from './columns.ts';
import { createNodes, type Nodes } from './nodes.ts';
import { type Accumulator, addRun, createAccumulator, type PrefixSums, seek } from './prefix-sums.ts';
import { bucketSums, type Choice, createSeries, EVERY_PHASE, type Series } from './series.ts';
import type { Sums } from './sums.ts';

/** Some cells in a row, [start, end). */
export type Run = readonly [start: number, end: number];

/** How many cells they have together. */
export function lengthOf(runs: readonly Run[]): number {
  let length = 0;
  for (const [start, end] of runs) length += end - start;
  return length;
}

/**
 * The counts of a snapshot, ready to be rolled up. `extent` is the first and the last day on which, or until which,
 * anything is charted; null when nothing has a finite end. The rest is for `rollUp` and `groupCount`.
 */
export interface Cube {
  readonly extent: Extent | null;
  /** The measures that the snapshot counts, and those of which it has any record. */
  readonly measures: readonly MeasureId[];
  readonly present: readonly MeasureId[];
  /** Of how many records nothing is quoted. */
  readonly notQuoted: number;
  readonly tree: PlaceTree;
  readonly nodes: Nodes;
  readonly days: Days;
  /** Where sums are added up before they become prefix sums: empty between uses. */
  readonly accumulator: Accumulator;
  calendar(step: Step): Calendar;
  /** The numbers are indices of cells' measures, bases and phases, or `EVERY_PHASE`; null when nothing is there. */
  series(node: number, measure: number, basis: number, phase: number): Series | null;
  /** Whether that is made already. */
  hasSeries(node: number, measure: number, basis: number, phase: number): boolean;
  /** How many cells may be looked at to say how large an answer is; for more, `groupCount` throws `NotCounted`. */
  readonly mostToCount: number;
  /** The cells themselves, and where those of a measure in a node begin and end. */
  readonly cells: Cells;
  runs(node: number, measure: number): readonly Run[];
  buckets(series: Series, step: Step): PrefixSums;
}

/**
 * Makes a cube of a snapshot's cells. Cells that are ordered as engines order them are used in place and must not be
 * changed afterwards. Sums are made when first asked for and kept, so memory grows with what is asked.
 * `mostToCount`: of the cube of a thread that nobody may keep busy.
 * Throws when the cells name a place that the tree does not have, or a day outside of the years 1 to 9999.
 */
export function buildCube(cells: Cells, tree: PlaceTree, mostToCount = Number.POSITIVE_INFINITY): Cube {
  const ordered = inOrder(cells);
  const extent = extentOf(ordered);
  const days = daysOf(ordered, extent);
  const nodes = createNodes(ordered.places, tree);
  const accumulator = createAccumulator(days.days.length);
  const runs = runsOf(ordered, nodes);
  const calendar = keepCalendars(days);
  return {
    extent,
    measures: cells.measures,
    present: cells.vocabulary.measureIds.filter((_, index) => cells.measure.includes(index)),
    notQuoted: notQuotedIn(ordered),
    tree,
    nodes,
    days,
    accumulator,
    calendar,
    ...keepSeries(ordered, { nodes, runs }, days, accumulator),
    mostToCount,
    cells: ordered,
    runs,
    buckets(series, step) {
      if (step === 'day') return series.days;
      const index = steps.indexOf(step);
      let prefix = series.buckets[index];
      if (!prefix) {
        prefix = bucketSums(series, days, calendar(step), accumulator);
        series.buckets[index] = prefix;
      }
      return prefix;
    },
  };
}

/** The measure that cells and series number so. */
export function measureOf({ cells }: Pick<Cube, 'cells'>, index: number): Measure {
  return cells.vocabulary.measures[index] as Measure;
}

/** Each record once: by the measure that counts records of every kind. */
function notQuotedIn({ vocabulary, measure, phase, records }: Cells): number {
  const every = vocabulary.measureIds.indexOf('records');
  let found = 0;
  for (let cell = 0; cell < measure.length; cell++)
    if (measure[cell] === every && (phase[cell] as number) >= NOT_QUOTED) found += records[cell] as number;
  return found;
}

/** Adds to `into` what a series holds on the days of a span. */
export function addDays(into: Sums, cube: Cube, { days }: Series, { from, to }: DaySpan): void {
  addRun(into, days, seek(days, rankOf(cube.days, from)), seek(days, rankOf(cube.days, to + 1)));
}

function keepCalendars(days: Days): Cube['calendar'] {
  const kept = new Map<Step, Calendar>();
  return (step) => {
    const calendar = kept.get(step) ?? createCalendar(days, step);
    kept.set(step, calendar);
    return calendar;
  };
}

/** The runs of a country of thousands of places are looked for once: each question asks for them again. */
function runsOf(cells: Cells, { members }: Nodes): Cube['runs'] {
  const slices = slicesOf(cells);
  const measures = cells.vocabulary.measureIds.length;
  const kept = new Map<number, Run[]>();

  function find(node: number, measure: number): Run[] {
    const found: [start: number, end: number][] = [];
    for (const place of members[node] ?? []) {
      const slice = measure * cells.places.length + place;
      const [start, end] = [slices[slice] as number, slices[slice + 1] as number];
      const last = found.at(-1);
      // Places that follow each other are one run: a country's thousands often are.
      if (last && last[1] === start) last[1] = end;
      else if (start < end) found.push([start, end]);
    }
    return found;
  }

  return (node, measure) => {
    if ((members[node]?.length ?? 0) < MANY) return find(node, measure);
    const index = node * measures + measure;
    const runs = kept.get(index) ?? find(node, measure);
    kept.set(index, runs);
    return runs;
  };
}

/** Of fewer places they are found as quickly as they are looked up. */
const MANY = 8;

function keepSeries(
  cells: Cells,
  { nodes: { members }, runs }: Pick<Cube, 'nodes' | 'runs'>,
  days: Days,
  accumulator: Accumulator,
): Pick<Cube, 'series' | 'hasSeries'> {
  const measures = cells.vocabulary.measureIds.length;
  const phases = EVERY_PHASE + 1;
  const kept = new Array<Series | null | undefined>(cellBases.length * phases * measures * members.length);
  kept.fill(undefined);

  function choose(node: number, measure: number, basis: number, phase: number): Choice {
    return { runs: runs(node, measure), basis, phase: phase === EVERY_PHASE ? null : phase };
  }

  const indexOf = (node: number, measure: number, basis: number, phase: number) =>
    ((basis * phases + phase) * measures + measure) * members.length + node;

  return {
    hasSeries: (node, measure, basis, phase) => kept[indexOf(node, measure, basis, phase)] !== undefined,
    series(node, measure, basis, phase) {
      const index = indexOf(node, measure, basis, phase);
      let series = kept[index];
      if (series === undefined) {
        series = createSeries(cells, choose(node, measure, basis, phase), days, accumulator);
        kept[index] = series;
      }
      return series;
    },
  };
}
