import type { Estimate } from '@article21/model';
import { endOf } from '../marks/bar.ts';
import { type Box, createOutline, outlined, type Shape, textShape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { SMALLEST } from '../text/measure.ts';
import type { Theme } from '../theme.ts';

/** A scale of values from zero to `end`, with a line at each multiple of `step`. */
export interface Scale {
  end: number;
  step: number;
}

/** More lines than this are no help, fewer than that are none either. */
const LINES = { most: 6, wanted: { tall: 4, low: 2 } };
/** A plot below this height has few lines, and numbers at its ends only. */
const TALL = 100;
/** The largest count takes at least this share of its scale. */
const LEAST_USED = 0.75;
const NICE = [1, 2, 2.5, 3, 4, 5];

/**
 * The scale of a plot of so many pixels: it ends at the first line above the largest count, which takes at least three
 * quarters of it. Labels have room of their own above it. Lines are at whole numbers: there is no half of a detention.
 */
export function scaleFor(estimates: readonly Estimate[], height: number): Scale {
  const largest = estimates.reduce((most, estimate) => Math.max(most, endOf(estimate)), 0);
  if (largest === 0) return { end: 1, step: 1 };
  const wanted = height < TALL ? LINES.wanted.low : LINES.wanted.tall;
  const scales = niceSteps(largest)
    .map((step) => ({ step, lines: Math.ceil(largest / step) }))
    .filter(({ step, lines }) => lines <= LINES.most && largest / (lines * step) >= LEAST_USED)
    .sort((a, b) => costOf(a, wanted) - costOf(b, wanted));
  const [best] = scales;
  return best ? { end: best.step * best.lines, step: best.step } : { end: largest, step: largest };
}

/** Whole numbers that are easily counted on, from far below a count to the count itself. */
function niceSteps(largest: number): number[] {
  const power = 10 ** Math.floor(Math.log10(largest));
  const steps = [power / 10, power, power * 10].flatMap((unit) => NICE.map((n) => n * unit));
  return steps.filter((step) => Number.isInteger(step) && step >= 1);
}

/** How far a scale is from the wanted number of lines; threes and fours are for where nothing else fits. */
function costOf({ step, lines }: { step: number; lines: number }, wanted: number): number {
  const leading = Number(String(step)[0]);
  return Math.abs(lines - wanted) + (leading === 3 || leading === 4 ? 2.5 : 0);
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

/** Below this share of one scale a plot shows little. */
const FLAT = 1 / 3;

/** Whether plots side by side have a scale each: as the query says, else where they need it. */
export function haveOwnScales(
  plots: readonly (readonly Estimate[])[],
  { query: { axis = null } }: Plot,
): boolean {
  return axis === null ? needOwnScales(plots) : axis === 'own' && plots.length > 1;
}

/**
 * Whether plots side by side need a scale each: on one for all, at least half of them would be flat, because one place is so
 * much larger. The picture must say so then.
 */
function needOwnScales(plots: readonly (readonly Estimate[])[]): boolean {
  const largest = plots.map((plot) => Math.max(0, ...plot.map(endOf))).sort((a, b) => a - b);
  const median = largest[Math.floor(largest.length / 2)] ?? 0;
  return largest.length > 1 && median < FLAT * (largest.at(-1) ?? 0);
}

/** Where the values of a scale stand in an upright plot: pixels from the top of the picture. */
export function uprightIn(box: Box, scale: Scale): (value: number) => number {
  return (value) => box.top + box.height * (1 - value / scale.end);
}

/** Between a plot and the numbers beside it. */
const GAP = 8;
/** Numbers nearer to each other than so many pixels would be crowded. */
const NUMBER_ROOM = 22;

/** The axis of values of columns: a few quiet lines, each with its number, and the line on which the columns stand. */
export function valueAxis(scale: Scale, box: Box, plot: Plot): Shape[] {
  const { theme } = plot;
  const right = box.left + box.width;
  const yOf = uprightIn(box, scale);
  const lines = createOutline();
  const numbers: Shape[] = [];
  for (const value of valuesOf(scale, box.height)) {
    const y = yOf(value);
    lines.line([
      [box.left, crisp(y)],
      [right, crisp(y)],
    ]);
    const style = { align: 'right' as const, fontSize: SMALLEST, fill: theme.muted };
    numbers.push(textShape(plot.words.number(value), { x: box.left - GAP, y }, theme, style));
  }
  const bottom = box.top + box.height;
  return [
    ...outlined(lines, { stroke: theme.rule, lineWidth: 1, fill: 'none' }),
    ...numbers,
    baseLine([box.left, bottom], [right, bottom], theme),
  ];
}

/** The values that have a line and a number: all, or where those would be crowded, both ends and the middle. */
function valuesOf({ end, step }: Scale, height: number): number[] {
  const count = Math.round(end / step);
  const all = Array.from({ length: count + 1 }, (_, i) => i * step);
  const middle = count % 2 === 0 && height / 2 >= NUMBER_ROOM ? [end / 2] : [];
  return height / count >= NUMBER_ROOM ? all : [0, ...middle, end];
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
