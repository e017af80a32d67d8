import { bucketCount, type ChartQuery, keepRecent, NO_DAY, OPEN_START } from '@article21/model';
import { rankOf } from './calendar.ts';
import { type Cube, lengthOf, measureOf, type Run } from './cube.ts';
import { isReady, leftBy, narrowed } from './narrowed.ts';
import { type Buckets, bucketsOf } from './periods.ts';
import { entriesIn, seek } from './prefix-sums.ts';
import { partsOf, type Selection, select } from './selection.ts';
import { EVERY_PHASE, type Series } from './series.ts';

/**
 * How many rows an answer has at most: those that exist, not those that could. Where several phases or an edge of the
 * period meet in a bucket, it may be counted more than once. Nothing is added up for it but what the answer needs, too,
 * and of groups of few cells nothing at all.
 * Throws on a place that the cube's tree does not have, and a `NotCounted` where more cells would be looked at than the cube
 * allows.
 */
export function groupCount(cube: Cube, query: ChartQuery): number {
  return query.by.length === 0 ? 0 : sizeOf(cube, query).groups;
}

/**
 * How many series an answer is counted from: those of each measure, phase and place or region that are asked for. Each is
 * looked into, however few groups there are, and made when it is first asked for. Throws as `groupCount` does.
 */
export function seriesCount(cube: Cube, query: ChartQuery): number {
  return sizeOf(cube, query).series;
}

/** How large an answer is. */
export interface Size {
  groups: number;
  series: number;
}

/** How large an answer is would take too long to say: whoever has the time counts it by `countSize`, and tells it by `tellSize`. */
export class NotCounted extends Error {
  override name = 'NotCounted';
  readonly cube: Cube;
  readonly query: ChartQuery;
  /** All that the size depends on, beside the snapshot. */
  readonly key: string;

  constructor(cube: Cube, query: ChartQuery, key: string) {
    super('more cells would be looked at than this cube allows');
    this.cube = cube;
    this.query = query;
    this.key = key;
  }
}

/** The same as `groupCount` and `seriesCount`, whatever the cube allows. */
export function countSize(cube: Cube, query: ChartQuery): Size {
  return sizeOf(cube, query, Number.POSITIVE_INFINITY);
}

/** Tells a cube what another one of the same snapshot counted. */
export function tellSize(cube: Cube, query: ChartQuery, size: Size): void {
  const known = knownOf(countedOf(cube, query));
  keepRecent(known, keyOf(query), size, (all) => all.size > KEPT);
}

/**
 * No answer has so many, and they are not counted further: of a question with millions of groups, that it is refused takes no more
 * time than of one with this many. So many groups means: this many or more.
 */
export const MOST_COUNTED = 110_000;

/** A number of groups as it is said: `21000`, `at least 110000`. */
export function printGroupCount(groups: number): string {
  return groups < MOST_COUNTED ? String(groups) : `at least ${MOST_COUNTED}`;
}

/** A question is counted before it is let in, before it waits for its turn, and before it is answered. */
const counted = new WeakMap<Cube, Map<string, Size>>();
const KEPT = 500;

/** To order more cells than this for a filter of attributes is heavy work: their groups are counted without it. */
const FEW_TO_ORDER = 10_000;

/**
 * The cube whose groups are counted: the narrowed one, unless making it is heavy work that waits for its turn. Then it is the
 * whole one, whose first and last day may be further apart, so that the numbers are upper bounds.
 */
function countedOf(whole: Cube, query: ChartQuery): Cube {
  const { length } = whole.cells.place;
  return length <= FEW_TO_ORDER || isReady(whole, query) ? narrowed(whole, query) : whole;
}

function sizeOf(whole: Cube, query: ChartQuery, most = whole.mostToCount): Size {
  const cube = countedOf(whole, query);
  const key = keyOf(query);
  const known = knownOf(cube);
  const found = known.get(key);
  const asked = cube === whole ? query : { ...query, attribute: [] };
  if (!found && isMoreToCount(cube, asked, most)) throw new NotCounted(whole, query, key);
  return keepRecent(known, key, found ?? measured(cube, asked), (all) => all.size > KEPT);
}

function knownOf(cube: Cube): Map<string, Size> {
  const known = counted.get(cube) ?? new Map<string, Size>();
  counted.set(cube, known);
  return known;
}

/**
 * Nothing else of a query matters here, and who asks for the same by another title has been answered before. What is not asked for
 * by period is found in the same groups, however long that is.
 */
function keyOf({
  measure,
  place,
  from,
  to,
  phase,
  basis,
  evidence,
  attribute,
  by,
  every,
}: ChartQuery): string {
  const period = by.includes('period') ? [from, to, every] : [];
  return JSON.stringify([measure, place, phase, basis, evidence, attribute, by, ...period]);
}

/** Whether more cells, or places without any, are looked at for a query's groups than `most`; told by where they begin and end. */
function isMoreToCount(cube: Cube, query: ChartQuery, most: number): boolean {
  if (most === Number.POSITIVE_INFINITY || query.by.length === 0) return false;
  const { measures, groups, basis } = select(cube, query);
  const byPeriod = query.by.includes('period') && query.attribute.length === 0;
  let looked = 0;
  for (const measure of measures)
    for (const { nodes, phases } of groups)
      for (const node of nodes) {
        const length = lengthOf(cube.runs(node, measure));
        const isMade = byPeriod && phases.every((phase) => cube.hasSeries(node, measure, basis, phase));
        looked += 1 + (isMade ? Math.min(length, FEW_CELLS) : length);
        if (looked > most) return true;
      }
  return false;
}

function measured(cube: Cube, query: ChartQuery): Size {
  const selection = select(cube, query);
  let nodes = 0;
  for (const group of selection.groups) nodes += group.nodes.length * group.phases.length;
  // Series of the whole cube do not know attributes: under a filter of them cells are looked at one by one.
  const few = query.attribute.length > 0 ? Number.POSITIVE_INFINITY : FEW_CELLS;
  const groups = query.by.length === 0 ? 0 : groupsIn(cube, query, selection, few);
  return { groups, series: selection.measures.length * nodes };
}

/** To look at so many cells takes about as long as to look into a series of them, and none need be made for it. */
const FEW_CELLS = 256;

/** The same, of groups of at most `few` cells by their cells, of others by their series. */
export function countGroups(cube: Cube, query: ChartQuery, few = FEW_CELLS): number {
  return groupsIn(cube, query, select(cube, query), few);
}

function groupsIn(cube: Cube, query: ChartQuery, selection: Selection, few: number): number {
  const { from, to } = selection;
  const buckets = query.by.includes('period') ? bucketsOf(cube, query.every, from, to) : null;
  const most = buckets ? buckets.end - buckets.start + 2 : 1;
  const inCells = counterOfCells(cube, { basis: selection.basis, attribute: query.attribute }, buckets);
  let groups = 0;
  for (const measure of selection.measures) {
    if (!cube.measures.includes(measureOf(cube, measure).id)) continue;
    for (const { nodes, phases } of selection.groups) {
      if (groups >= MOST_COUNTED) return MOST_COUNTED;
      const [only] = nodes;
      const runs =
        nodes.length === 1 && only !== undefined
          ? cube.runs(only, measure)
          : nodes.flatMap((node) => cube.runs(node, measure));
      if (runs.length === 0) continue;
      // Without periods the first cell tells: no series is made for that.
      if (buckets === null || lengthOf(runs) <= few) {
        groups += Math.min(most, inCells(runs, phases));
        continue;
      }
      const parts = partsOf(cube, { phases, basis: selection.basis }, measure, nodes);
      groups += Math.min(most, bucketsIn(cube, buckets, parts));
    }
  }
  return Math.min(groups, MOST_COUNTED);
}

/** What counts the rows of a group by its cells: how many buckets have any; without buckets, whether there is any cell. */
function counterOfCells(
  cube: Cube,
  { basis, attribute }: Pick<Selection, 'basis'> & Pick<ChartQuery, 'attribute'>,
  buckets: Buckets | null,
): (runs: readonly Run[], phases: readonly number[]) => number {
  const { basis: bases, phase, records } = cube.cells;
  /** Many groups have the same phases. */
  const phaseFlags = new Map<readonly number[], Uint8Array>();
  const isLeft = leftBy(cube.cells, attribute);
  const bucketOf = buckets && bucketOfCells(cube, buckets);
  /** The last group that had any in a bucket. */
  const last = new Uint32Array(buckets ? buckets.end : 1);
  const cut = buckets ? (buckets.head >= 0 ? 1 : 0) + (buckets.tail >= 0 ? 1 : 0) : 0;
  let group = 0;
  return (runs, phases) => {
    const isAsked = phaseFlags.get(phases) ?? flagsOf(phases);
    phaseFlags.set(phases, isAsked);
    group += 1;
    let found = 0;
    let any = 0;
    for (const [start, end] of runs) {
      for (let cell = start; cell < end; cell++) {
        if (bases[cell] !== basis || isAsked[phase[cell] as number] === 0 || !isLeft(cell)) continue;
        if (!bucketOf) return 1;
        any = 1;
        const bucket = records[cell] === 0 ? -1 : bucketOf(cell);
        if (bucket < 0 || last[bucket] === group) continue;
        last[bucket] = group;
        found += 1;
      }
    }
    return found + any * cut;
  };
}

/** 1 for each phase of cells that is among these. */
function flagsOf(phases: readonly number[]): Uint8Array {
  return Uint8Array.from({ length: EVERY_PHASE }, (_, it) =>
    Number(phases.includes(EVERY_PHASE) || phases.includes(it)),
  );
}

/** In which of the buckets wholly within a period a cell is counted; -1 for none. */
function bucketOfCells({ cells, days, calendar }: Cube, { step, start, end }: Buckets) {
  const { from, to, day } = cells;
  const { bucketOf, last } = calendar(step);
  return (cell: number): number => {
    const drawnOn = day[cell] as number;
    const first = from[cell] as number;
    const on = drawnOn === NO_DAY ? first : drawnOn;
    if (on === OPEN_START) return -1;
    const bucket = bucketOf[rankOf(days, on)] as number;
    if (bucket < start || bucket >= end) return -1;
    const until = to[cell] as number;
    const isDated = drawnOn !== NO_DAY || first === until;
    return isDated || (step !== 'day' && until <= (last[bucket] as number)) ? bucket : -1;
  };
}

/**
 * How many buckets the time axis of an answer has, with those in which nothing is: as many as the asked days fill, of
 * which an open end is that of the cube's extent. 0 where counts are not asked for by period.
 */
export function axisLength(cube: Cube, query: ChartQuery): number {
  const { by, from, to, every } = query;
  if (!by.includes('period')) return 0;
  const { extent } = countedOf(cube, query);
  if (!extent) return 0;
  const days = (to ?? extent.to) - (from ?? extent.from) + 1;
  return days > 0 ? bucketCount(days, every) : 0;
}

function bucketsIn(
  cube: Cube,
  { step, from, to, start, end, head, tail }: Buckets,
  parts: readonly Series[],
) {
  let found = (head >= 0 ? 1 : 0) + (tail >= 0 ? 1 : 0);
  for (const part of parts) {
    const prefix = cube.buckets(part, step);
    found += entriesIn(prefix, seek(prefix, start), seek(prefix, end));
    if (part.drawn) found += seek(part.drawn.prefix, to + 1) - seek(part.drawn.prefix, from);
  }
  return found;
}
