import { type Estimate, isUnnumbered } from '@article21/model';
import type { Theme } from '../theme.ts';
import { cornersOf, hatched, uncertain } from './hatch.ts';
import type { LineShape, RectShape, Shape } from './shape.ts';

/**
 * Draws a count with what its sources leave open: solid to low, hatched to high, an end that breaks off in thin lines
 * where the top is open, a round end where they say "about". Reports without a number have no length: they stand in the
 * label's badge.
 */
export function body(estimate: Estimate, extent: Extent, colour: string, theme: Theme): Shape[] {
  if (isUnnumbered(estimate)) return [];
  const least = estimate.low > 0 ? [solid(extent, colour, endsRound(estimate))] : [];
  return [...least, ...above(estimate, extent, colour, theme)];
}

/** Whether what is solid ends round: sources say "about", and nothing is drawn above it. */
export function endsRound({ low, high, approximate }: Estimate): boolean {
  return approximate && high === low;
}

/** Draws what sources leave open above the least: the hatching and the open end. */
export function above(
  { low, high, approximate }: Estimate,
  extent: Extent,
  colour: string,
  theme: Theme,
): Shape[] {
  if (high === null) return openEnd(extent, colour);
  return high > low ? range(extent, colour, theme.ground, approximate) : [];
}

/** Where a body ends along its extent, its open end included. */
export function bodyEnd(estimate: Estimate, extent: Extent): number {
  if (isUnnumbered(estimate)) return extent.zero;
  return estimate.high === null ? extent.low + direction(extent) * OPEN_END : extent.high;
}

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
function span(extent: Extent, a: number, b: number): RectShape['shape'] {
  const from = Math.min(a, b);
  const length = Math.abs(b - a);
  return extent.upright
    ? { x: extent.start, y: from, width: extent.thickness, height: length }
    : { x: from, y: extent.start, width: length, height: extent.thickness };
}

/** The radius of a round end: never more than the length, so that a short bar stays one. */
function roundness(extent: Extent, length: number): number {
  return Math.min(extent.thickness / 2, 6, length);
}

/** The corners of a rectangle whose far end is round. */
function roundEnd(extent: Extent, length: number): number[] {
  const radius = roundness(extent, length);
  return extent.upright ? [radius, radius, 0, 0] : [0, radius, radius, 0];
}

/** A point, given along and across an extent. */
function point(extent: Extent, along: number, across: number): [number, number] {
  return extent.upright ? [across, along] : [along, across];
}

/** 1 or -1: the way in which pixels grow along an extent. */
function direction(extent: Extent): 1 | -1 {
  return extent.upright ? -1 : 1;
}

/** What sources state at least: solid from zero to low; its end is round where they say "about". */
export function solid(extent: Extent, colour: string, round: boolean): RectShape {
  const shape = span(extent, extent.zero, extent.low);
  const corners = round ? { r: roundEnd(extent, Math.abs(extent.low - extent.zero)) } : {};
  return { type: 'rect', shape: { ...shape, ...corners }, style: { fill: colour } };
}

/** What sources state at most: hatched from low to high, round at the end where they say "about". */
function range(extent: Extent, colour: string, ground: string, round: boolean): Shape[] {
  const shape = span(extent, extent.low, extent.high);
  const length = Math.abs(extent.high - extent.low);
  const corners = round ? { r: roundEnd(extent, length) } : {};
  const box = { left: shape.x, top: shape.y, width: shape.width, height: shape.height };
  const area = cornersOf(box, round ? roundness(extent, length) : 0, extent.upright ? 'top' : 'right');
  return [
    {
      type: 'rect',
      shape: { ...shape, ...corners },
      style: { fill: ground, stroke: colour, lineWidth: 1 },
    },
    ...hatched([area], uncertain, colour),
  ];
}

/** How far an open end reaches beyond the least that is stated, in pixels, on every bar. It is no measure of anything. */
export const OPEN_END = 4;
/** How far beyond the end its two lines are. */
export const OPEN_LINES = [1.5, 3.5] as const;

/** The open end of a count whose sources state no upper limit: it breaks off in two thin lines. */
function openEnd(extent: Extent, colour: string): LineShape[] {
  return OPEN_LINES.map((beyond): LineShape => {
    const at = extent.low + direction(extent) * beyond;
    const points = [extent.start, extent.start + extent.thickness].map((across) => point(extent, at, across));
    return { type: 'polyline', shape: { points }, style: { stroke: colour, lineWidth: 1, fill: 'none' } };
  });
}
