import { type Estimate, isUnnumbered, type MeasureId } from '@article21/model';
import { colourOf } from './mark.ts';
import type { Plot } from './plot.ts';
import type { Swatch } from './swatches.ts';
import { mix } from './tints.ts';

const MOST = 5;
const LIGHTEST = 0.16;

/** Steps of colour for the least that is stated, of one measure. */
export interface Shades {
  /** The colour of a cell; the ground where sources state no number, or zero. */
  fill(estimate: Estimate): string;
  key: readonly Swatch[];
}

/** At most five steps at round numbers, up to the highest count. */
export function shadesOf(estimates: readonly Estimate[], measure: MeasureId, plot: Plot): Shades {
  const { theme } = plot;
  const colour = colourOf(measure, theme);
  const numbered = estimates.filter((it) => !isUnnumbered(it) && it.low > 0);
  const highest = Math.max(0, ...numbered.map((it) => it.low));
  const starts = startsUpTo(highest);
  const shade = (step: number) => mix(theme.ground, colour, (step + 1) / starts.length || LIGHTEST);
  const stepOf = (low: number) => starts.findLastIndex((start) => start <= Math.max(1, low));
  const used = new Set(numbered.map((it) => stepOf(it.low)));
  const key = starts.map((start, i) => {
    const end = i === starts.length - 1 ? Math.floor(highest) : (starts[i + 1] ?? start) - 1;
    const { number } = plot.words;
    const text = end > start ? `${number(start)}–${number(end)}` : number(start);
    return { text, fill: shade(i), stroke: colour };
  });
  return {
    fill: ({ low }) => (low > 0 ? shade(stepOf(low)) : theme.ground),
    // One step says no more than the numbers do.
    key: used.size > 1 ? key.filter((_, i) => used.has(i)) : [],
  };
}

/** The last five of 1, 2, 5, 10, 20 … that are reached; the first begins at 1. */
function startsUpTo(highest: number): number[] {
  const starts: number[] = [];
  for (let power = 1; power <= highest; power *= 10)
    for (const n of [1, 2, 5]) if (n * power <= highest) starts.push(n * power);
  return starts.slice(-MOST).map((start, i) => (i === 0 ? 1 : start));
}
