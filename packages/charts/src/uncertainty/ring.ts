import type { RectShape } from '../shape.ts';
import type { Theme } from '../theme.ts';

const SIZE = 6;

/** Reports without a number where their badge has no room: a small ring. */
export function ring(x: number, y: number, theme: Theme): RectShape {
  return {
    type: 'rect',
    shape: { x: x - SIZE / 2, y: y - SIZE / 2, width: SIZE, height: SIZE, r: SIZE / 2 },
    style: { fill: theme.ground, stroke: theme.ink, lineWidth: 1 },
    silent: true,
  };
}
