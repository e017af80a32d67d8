import type { Estimate, MeasureId } from '@article21/model';
import { endOf } from '../marks/bar.ts';
import { colourOf } from '../marks/mark.ts';
import { type Box, type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { SMALLEST, textWidth } from '../text/measure.ts';
import { discsOf } from './discs.ts';

const FONT = { size: SMALLEST };
const GAP = 6;
const BETWEEN = 18;
const UNDER = 8;
/** Circles that show what sizes mean: so many, each for a tenth of the one before. */
const MOST = 3;

/** What the sizes of the circles of a map of that size mean: round numbers up to the largest, each with its circle; nothing for a few. */
export function sizeKey(
  estimates: readonly Estimate[],
  { measure, top, map }: { measure: MeasureId; top: number; map: Pick<Box, 'width' | 'height'> },
  plot: Plot,
): { shapes: Shape[]; width: number; height: number } {
  const values = valuesFor(estimates.reduce((most, it) => Math.max(most, endOf(it)), 0));
  const [largest] = values;
  if (largest === undefined || values.length < 2) return { shapes: [], width: 0, height: 0 };
  const { theme, words } = plot;
  const discs = discsOf(estimates, map);
  const height = Math.ceil(2 * discs.radius(largest));
  const shapes: Shape[] = [];
  let x = plot.left;
  for (const value of values) {
    const r = discs.radius(value);
    const text = words.number(value);
    const cy = top + height / 2;
    const style = { fill: 'none', stroke: colourOf(measure, plot), lineWidth: 1.25 };
    shapes.push({ type: 'circle', shape: { cx: x + r, cy, r }, style, silent: true });
    x += 2 * r + GAP;
    shapes.push(textShape(text, { x, y: cy }, theme, { fontSize: FONT.size, fill: theme.muted }));
    x += Math.ceil(textWidth(text, FONT)) + BETWEEN;
  }
  return { shapes, width: x - plot.left, height: height + UNDER };
}

/** The largest of 1, 2, 5, 10, 20 … that is reached, and its tenths. */
function valuesFor(most: number): number[] {
  if (most < 10) return [];
  const power = 10 ** Math.floor(Math.log10(most));
  const first = [5, 2, 1].map((n) => n * power).find((n) => n <= most) ?? power;
  return Array.from({ length: MOST }, (_, i) => first / 10 ** i).filter((value) => value >= 1);
}
