import { type Box, target } from '../panel.ts';
import type { Plot } from '../plot.ts';
import { estimateOf, type Row } from '../rows.ts';
import { type Shape, textShape } from '../shape.ts';
import { textWidth } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { drawLabel, valueLabel } from '../uncertainty/label.ts';

const FONT = { size: 13 };
const LINE = 26;
const GAP = 8;
const BETWEEN = 28;

/** The places that a map has no point for, in words: what stands over them, and how each is drawn. */
export interface Listed {
  shapes: Shape[];
  items: readonly Shape[][];
  height: number;
}

/** Lists rows from left to right with their numbers, in as many lines as they need. */
export function listOf(rows: readonly Row[], top: number, plot: Plot): Listed {
  if (rows.length === 0) return { shapes: [], items: [], height: 0 };
  const { theme } = plot;
  const left = plot.left;
  const width = plot.width;
  const title = `${plot.words.drawing.notOnMap}:`;
  let x = Math.ceil(textWidth(title, FONT)) + 12;
  let y = top + LINE / 2;
  const items = rows.map((row) => {
    const label = valueLabel(estimateOf(row.estimate), plot.words);
    const [name = ''] = wrap(row.name, width - label.width - GAP, FONT, 1);
    const named = Math.ceil(textWidth(name, FONT)) + GAP;
    if (x > 0 && x + named + label.width > width) {
      x = 0;
      y += LINE;
    }
    const box: Box = {
      left: left + x - 4,
      top: y - LINE / 2 + 1,
      width: named + label.width + 8,
      height: LINE - 2,
    };
    const shapes = [
      target(box, theme),
      textShape(name, { x: left + x, y }, theme),
      ...drawLabel(label, left + x + named, y, theme),
    ];
    x += named + label.width + BETWEEN;
    return shapes;
  });
  const heading = textShape(title, { x: left, y: top + LINE / 2 }, theme, { fill: theme.muted });
  return { shapes: [heading], items, height: y - top + LINE / 2 };
}
