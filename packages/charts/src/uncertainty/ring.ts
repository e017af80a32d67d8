import type { RectShape } from '../shape.ts';
import type { Theme } from '../theme.ts';

/** The width of a ring in pixels. */
export const RING = 6;

/** Reports without a number where their badge has no room: a small ring. */
export function ring(x: number, y: number, theme: Theme): RectShape {
  return {
    type: 'rect',
    shape: { x: x - RING / 2, y: y - RING / 2, width: RING, height: RING, r: RING / 2 },
    style: { fill: theme.ground, stroke: theme.ink, lineWidth: 1 },
    silent: true,
  };
}
