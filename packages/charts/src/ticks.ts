import type { Box } from './panel.ts';
import type { Plot } from './plot.ts';
import { type Shape, textShape } from './shape.ts';
import type { TimeAxis } from './time.ts';

const LINE = 15;
/** The height that the names of an axis of time take. */
export const TICKS = 38;

/** The names of the buckets under a plot that has no axis of its own. */
export function tickTexts(time: TimeAxis, box: Box, plot: Plot): Shape[] {
  const { theme } = plot;
  const band = box.width / time.names.length;
  return [...time.ticks].flatMap(([i, label]) =>
    label.split('\n').map((line, n) => {
      const at = { x: box.left + (i + 0.5) * band, y: box.top + box.height + 15.5 + n * LINE };
      return textShape(line, at, theme, { align: 'center', fontSize: 12, fill: theme.muted });
    }),
  );
}
