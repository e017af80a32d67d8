import { type Estimate, isUnnumbered } from '@article21/model';
import type { Shape } from '../shape.ts';
import type { Theme } from '../theme.ts';
import { ARROW, arrow } from './arrow.ts';
import { direction, type Extent } from './extent.ts';
import { hatch } from './hatch.ts';
import { solid } from './solid.ts';

/**
 * Draws a count with what its sources leave open: solid to low, hatched to high, an arrow where the top is open, a
 * round end where they say "about". Reports without a number have no length: they stand in the label's badge.
 */
export function body(estimate: Estimate, extent: Extent, colour: string, theme: Theme): Shape[] {
  if (isUnnumbered(estimate)) return [];
  const { low, high, approximate } = estimate;
  const ranged = high !== null && high > low;
  const shapes: Shape[] = [];
  if (low > 0) shapes.push(solid(extent, colour, approximate && !ranged && high !== null));
  if (ranged) shapes.push(hatch(extent, colour, theme.ground, approximate));
  if (high === null) shapes.push(...arrow(extent, colour));
  return shapes;
}

/** Where a body ends along its extent, its arrow included. */
export function bodyEnd(estimate: Estimate, extent: Extent): number {
  if (isUnnumbered(estimate)) return extent.zero;
  return estimate.high === null ? extent.low + direction(extent) * ARROW : extent.high;
}
