import type { Box } from './panel.ts';
import { createOutline, outlined } from './path.ts';
import type { Plot } from './plot.ts';
import { type Scale, uprightIn } from './scale.ts';
import { type Shape, textShape } from './shape.ts';
import type { Theme } from './theme.ts';

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

/** In the middle of a pixel, where a line of one pixel covers that alone. */
function crisp(position: number): number {
  const half = Math.round(position * 2);
  return (half % 2 === 0 ? half + 1 : half) / 2;
}
