import type { LineShape } from '../shape.ts';
import type { Theme } from '../theme.ts';

/** The width of a lozenge in pixels. */
export const LOZENGE = 6;
/** How far under the line on which columns stand its middle is. */
export const UNDER = 5.5;

/** Stands on the day of an assembly, because no source states the day: a small hollow lozenge. */
export function lozenge(x: number, y: number, theme: Theme): LineShape {
  return {
    type: 'polyline',
    shape: { points: lozengePoints(x, y) },
    style: { fill: theme.ground, stroke: theme.ink, lineWidth: 1 },
    silent: true,
  };
}

/** Its corners, the first one again at the end. */
export function lozengePoints(x: number, y: number): [number, number][] {
  const half = LOZENGE / 2;
  return [
    [x, y - half],
    [x + half, y],
    [x, y + half],
    [x - half, y],
    [x, y - half],
  ];
}
