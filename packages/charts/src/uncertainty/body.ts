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
