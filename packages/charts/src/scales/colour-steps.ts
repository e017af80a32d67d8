import { type Estimate, isUnnumbered, type MeasureId } from '@article21/model';
import { colourOf } from '../marks/mark.ts';
import { type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import { contrastOn, inEach, mix, type Theme } from '../theme.ts';

const MOST_STEPS = 5;
const LIGHTEST = 0.16;
/** More than WCAG asks for: the letters in cells are small. */
const LEGIBLE = 6;

/** Steps of colour for the least that is stated, of one measure. */
export interface Shades {
  /** The colour of a cell; the ground where sources state no number, or zero. */
  fill(estimate: Estimate): string;
  key: readonly Swatch[];
}

/** At most five steps at round numbers, up to the highest count. */
export function shadesOf(estimates: readonly Estimate[], measure: MeasureId, plot: Plot): Shades {
  const { theme } = plot;
  const numbered = estimates.filter((it) => !isUnnumbered(it) && it.low > 0);
  const highest = Math.max(0, ...numbered.map((it) => it.low));
  const starts = startsUpTo(highest);
  const shade = (step: number) =>
    inEach(theme, (own) => {
      const colour = colourOf(measure, own);
      return mix(own.ground, colour, (strongest(colour, own) * (step + 1)) / starts.length || LIGHTEST);
    });
  const stepOf = (low: number) => starts.findLastIndex((start) => start <= Math.max(1, low));
  const used = numbered.map((it) => stepOf(it.low));
  const [first, last] = [Math.min(...used), Math.max(...used)];
  const key = starts.map((start, i) => {
    const end = i === starts.length - 1 ? Math.floor(highest) : (starts[i + 1] ?? start) - 1;
    const { number } = plot.words;
    const text = end > start ? `${number(start)}–${number(end)}` : number(start);
    return { text, fill: shade(i), stroke: colourOf(measure, theme) };
  });
  return {
    fill: ({ low }) => (low > 0 ? shade(stepOf(low)) : theme.ground),
    // One step says no more than the numbers do; between two, none is left out.
    key: last > first ? key.slice(first, last + 1) : [],
  };
}

/** How much of a colour the darkest step has: all of it, or less where letters on it could hardly be read. */
function strongest(colour: string, theme: Theme): number {
  const shares = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7];
  return shares.find((share) => contrastOn(mix(theme.ground, colour, share), theme) >= LEGIBLE) ?? 1;
}

/** What a key says of shades, where counts reach beyond their least: a cell of 30 to 40 has the colour of 30. */
export function shadeKey(estimates: readonly Estimate[], plot: Plot): string[] {
  const ranged = estimates.some(({ low, high }) => low > 0 && high !== low);
  return ranged ? [plot.words.drawing.legend.shade] : [];
}

const SWATCH_FONT = { size: 12 };
const SWATCH_SIDE = 12;
const SWATCH_GAP = 6;
const SWATCH_BETWEEN = 16;
const SWATCH_LINE = 20;

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
  const { theme, left } = plot;
  const width = plot.width;
  const shapes: Shape[] = [];
  let x = 0;
  let y = top;
  for (const { text, fill, stroke } of items) {
    const [line = ''] = wrap(text, width - SWATCH_SIDE - SWATCH_GAP, SWATCH_FONT, 1);
    const needed = SWATCH_SIDE + SWATCH_GAP + Math.ceil(textWidth(line, SWATCH_FONT));
    if (x > 0 && x + needed > width) {
      x = 0;
      y += SWATCH_LINE;
    }
    const square = { x: left + x + 0.5, y: y + 2.5, width: SWATCH_SIDE - 1, height: SWATCH_SIDE - 1 };
    shapes.push(
      { type: 'rect', shape: square, style: { fill, stroke, lineWidth: 1 }, silent: true },
      textShape(line, { x: left + x + SWATCH_SIDE + SWATCH_GAP, y: y + SWATCH_SIDE / 2 + 2 }, theme, {
        fontSize: SWATCH_FONT.size,
      }),
    );
    x += needed + SWATCH_BETWEEN;
  }
  return { shapes, height: items.length === 0 ? 0 : y - top + SWATCH_LINE + 4 };
}

/** The last five of 1, 2, 5, 10, 20 … that are reached; the first begins at 1. */
function startsUpTo(highest: number): number[] {
  const starts: number[] = [];
  for (let power = 1; power <= highest; power *= 10)
    for (const n of [1, 2, 5]) if (n * power <= highest) starts.push(n * power);
  return starts.slice(-MOST_STEPS).map((start, i) => (i === 0 ? 1 : start));
}
