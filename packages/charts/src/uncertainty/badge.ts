import type { Shape } from '../shape.ts';
import { textShape } from '../shape.ts';
import { textWidth } from '../text/width.ts';
import type { Theme } from '../theme.ts';

const HEIGHT = 16;
const SIZE = 11;

/** The width of a badge in pixels. */
export function badgeWidth(text: string): number {
  return Math.ceil(textWidth(text, { size: SIZE, bold: true })) + 10;
}

/** "+3": reports without a number, which no length can show. `x` is its left edge, `y` its middle. */
export function badge(text: string, x: number, y: number, theme: Theme): Shape[] {
  const width = badgeWidth(text);
  return [
    {
      type: 'rect',
      shape: { x, y: y - HEIGHT / 2, width, height: HEIGHT, r: HEIGHT / 2 },
      style: { fill: theme.ground, stroke: theme.muted, lineWidth: 1 },
      silent: true,
    },
    textShape(text, { x: x + width / 2, y: y + 0.5 }, theme, {
      align: 'center',
      fontSize: SIZE,
      fontWeight: 600,
      fill: theme.ink,
    }),
  ];
}
