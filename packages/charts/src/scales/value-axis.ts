import type { Estimate } from '@article21/model';
import { endOf } from '../marks/bar.ts';
import { type Box, createOutline, outlined, type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import type { Theme } from '../theme.ts';

/** A scale of values from zero to `end`, with a line at each multiple of `step`. */
export interface Scale {
  end: number;
  step: number;
}

/**
 * A scale on which every count and what stands beside it fits into `length` pixels; `labelRoom` is how many a count needs
 * for its label. Its lines are at whole numbers: there is no half of a detention.
 */
export function scaleFor(
  estimates: readonly Estimate[],
  length: number,
  labelRoom: (estimate: Estimate) => number,
  lines: number,
): Scale {
  const needed = endFor(estimates, length, labelRoom);
  const step = niceStep(needed / lines);
  return { end: Math.ceil(needed / step) * step, step };
}

/** The value at the far end of the tightest scale on which everything fits; 1 when there is no number at all. */
export function endFor(
  estimates: readonly Estimate[],
  length: number,
  labelRoom: (estimate: Estimate) => number,
): number {
  const end = estimates.reduce((most, estimate) => {
    const room = Math.max(length / 10, length - labelRoom(estimate));
    return Math.max(most, (endOf(estimate) * length) / room);
  }, 0);
  return end || 1;
}

/** Where the values of a scale stand in an upright plot: pixels from the top of the picture. */
export function uprightIn(box: Box, scale: Scale): (value: number) => number {
  return (value) => box.top + box.height * (1 - value / scale.end);
}

/** Between a plot and the numbers beside it. */
const GAP = 8;

/** The axis of values of columns: a few quiet lines, each with its number, and the line on which the columns stand. */
export function valueAxis(scale: Scale, box: Box, plot: Plot): Shape[] {
  const { theme } = plot;
  const right = box.left + box.width;
  const yOf = uprightIn(box, scale);
  const lines = createOutline();
  const numbers: Shape[] = [];
  for (let value = 0; value <= scale.end; value += scale.step) {
    const y = yOf(value);
    lines.line([
      [box.left, crisp(y)],
      [right, crisp(y)],
    ]);
    const style = { align: 'right' as const, fontSize: 12, fill: theme.muted };
    numbers.push(textShape(plot.words.number(value), { x: box.left - GAP, y }, theme, style));
  }
  const bottom = box.top + box.height;
  return [
    ...outlined(lines, { stroke: theme.rule, lineWidth: 1, fill: 'none' }),
    ...numbers,
    baseLine([box.left, bottom], [right, bottom], theme),
  ];
}

/** The line on which bars or columns stand, across or upright. */
export function baseLine(from: [number, number], to: [number, number], theme: Theme): Shape {
  const points = [from, to].map(([x, y]): [number, number] =>
    from[0] === to[0] ? [crisp(x), y] : [x, crisp(y)],
  );
  return {
    type: 'polyline',
    shape: { points },
    style: { stroke: theme.baseline, lineWidth: 1 },
    silent: true,
  };
}

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least) ?? 10 * power;
  return Math.max(1, step);
}

/** In the middle of a pixel, where a line of one pixel covers that alone. */
function crisp(position: number): number {
  const half = Math.round(position * 2);
  return (half % 2 === 0 ? half + 1 : half) / 2;
}
