import type { MeasureRows } from './groups.ts';
import { heading } from './heading.ts';
import type { Box } from './panel.ts';
import type { Plot } from './plot.ts';
import type { Row } from './rows.ts';
import { type Scale, scaleFor } from './scale.ts';
import { type Shape, type TextShape, textShape } from './shape.ts';
import { textWidth } from './text/width.ts';
import { wrap } from './text/wrap.ts';
import { ARROW } from './uncertainty/arrow.ts';

const ABOVE = 24;
const BETWEEN = 24;
const NAME = { size: 13, height: 24 };
const TIME = 38;
const AIR = 14;

/** The columns of one place: where they stand, and on which scale. */
export interface Strip {
  row: Row;
  box: Box;
  scale: Scale;
  /** Whether the names of its buckets stand under it; the lowest has them for all. */
  named: boolean;
}

/** What stands right above the first strip of a measure, given by the group's index, and where that strip would begin. */
export type Lead = (group: number, box: Box, scale: Scale) => { shapes: readonly Shape[]; height: number };

/** Strips from top to bottom, all of one width, with their names; those of one measure share a scale. */
export function stripsOf(
  groups: readonly MeasureRows[],
  top: number,
  plot: Plot,
  lead: Lead = () => ({ shapes: [], height: 0 }),
): { strips: Strip[]; shapes: Shape[]; bottom: number } {
  const strips: Strip[] = [];
  const shapes: Shape[] = [];
  const count = groups.reduce((n, group) => n + group.rows.length, 0);
  const scales = groups.map((group) => scaleOf(group, heightOf(group, groups.length)));
  const left = plot.left + axisWidth(scales, plot);
  const width = plot.left + plot.width - left;
  let bottom = top;
  groups.forEach((group, g) => {
    const title = heading(group.measure, !group.any, bottom, plot);
    shapes.push(...title.shapes);
    bottom += title.height;
    const height = heightOf(group, groups.length);
    const scale = scales[g] ?? { end: 1, step: 1 };
    for (const row of group.rows) {
      if (row.place !== undefined) {
        shapes.push(nameOf(row, bottom, plot));
        bottom += NAME.height;
      }
      if (row === group.rows[0]) {
        const above = lead(g, { left, top: bottom, width, height }, scale);
        shapes.push(...above.shapes);
        bottom += above.height;
      }
      strips.push({
        row,
        box: { left, top: bottom, width, height },
        scale,
        named: strips.length === count - 1,
      });
      bottom += height + (strips.length === count ? TIME : AIR);
    }
    bottom += BETWEEN - AIR;
  });
  return { strips, shapes, bottom };
}

/** The pixels that a column needs above it, for its label and its arrow. */
export function beside({ high }: { high: number | null }): number {
  return ABOVE + (high === null ? ARROW : 0);
}

function heightOf(group: MeasureRows, groups: number): number {
  const alone = groups === 1 ? 220 : 120;
  return Math.max(64, Math.round(alone / Math.max(1, group.rows.length ** 0.6)));
}

function scaleOf(group: MeasureRows, height: number): Scale {
  const estimates = group.rows.flatMap((row) => row.counts);
  return scaleFor(estimates, height, beside, height < 100 ? 2 : 4);
}

/** The pixels that the numbers left of plots take. */
export function axisWidth(scales: readonly Scale[], plot: Plot): number {
  const widths = scales.map(({ end }) => textWidth(plot.words.number(end), { size: 12 }));
  return Math.ceil(Math.max(0, ...widths)) + 8;
}

function nameOf(row: Row, top: number, plot: Plot): TextShape {
  const [name = ''] = wrap(row.name, plot.width, NAME, 1);
  const at = { x: plot.left, y: top };
  return textShape(name, at, plot.theme, { verticalAlign: 'top' });
}
