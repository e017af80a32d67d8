import type { Drawing } from '@article21/charts';

/** A drawing, the pixels it is laid out on, and those it is shown in. */
export interface Fitted {
  drawing: Drawing;
  width: number;
  height: number;
  shown: { width: number; height: number };
}

/** Below this many pixels no chart can be laid out. */
const NARROWEST = 320;
/** How much larger or smaller than laid out, in steps that nobody sees. */
const factors = Array.from({ length: 36 }, (_, i) => 0.5 * 1.06 ** i);

/**
 * Lays a drawing out for a picture of that size: where it would be too high, it is laid out on a larger ground, and
 * shown smaller as a whole; where it would leave much empty, the other way round. Without a height it is as high as
 * it needs. Null when it would have to be smaller than a quarter: nobody could read it.
 */
export function fit(
  layOut: (width: number) => Drawing,
  { width, height }: { width: number; height: number | null },
): Fitted | null {
  if (height === null) {
    const drawing = layOut(width);
    return { drawing, width, height: drawing.height, shown: { width, height: drawing.height } };
  }
  const shown = { width, height };
  const attempt = (factor: number): Fitted | null => {
    const ground = { width: Math.round(width * factor), height: Math.round(height * factor) };
    const drawing = layOut(ground.width);
    return drawing.height <= ground.height ? { drawing, ...ground, shown } : null;
  };
  const possible = factors.filter((factor) => Math.round(width * factor) >= NARROWEST);
  return firstThatFits(possible, attempt);
}

/** The larger the ground, the more fits: halving finds the smallest with a handful of drawings. */
function firstThatFits(
  ascending: readonly number[],
  attempt: (factor: number) => Fitted | null,
): Fitted | null {
  let found: Fitted | null = null;
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const fitted = attempt(ascending[middle] ?? 1);
    found = fitted ?? found;
    if (fitted) high = middle;
    else low = middle + 1;
  }
  return found;
}
