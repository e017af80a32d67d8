import { type Estimate, isUnnumbered } from '@article21/model';
import { endOf, OPEN_END } from '../marks/bar.ts';
import { circleCorners, hatched, uncertain } from '../marks/hatch.ts';
import type { Box, Shape } from '../marks/shape.ts';
import type { Theme } from '../theme.ts';

const SMALLEST = 2.5;
/** Below this, one is drawn as small as it is. */
const FEW = 6;
/** The radius of a count that has no length. */
const POINT = 3;

/** How large counts are drawn as circles: the area is as the number. */
export interface Discs {
  radius(value: number): number;
}

/** The circles of a map of so many pixels: a low one has small circles, however wide it is. */
export function discsOf(
  estimates: readonly Estimate[],
  { width, height }: Pick<Box, 'width' | 'height'>,
): Discs {
  return discsFor(estimates, Math.max(8, Math.min(30, width / 22, height / 14)));
}

/** Circles of which the largest count has the radius `largest`. */
export function discsFor(estimates: readonly Estimate[], largest: number): Discs {
  const most = Math.max(FEW, ...estimates.map(endOf));
  return { radius: (value) => (value > 0 ? Math.max(SMALLEST, Math.sqrt(value / most) * largest) : 0) };
}

/** How far a count's circle reaches from its middle, with what is open of it. */
export function discReach(estimate: Estimate, discs: Discs): number {
  const least = Math.max(POINT, discs.radius(estimate.low));
  if (isUnnumbered(estimate)) return POINT;
  return estimate.high === null ? least + OPEN_END : Math.max(least, discs.radius(estimate.high));
}

/** A count as a circle: solid for the least, a hatched ring up to the most, a broken ring where the top is open. */
export function disc(
  estimate: Estimate,
  at: { x: number; y: number },
  discs: Discs,
  { colour, theme }: { colour: string; theme: Theme },
): Shape[] {
  const circle = (r: number) => ({ cx: at.x, cy: at.y, r });
  const { low, high } = estimate;
  const reach = discReach(estimate, discs);
  if (isUnnumbered(estimate) || (low === 0 && high === 0))
    return [
      {
        type: 'circle',
        shape: circle(POINT),
        style: { fill: theme.ground, stroke: theme.ink, lineWidth: 1 },
      },
    ];
  const ring: Shape[] =
    high === null
      ? [
          {
            type: 'circle',
            shape: circle(reach),
            style: { fill: 'none', stroke: colour, lineWidth: 1.5, lineDash: [3, 3] },
          },
        ]
      : high > low
        ? [
            {
              type: 'circle',
              shape: circle(reach),
              style: { fill: theme.ground, stroke: colour, lineWidth: 1 },
            },
            ...hatched([circleCorners(at.x, at.y, reach)], uncertain, colour),
          ]
        : [];
  const core: Shape = {
    type: 'circle',
    shape: circle(discs.radius(low)),
    style: { fill: colour, stroke: theme.ground, lineWidth: 1 },
  };
  return [...ring, ...(low > 0 ? [core] : [])];
}
