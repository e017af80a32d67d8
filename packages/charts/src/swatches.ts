import type { Plot } from './plot.ts';
import { type Shape, textShape } from './shape.ts';
import { textWidth } from './text/width.ts';
import { wrap } from './text/wrap.ts';

const FONT = { size: 12 };
const SIDE = 12;
const GAP = 6;
const BETWEEN = 16;
const LINE = 20;

/** A colour and what it stands for. */
export interface Swatch {
  text: string;
  fill: string;
  stroke: string;
}

/** Colours with their words, one after the other, in as many lines as they need; no height where there is none. */
export function swatches(
  items: readonly Swatch[],
  top: number,
  plot: Plot,
): { shapes: Shape[]; height: number } {
  const { theme } = plot;
  const left = plot.left;
  const width = plot.width;
  const shapes: Shape[] = [];
  let x = 0;
  let y = top;
  for (const { text, fill, stroke } of items) {
    const [line = ''] = wrap(text, width - SIDE - GAP, FONT, 1);
    const needed = SIDE + GAP + Math.ceil(textWidth(line, FONT));
    if (x > 0 && x + needed > width) {
      x = 0;
      y += LINE;
    }
    const square = { x: left + x + 0.5, y: y + 2.5, width: SIDE - 1, height: SIDE - 1 };
    shapes.push(
      { type: 'rect', shape: square, style: { fill, stroke, lineWidth: 1 }, silent: true },
      textShape(line, { x: left + x + SIDE + GAP, y: y + SIDE / 2 + 2 }, theme, { fontSize: FONT.size }),
    );
    x += needed + BETWEEN;
  }
  return { shapes, height: items.length === 0 ? 0 : y - top + LINE + 4 };
}
