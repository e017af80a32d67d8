import type { MeasureRows } from './groups.ts';
import { heading } from './heading.ts';
import type { Plot } from './plot.ts';
import { scaleFor } from './scale.ts';
import { type Shape, textShape } from './shape.ts';
import { axisWidth, beside, type Strip } from './strips.ts';
import { wrap } from './text/wrap.ts';

const LEAST = 150;
const GAP = 20;
const NAME = { size: 13, height: 22 };
const HEIGHT = 76;
const TIME = 50;
const BETWEEN = 10;
const MOST_COLUMNS = 4;

/** Small strips side by side, as many in a line as have room, each with the names of its time. */
export function tilesOf(
  groups: readonly MeasureRows[],
  top: number,
  plot: Plot,
): { strips: Strip[]; shapes: Shape[]; bottom: number } {
  const strips: Strip[] = [];
  const shapes: Shape[] = [];
  const scales = groups.map(({ rows }) =>
    scaleFor(
      rows.flatMap((row) => row.counts),
      HEIGHT,
      beside,
      2,
    ),
  );
  const axis = axisWidth(scales, plot);
  const most = Math.max(1, ...groups.map(({ rows }) => rows.length));
  const fitting = Math.floor((plot.width + GAP) / (LEAST + GAP));
  const columns = Math.max(1, Math.min(MOST_COLUMNS, most, fitting));
  const pitch = (plot.width + GAP) / columns;
  let bottom = top;
  groups.forEach(({ measure, any, rows }, g) => {
    const title = heading(measure, !any, bottom, plot);
    shapes.push(...title.shapes);
    bottom += title.height;
    const scale = scales[g] ?? { end: 1, step: 1 };
    // Numbers of remarks stand between a name and its plot.
    const above = NAME.height + ((plot.annotations ?? []).length > 0 ? 14 : 0);
    const tile = above + HEIGHT + TIME;
    rows.forEach((row, i) => {
      const left = plot.left + (i % columns) * pitch;
      const y = bottom + Math.floor(i / columns) * tile;
      const [name = ''] = wrap(row.name, pitch - GAP, NAME, 1);
      shapes.push(textShape(name, { x: left, y }, plot.theme, { verticalAlign: 'top' }));
      const box = { left: left + axis, top: y + above, width: pitch - GAP - axis, height: HEIGHT };
      strips.push({ row, box, scale, named: true });
    });
    bottom += Math.ceil(rows.length / columns) * tile + BETWEEN;
  });
  return { strips, shapes, bottom };
}
