import {
  bucketCount,
  bucketName,
  bucketStart,
  type Count,
  type Day,
  nextBucket,
  parseBucket,
  type Step,
} from '@article21/model';
import { type Box, type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { SMALLEST, textWidth } from '../text/measure.ts';

/** The buckets of a chart over time, and those of them that are named under it. */
export interface TimeAxis {
  names: readonly string[];
  indexOf(name: string): number;
  /** Bucket to label, the year in a second line where it changes. */
  ticks: ReadonlyMap<number, string>;
}

/** More buckets than pixels on any screen: a hundred years by day. */
const MOST_BUCKETS = 40_000;
const AIR = 14;
const SIZE = 12;
const coarser: readonly Step[] = ['day', 'week', 'month', 'quarter', 'year'];
const years = [2, 5, 10, 20, 50, 100, 500, 1000];

/**
 * The axis of time of the asked period; an end that the query leaves open is where the counts begin or end. Throws
 * when it would have more than 40,000 buckets.
 */
export function timeAxis(drawn: readonly Count[], width: number, plot: Plot): TimeAxis {
  const { every, from, to } = plot.query;
  const rows = plot.axisOf ?? drawn;
  const first = from ?? bucketOf(rows, (a, b) => a < b).from;
  const last = to ?? bucketOf(rows, (a, b) => a > b).to;
  if (bucketCount(last - first + 1, every) > MOST_BUCKETS)
    throw new Error(`too many buckets: ${bucketCount(last - first + 1, every)} (at most ${MOST_BUCKETS})`);
  const starts: Day[] = [];
  for (let day = bucketStart(first, every); day <= last; day = nextBucket(day, every)) starts.push(day);
  const names = starts.map((day) => bucketName(day, every));
  const index = new Map(names.map((name, i) => [name, i]));
  return {
    names,
    indexOf: (name) => {
      const found = index.get(name);
      if (found === undefined)
        throw new Error(`count outside of the axis: ${name} (${names[0]} to ${names.at(-1)})`);
      return found;
    },
    ticks: ticksOf(starts, width / names.length, plot),
  };
}

/** The right end of a label may stand out over the last bucket by a little, but not out of the picture. */
const OVERHANG = 4;

const TICK_LINE = 15;
/** The height that the names of an axis of time take. */
export const TICKS = 38;

/** The names of the buckets under a plot, or above it, where the last line of each stands right over its bucket. */
export function tickTexts(time: TimeAxis, box: Box, plot: Plot, side: 'under' | 'above' = 'under'): Shape[] {
  const { theme } = plot;
  const band = box.width / time.names.length;
  return [...time.ticks].flatMap(([i, label]) =>
    label.split('\n').map((line, n, all) => {
      const y =
        side === 'under'
          ? box.top + box.height + 15.5 + n * TICK_LINE
          : box.top - 10.5 - (all.length - 1 - n) * TICK_LINE;
      const at = { x: box.left + (i + 0.5) * band, y };
      return textShape(line, at, theme, { align: 'center', fontSize: SMALLEST, fill: theme.muted });
    }),
  );
}

/** The bucket of the first or last row; the names of buckets of one step are in the order of time. */
function bucketOf(rows: readonly Count[], before: (a: string, b: string) => boolean): { from: Day; to: Day } {
  const [head] = rows;
  const found = rows.reduce(
    (best, { period = '' }) => (before(period, best) ? period : best),
    head?.period ?? '',
  );
  const bucket = parseBucket(found);
  if (!bucket) throw new Error(`count without a period: ${head?.measure ?? 'none'} ${found}`);
  return bucket;
}

/** Every bucket where its name has room; else only those that begin a week, a month, a quarter, some years. */
function ticksOf(starts: readonly Day[], band: number, plot: Plot): Map<number, string> {
  for (const choice of choicesOf(starts, plot.query.every)) {
    // So many have no room, however short their names are.
    if ((choice.length - 2) * AIR > starts.length * band) continue;
    const labels = labelsOf(choice, starts, band, plot);
    if (labels.size > 0 && fits(labels, band))
      return isYearly(choice, starts, plot) ? byYear(labels, starts) : labels;
  }
  return labelsOf([0], starts, band, plot);
}

/** Buckets to name, fewer and fewer. */
function* choicesOf(starts: readonly Day[], every: Step): Generator<number[]> {
  const all = starts.map((_, i) => i);
  yield all;
  const beginning = (step: Step) => {
    // The first bucket may begin before the week or month that most of it lies in.
    let next = nextBucket(bucketStart((starts[0] ?? 0) - 1, step), step);
    return all.filter((i) => {
      const day = starts[i] ?? 0;
      if (day < next) return false;
      next = nextBucket(bucketStart(day, step), step);
      return true;
    });
  };
  for (const step of coarser.slice(coarser.indexOf(every) + 1)) yield beginning(step);
  const newYears = beginning('year');
  for (const n of years) yield newYears.filter((i) => Number(bucketName(starts[i] ?? 0, 'year')) % n === 0);
}

/** Whether each named bucket begins another year, and none is named by its days. */
function isYearly(choice: readonly number[], starts: readonly Day[], plot: Plot): boolean {
  const days = choice.map((i) => starts[i] ?? 0);
  const isNewYear = days.every((day) => bucketStart(day, 'year') === day);
  return choice.length > 1 && isNewYear && days.every((day) => !tickOf(day, plot).isCut);
}

/** The year alone: "Jan" would stand under all of them. */
function byYear(labels: ReadonlyMap<number, string>, starts: readonly Day[]): Map<number, string> {
  return new Map([...labels.keys()].map((i) => [i, bucketName(starts[i] ?? 0, 'year')]));
}

function labelsOf(
  choice: readonly number[],
  starts: readonly Day[],
  band: number,
  plot: Plot,
): Map<number, string> {
  const labels = new Map<number, string>();
  let year: string | null = null;
  for (const i of choice) {
    const tick = tickOf(starts[i] ?? 0, plot);
    const isNew = tick.year !== null && tick.year !== year;
    const label = isNew ? `${tick.label}${tick.isCut ? ' ' : '\n'}${tick.year}` : tick.label;
    if ((i + 0.5) * band + halfWidth(label) > starts.length * band + OVERHANG) continue;
    labels.set(i, label);
    year = tick.year;
  }
  return labels;
}

/**
 * What stands under a bucket, and its year. One that the asked period cuts is named by the days that are counted: its
 * own name would claim more.
 */
function tickOf(start: Day, { words, query }: Plot) {
  const { every } = query;
  const end = nextBucket(start, every) - 1;
  const from = Math.max(start, query.from ?? start);
  const to = Math.min(end, query.to ?? end);
  if (from === start && to === end) return { ...words.tick(bucketName(start, every)), isCut: false };
  const [first, last] = [from, to].map((day) => words.tick(bucketName(day, 'day')));
  const days = from === to ? last?.label : `${first?.label}\u00a0–\n${last?.label}`;
  return { label: days ?? '', year: last?.year ?? null, isCut: true };
}

function halfWidth(label: string): number {
  return Math.max(...label.split('\n').map((line) => textWidth(line, { size: SIZE }))) / 2;
}

function fits(labels: ReadonlyMap<number, string>, band: number): boolean {
  let right = -Infinity;
  for (const [i, label] of labels) {
    const half = halfWidth(label);
    const middle = (i + 0.5) * band;
    if (middle - half < right) return false;
    right = middle + half + AIR;
  }
  return true;
}
