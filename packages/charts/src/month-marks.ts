import { bucketName, bucketStart, type Day, nextBucket } from '@article21/model';
import type { Plot } from './plot.ts';
import { type Shape, textShape } from './shape.ts';
import { textWidth } from './text/width.ts';
import type { Theme } from './theme.ts';
import { type Band, cellOf } from './weeks.ts';

const SIZE = 12;
/** The height of the names of months over a band. */
export const MONTHS = 20;

/** The names of months over a band, the year where it changes, and a line before the first day of each month. */
export function monthMarks(
  band: Band,
  { left, top }: { left: number; top: number },
  side: number,
  plot: Plot,
): Shape[] {
  const { theme } = plot;
  const shapes: Shape[] = [];
  const months = monthsOf(band);
  let year: string | null = null;
  months.forEach((day, i) => {
    const { week, weekday } = cellOf(day, band);
    const x = left + week * side;
    const next = months[i + 1];
    const end = next === undefined ? left + band.weeks * side : left + cellOf(next, band).week * side;
    const tick = plot.words.tick(bucketName(day, 'month'));
    const text = tick.year === year || tick.year === null ? tick.label : `${tick.label} ${tick.year}`;
    if (textWidth(text, { size: SIZE }) <= end - x || months.length === 1) {
      const style = { fontSize: SIZE, fill: theme.muted };
      shapes.push(textShape(text, { x: x + 1, y: top + MONTHS / 2 - 2 }, theme, style));
      year = tick.year;
    }
    if (i > 0) shapes.push(boundary({ x, top: top + MONTHS }, weekday, side, theme));
  });
  return shapes;
}

function monthsOf({ from, to }: Band): Day[] {
  const months = [from];
  for (let day = nextBucket(bucketStart(from, 'month'), 'month'); day <= to; day = nextBucket(day, 'month'))
    months.push(day);
  return months;
}

/** From the top to the bottom of a band, around the days of the month before. */
function boundary(
  { x, top }: { x: number; top: number },
  weekday: number,
  side: number,
  theme: Theme,
): Shape {
  const y = top + weekday * side;
  const bottom = top + 7 * side;
  const around: [number, number][] =
    weekday === 0
      ? []
      : [
          [x + side, top],
          [x + side, y],
          [x, y],
        ];
  const points: [number, number][] =
    weekday === 0
      ? [
          [x, top],
          [x, bottom],
        ]
      : [...around, [x, bottom]];
  const style = { stroke: theme.muted, lineWidth: 1, fill: 'none' };
  return { type: 'polyline', shape: { points }, style, silent: true };
}
