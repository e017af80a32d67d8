import type { Words } from '@article21/messages';
import type { Estimate } from '@article21/model';
import type { Scale } from '../scales/value-axis.ts';
import { endOf, OPEN_END } from './bar.ts';
import type { Dating } from './day-signs.ts';
import { RING, type ValueLabel, valueLabel } from './label.ts';
import type { Box } from './shape.ts';

const LABEL_HEIGHT = 18;
const ABOVE = 11;
const AIR = 4;
/** How far above its column the ring ends that stands for a badge without room. */
const RING_TOP = 10;
/** No label is narrower, in pixels: it has one digit. */
const NARROWEST = 5;
const WIDEST = 44;
const SHARE = 0.7;

/** One column of a strip: which bucket it stands in, and what it counts. */
export interface Column {
  bucket: number;
  estimate: Estimate;
  dating: Dating;
  /** Whether an annotation stands on one of its days. */
  annotated?: boolean;
}

/** Columns in one plot. */
interface ColumnPlot {
  columns: readonly Column[];
  box: Box;
  scale: Scale;
  /** How many buckets share the width of the plot. */
  buckets: number;
  /** Whether only the largest and the last column are labelled. */
  sparse?: boolean | undefined;
}

/** Columns with their labels, one for each. */
export interface LabelledColumns extends ColumnPlot {
  labels: readonly PlacedLabel[];
}

/** The label of a column, moved sideways by `shift` pixels to stay in the plot; null where it has no room. */
export type PlacedLabel = (ValueLabel & { shift: number }) | null;

/** How wide a column is: seven tenths of its bucket, at least a pixel. */
export function columnWidth(band: number, widest: number = WIDEST): number {
  return Math.max(1, Math.min(widest, band * SHARE));
}

/** Rings in narrower buckets would be a row of beads, and no picture of the numbers. */
const RING_BAND = 14;

/** Whether reports without a number have a ring where their badge has no room, by the width of a bucket. */
export function hasRoomForRings(band: number): boolean {
  return band >= RING_BAND;
}

/** Whether reports without a number have a ring anywhere, and in how many columns nothing tells of them. */
export function reportsOf(columns: readonly Column[], labels: readonly PlacedLabel[], band: number) {
  const without = columns.filter(({ estimate }, i) => estimate.unnumbered > 0 && !labels[i]).length;
  const ringed = without > 0 && hasRoomForRings(band);
  return { ringed, untold: ringed ? 0 : without };
}

/** A column is labelled only if it is at least this share of the highest one that has no room for its own label. */
const SHARE_OF_UNLABELLED = 0.5;

/**
 * Chooses the columns that are labelled: the highest in any case, then the last one and those that are annotated, then
 * the others by height, each where its label covers neither another label nor another column or its ring. None is labelled
 * beside a much higher one without a label. The others are still in the table and in the description.
 */
export function placeLabels(
  { columns, box, buckets, scale, sparse = false }: ColumnPlot,
  words: Words,
  widest: number = WIDEST,
): PlacedLabel[] {
  const band = box.width / buckets;
  // One number for each bucket: ten years of days are looked up a million times. Not a number where no column is.
  const tops = new Float64Array(buckets).fill(Number.NaN);
  const rings = new Float64Array(buckets).fill(Number.NaN);
  for (const { bucket, estimate } of columns) {
    tops[bucket] = topOf(estimate, box, scale);
    if (estimate.unnumbered > 0 && hasRoomForRings(band)) rings[bucket] = (tops[bucket] ?? 0) - RING_TOP;
  }
  const placed: Rectangle[] = [];
  const labels: PlacedLabel[] = columns.map(() => null);
  const area = (column: Column, width: number) => areaOf(column, width, tops, { width: box.width, band });
  const half = columnWidth(band, widest) / 2;
  const isFree = (column: Column, width: number) => {
    const wanted = area(column, width);
    return (
      !placed.some((other) => meet(wanted, other)) &&
      !reaches(wanted, column.bucket, band, { tops, half }) &&
      !reaches(wanted, column.bucket, band, { tops: rings, half: RING / 2 })
    );
  };
  let leastLabelled = 0;
  const { first, byHeight } = inOrder(columns);
  const order = sparse ? [...new Set([...first, ...byHeight])].slice(0, 2) : [...first, ...byHeight];
  for (const [turn, i] of order.entries()) {
    const column = columns[i];
    if (!column || labels[i]) continue;
    if (endOf(column.estimate) < leastLabelled) {
      // Whoever follows by height is lower still.
      if (turn >= first.length) break;
      continue;
    }
    // Most of many columns have no room for any label; to write one that is then thrown away takes long.
    const label = turn === 0 || isFree(column, NARROWEST) ? valueLabel(column.estimate, words) : null;
    if (!label || (turn > 0 && !isFree(column, label.width))) {
      leastLabelled = Math.max(leastLabelled, endOf(column.estimate) * SHARE_OF_UNLABELLED);
      continue;
    }
    const own = area(column, label.width);
    placed.push(own);
    const middle = (column.bucket + 0.5) * band;
    labels[i] = { ...label, shift: own.left + AIR + label.width / 2 - middle };
  }
  return labels;
}

/** The columns by who chooses first: `first` the highest, the last and the annotated, then all of them by height. */
function inOrder(columns: readonly Column[]): { first: number[]; byHeight: number[] } {
  const heights = Float64Array.from(columns, ({ estimate }) => endOf(estimate));
  const byHeight = columns.map((_, i) => i).sort((a, b) => (heights[b] ?? 0) - (heights[a] ?? 0) || a - b);
  const last = columns.reduce((at, { bucket }, i) => (bucket > (columns[at]?.bucket ?? -1) ? i : at), 0);
  const annotated = byHeight.filter((i) => columns[i]?.annotated);
  return { first: columns.length === 0 ? [] : [byHeight[0] ?? 0, last, ...annotated], byHeight };
}

/** Where labels stand in a plot. */
export function labelBoxes({ columns, labels, box, buckets, scale }: LabelledColumns): Box[] {
  const band = box.width / buckets;
  return columns.flatMap(({ bucket, estimate }, i) => {
    const label = labels[i];
    if (!label) return [];
    const left = box.left + (bucket + 0.5) * band + label.shift - label.width / 2;
    const top = box.top + topOf(estimate, box, scale) - ABOVE - LABEL_HEIGHT / 2;
    return [{ left, top, width: label.width, height: LABEL_HEIGHT }];
  });
}

interface Rectangle {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a label of a width takes, with the air around it. */
function areaOf(
  { bucket }: Column,
  width: number,
  tops: Float64Array,
  plot: { width: number; band: number },
): Rectangle {
  const { band } = plot;
  const left = Math.max(0, Math.min(plot.width - width, (bucket + 0.5) * band - width / 2));
  const y = (tops[bucket] ?? 0) - ABOVE;
  const [top, bottom] = [y - LABEL_HEIGHT / 2, y + LABEL_HEIGHT / 2];
  return { left: left - AIR, right: left + width + AIR, top, bottom };
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether an area covers what stands in the middle of other buckets: so wide to each side, up to these tops. */
function reaches(
  area: Rectangle,
  own: number,
  band: number,
  { tops, half }: { tops: Float64Array; half: number },
): boolean {
  const first = Math.floor((area.left - half) / band);
  const last = Math.ceil((area.right + half) / band);
  for (let bucket = Math.max(0, first); bucket <= last; bucket++) {
    const middle = (bucket + 0.5) * band;
    const isApart = bucket === own || middle + half < area.left || middle - half > area.right;
    if (!isApart && (tops[bucket] ?? Number.NaN) < area.bottom) return true;
  }
  return false;
}

/** Pixels from the strip's top to the end of a column. */
function topOf(estimate: Estimate, box: Box, scale: Scale): number {
  return box.height * (1 - endOf(estimate) / scale.end) - (estimate.high === null ? OPEN_END : 0);
}
