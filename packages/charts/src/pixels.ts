import { type Estimate, isUnnumbered } from '@article21/model';
import type { Column } from './columns.ts';
import type { Box } from './panel.ts';
import { endOf } from './uncertainty/extent.ts';

/** What is drawn in one place across: a column, or all the columns that share a pixel. */
export interface Drawn {
  left: number;
  width: number;
  /** The middle, where an arrow or a ring stands. */
  middle: number;
  /** The highest least and the highest most; null where none of them has a number. */
  low: number | null;
  high: number;
  /** The least of the highest one whose top its sources leave open. */
  open: number | null;
  round: boolean;
}

/** Below this many pixels for each bucket, several share a pixel. */
const SHARED = 1;

/** Whether buckets are so narrow that several of them share a pixel. */
export function sharePixels(band: number): boolean {
  return band < SHARED;
}

/** Each column by itself. */
export function eachColumn(columns: readonly Column[], box: Box, band: number, width: number): Drawn[] {
  return columns.map(({ bucket, estimate }) => {
    const middle = box.left + (bucket + 0.5) * band;
    return { left: middle - width / 2, width, middle, ...endsOf(estimate) };
  });
}

/**
 * The columns that share a pixel as one: solid to the highest least, hatched to the highest most. It is what would be
 * seen if all of them were painted, and no number that nobody states.
 */
export function eachPixel(columns: readonly Column[], box: Box, band: number): Drawn[] {
  const pixels = new Map<number, Drawn>();
  const first = Math.floor(box.left);
  for (const { bucket, estimate } of columns) {
    const left = first + Math.floor(bucket * band);
    const own = endsOf(estimate);
    const before = pixels.get(left);
    if (!before) pixels.set(left, { left, width: 1, middle: left + 0.5, ...own, round: false });
    else {
      before.low = highest(before.low, own.low);
      before.high = Math.max(before.high, own.high);
      before.open = highest(before.open, own.open);
    }
  }
  return [...pixels.values()];
}

function endsOf(estimate: Estimate) {
  const { low, high, approximate } = estimate;
  if (isUnnumbered(estimate)) return { low: null, high: 0, open: null, round: false };
  return { low, high: endOf(estimate), open: high === null ? low : null, round: approximate };
}

function highest(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}
