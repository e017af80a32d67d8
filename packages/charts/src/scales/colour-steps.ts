import { type Estimate, isUnnumbered, type MeasureId } from '@article21/model';
import { colourOf } from '../marks/mark.ts';
import { type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { SMALLEST, textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import { rampOf } from './ramp.ts';

const MOST_STEPS = 6;

/** Steps of colour for the least that is stated, of one measure. */
export interface Shades {
  /** The colour of a cell; the ground where sources state no number, or zero. */
  fill(estimate: Estimate): string;
  key: readonly Swatch[];
}

/**
 * At most six steps at round numbers, up to the highest count; each a range that the key names. Where all counts are in one
 * step, it has the measure's own colour.
 */
export function shadesOf(estimates: readonly Estimate[], measure: MeasureId, plot: Plot): Shades {
  const { theme } = plot;
  const numbered = estimates.filter((it) => !isUnnumbered(it) && it.low > 0);
  const highest = numbered.reduce((most, it) => Math.max(most, it.low), 0);
  const starts = startsUpTo(highest);
  const ramp = rampOf((own) => colourOf(measure, { ...plot, theme: own }), starts.length, theme);
  const stepOf = (low: number) => starts.findLastIndex((start) => start <= Math.max(1, low));
  const used = new Set(numbered.map((it) => stepOf(it.low)));
  const [first, last] = [Math.min(...used), Math.max(...used)];
  const key = starts.map((start, i) => {
    const end = i === starts.length - 1 ? Math.floor(highest) : (starts[i + 1] ?? start) - 1;
    const { number } = plot.words;
    const text = end > start ? `${number(start)}–${number(end)}` : number(start);
    return { text, fill: ramp[i] ?? theme.ground };
  });
  return {
    fill: ({ low }) => {
      if (low <= 0) return theme.ground;
      return last > first ? (ramp[stepOf(low)] ?? theme.ground) : colourOf(measure, plot);
    },
    // One step says no more than the numbers do; between two, none is left out.
    key: last > first ? key.slice(first, last + 1) : [],
  };
}

/** What a key says of shades, where counts reach beyond their least: a cell of 30 to 40 has the colour of 30. */
export function shadeKey(estimates: readonly Estimate[], plot: Plot): string[] {
  const ranged = estimates.some(({ low, high }) => low > 0 && high !== low);
  return ranged ? [plot.words.drawing.legend.shade] : [];
}

const SWATCH_FONT = { size: SMALLEST };
const SWATCH_SIDE = 12;
const SWATCH_GAP = 6;
const SWATCH_BETWEEN = 16;
const SWATCH_LINE = 20;

/** A colour and what it stands for. */
export interface Swatch {
  text: string;
  fill: string;
  /** Whether its colour is so light that it has an edge. */
  edged?: boolean | undefined;
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
  for (const { text, fill, edged } of items) {
    const [line = ''] = wrap(text, width - SWATCH_SIDE - SWATCH_GAP, SWATCH_FONT, 1);
    const needed = SWATCH_SIDE + SWATCH_GAP + Math.ceil(textWidth(line, SWATCH_FONT));
    if (x > 0 && x + needed > width) {
      x = 0;
      y += SWATCH_LINE;
    }
    const square = { x: left + x, y: y + 2, width: SWATCH_SIDE, height: SWATCH_SIDE };
    shapes.push(
      { type: 'rect', shape: square, style: edged ? { fill, stroke: theme.muted } : { fill }, silent: true },
      textShape(line, { x: left + x + SWATCH_SIDE + SWATCH_GAP, y: y + SWATCH_SIDE / 2 + 2 }, theme, {
        fontSize: SWATCH_FONT.size,
      }),
    );
    x += needed + SWATCH_BETWEEN;
  }
  return { shapes, height: items.length === 0 ? 0 : y - top + SWATCH_LINE + 4 };
}

/** Numbers at which steps begin, the closest first: each twice, about three times, or ten times the one before. */
const SERIES = [[1, 2, 5], [1, 3], [1]];

/** The closest of them that reach a number in at most six steps; where even tens are too many, the last six of those. */
function startsUpTo(highest: number): number[] {
  const all = SERIES.map((series) => {
    const starts: number[] = [];
    for (let power = 1; power <= highest; power *= 10)
      for (const n of series) if (n * power <= highest) starts.push(n * power);
    return starts;
  });
  const fitting = all.find((starts) => starts.length <= MOST_STEPS) ?? all.at(-1) ?? [];
  return fitting.slice(-MOST_STEPS).map((start, i) => (i === 0 ? 1 : start));
}
