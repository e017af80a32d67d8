import type { Estimate } from '@article21/model';
import type { Box } from './panel.ts';
import { endOf } from './uncertainty/extent.ts';

/** A scale of values from zero to `end`, with a line at each multiple of `step`. */
export interface Scale {
  end: number;
  step: number;
}

/**
 * A scale on which every count and what stands beside it fits into `length` pixels; `beside` is how many a count needs
 * for its label. Its lines are at whole numbers: there is no half of a detention.
 */
export function scaleFor(
  estimates: readonly Estimate[],
  length: number,
  beside: (estimate: Estimate) => number,
  lines: number,
): Scale {
  const needed = endFor(estimates, length, beside);
  const step = niceStep(needed / lines);
  return { end: Math.ceil(needed / step) * step, step };
}

/** The value at the far end of the tightest scale on which everything fits; 1 when there is no number at all. */
export function endFor(
  estimates: readonly Estimate[],
  length: number,
  beside: (estimate: Estimate) => number,
): number {
  const end = estimates.reduce((most, estimate) => {
    const room = Math.max(length / 10, length - beside(estimate));
    return Math.max(most, (endOf(estimate) * length) / room);
  }, 0);
  return end || 1;
}

/** Where the values of a scale stand in an upright plot: pixels from the top of the picture. */
export function uprightIn(box: Box, scale: Scale): (value: number) => number {
  return (value) => box.top + box.height * (1 - value / scale.end);
}

function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= least) ?? 10 * power;
  return Math.max(1, step);
}
