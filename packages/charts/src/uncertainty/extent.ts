import type { Estimate } from '@article21/model';
import type { RectShape } from '../shape.ts';

/**
 * Where a count stands on the picture, in pixels: `zero`, `low` and `high` along its length, `start` and `thickness`
 * across it. A horizontal bar grows to the right, an upright column grows up.
 */
export interface Extent {
  zero: number;
  low: number;
  high: number;
  start: number;
  thickness: number;
  upright: boolean;
}

/** The number up to which a count is drawn: the most; the least where sources leave the top open. */
export function endOf({ low, high }: Pick<Estimate, 'low' | 'high'>): number {
  return high ?? low;
}

/** The rectangle between two positions along an extent. */
export function span(extent: Extent, a: number, b: number): RectShape['shape'] {
  const from = Math.min(a, b);
  const length = Math.abs(b - a);
  return extent.upright
    ? { x: extent.start, y: from, width: extent.thickness, height: length }
    : { x: from, y: extent.start, width: length, height: extent.thickness };
}

/** The corners of a rectangle whose far end is round: about a fifth of the thickness, never more than the length. */
export function roundEnd(extent: Extent, length: number): number[] {
  const radius = Math.min(extent.thickness / 2, 6, length);
  return extent.upright ? [radius, radius, 0, 0] : [0, radius, radius, 0];
}

/** A point, given along and across an extent. */
export function point(extent: Extent, along: number, across: number): [number, number] {
  return extent.upright ? [across, along] : [along, across];
}

/** 1 or -1: the way in which pixels grow along an extent. */
export function direction(extent: Extent): 1 | -1 {
  return extent.upright ? -1 : 1;
}
