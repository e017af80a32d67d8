import { type Estimate, isUnnumbered } from '@article21/model';
import type { Theme } from '../theme.ts';
import type { LineShape, RectShape, Shape } from './shape.ts';

/**
 * Draws a count with what its sources leave open: solid to low, hatched to high, an arrow where the top is open, a
 * round end where they say "about". Reports without a number have no length: they stand in the label's badge.
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

/** Draws what sources leave open above the least: the hatching and the arrow. */
export function above(
  { low, high, approximate }: Estimate,
  extent: Extent,
  colour: string,
  theme: Theme,
): Shape[] {
  if (high === null) return arrow(extent, colour);
  return high > low ? [hatch(extent, colour, theme.ground, approximate)] : [];
}

/** Where a body ends along its extent, its arrow included. */
export function bodyEnd(estimate: Estimate, extent: Extent): number {
  if (isUnnumbered(estimate)) return extent.zero;
  return estimate.high === null ? extent.low + direction(extent) * ARROW : extent.high;
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

/** The corners of a rectangle whose far end is round: about a fifth of the thickness, never more than the length. */
function roundEnd(extent: Extent, length: number): number[] {
  const radius = Math.min(extent.thickness / 2, 6, length);
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
function hatch(extent: Extent, colour: string, ground: string, round: boolean): RectShape {
  const shape = span(extent, extent.low, extent.high);
  const corners = round ? { r: roundEnd(extent, Math.abs(extent.high - extent.low)) } : {};
  return {
    type: 'rect',
    shape: { ...shape, ...corners },
    // A new decal each time, because ECharts writes into the one it is given.
    style: { fill: ground, stroke: colour, lineWidth: 1, decal: stripes(colour) },
  };
}

/** The stripes of an uncertainty, in the colour of what is uncertain. */
export function stripes(color: string) {
  return {
    symbol: 'rect',
    color,
    rotation: -Math.PI / 4,
    dashArrayX: [1, 0] as [number, number],
    dashArrayY: [1.5, 3.5] as [number, number],
  };
}

/** How far an arrow reaches beyond the least that is stated, in pixels. It is no measure of anything. */
export const ARROW = 16;
const HEAD = { narrowest: 1.5, widest: 4.5 };

/** How far the head of an arrow reaches to either side: narrow columns have narrow ones, which leave each other alone. */
export function arrowHead(thickness: number): number {
  return Math.min(HEAD.widest, Math.max(HEAD.narrowest, thickness / 2 + 1));
}

/** The open edge of a count whose sources state no upper limit. */
function arrow(extent: Extent, colour: string): LineShape[] {
  const way = direction(extent);
  const middle = extent.start + extent.thickness / 2;
  const head = arrowHead(extent.thickness);
  const tip = extent.low + way * (ARROW - 2);
  const back = tip - way * head;
  const line = (points: [number, number][]): LineShape => ({
    type: 'polyline',
    shape: { points },
    style: { stroke: colour, lineWidth: 1.75, fill: 'none' },
  });
  return [
    line([point(extent, extent.low, middle), point(extent, tip, middle)]),
    line([
      point(extent, back, middle - head),
      point(extent, tip, middle),
      point(extent, back, middle + head),
    ]),
  ];
}
