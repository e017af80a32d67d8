import type { Drawing } from '@article21/charts';

/** A drawing, the pixels it is laid out on, and those it is shown in. */
export interface Fitted {
  drawing: Drawing;
  width: number;
  height: number;
  shown: { width: number; height: number };
  less: Less;
}

/** What a picture shows where not all has room; with neither it shows all. */
export interface Less {
  /** How many places of a list. */
  most?: number | undefined;
  /** How many pixels each plot is higher than it must be. */
  stretch?: number | undefined;
  /** How many measures. */
  measures?: number | undefined;
}

type LayOut = (width: number, less: Less) => Drawing;

/** Below this many pixels no chart can be laid out. */
const NARROWEST = 320;
/** How much larger or smaller than laid out, in steps that nobody sees. */
const factors = Array.from({ length: 36 }, (_, i) => 1.06 ** (i - 12));
/** On what ground the smallest letters, of 10 pixels, are shown in 12, and in 10. */
const READABLE = { well: 10 / 12, just: 1 };
const FEWER = [12, 9, 7, 5, 4, 3, 2, 1];
/** In the largest letters there are so many places at least. */
const FEWEST_WELL = 3;
const STRETCHES = [240, 180, 140, 110, 85, 65, 45, 30, 15, 0];
/** First fewer places of all measures, then fewer measures. */
const choices: readonly { largest: number; measures?: number; fewer: readonly number[] }[] = [
  { largest: READABLE.well, fewer: FEWER.filter((most) => most >= FEWEST_WELL) },
  { largest: READABLE.just, fewer: FEWER },
  { largest: READABLE.just, fewer: FEWER, measures: 2 },
  { largest: READABLE.just, fewer: FEWER, measures: 1 },
  { largest: Number.POSITIVE_INFINITY, fewer: FEWER, measures: 1 },
];

/**
 * Lays a drawing out for a picture of that size. Where not all has room in letters that can be read, of 12 pixels or at least
 * of 10, it has fewer places, and at last fewer measures; where it would leave much empty, it is laid out on a smaller ground
 * and shown larger as a whole. Only what is one thing, as a calendar of ten years, is shown in smaller letters. Without a
 * height it is as high as it needs. Null when it would have to be smaller than a quarter: nobody could read it.
 */
export function fit(
  layOut: LayOut,
  { width, height }: { width: number; height: number | null },
): Fitted | null {
  if (height === null) {
    const drawing = layOut(width, {});
    return { drawing, width, height: drawing.height, shown: { width, height: drawing.height }, less: {} };
  }
  const attempt = (factor: number, less: Less): Fitted | null => {
    const ground = { width: Math.round(width * factor), height: Math.round(height * factor) };
    const drawing = layOut(ground.width, less);
    return drawing.height <= ground.height ? { drawing, ...ground, shown: { width, height }, less } : null;
  };
  const possible = factors.filter((factor) => Math.round(width * factor) >= NARROWEST);
  for (const { largest, measures, fewer } of choices) {
    const grounds = possible.filter((factor, i) => i === 0 || factor <= largest);
    const ground = grounds.at(-1) ?? 1;
    const found =
      attempt(ground, { measures }) ?? first(fewer, (most) => attempt(ground, { most, measures }));
    if (!found) continue;
    const { less } = found;
    // What has less than all takes the room that is left in height, and only then in size.
    const high =
      less.most === undefined ? null : first(STRETCHES, (stretch) => attempt(ground, { ...less, stretch }));
    return first(grounds, (factor) => attempt(factor, (high ?? found).less)) ?? found;
  }
  return null;
}

/** The first that can be made, where each that follows it can, too; null where the last cannot. Halving finds it. */
function first<T>(choices: readonly T[], make: (choice: T) => Fitted | null): Fitted | null {
  const last = choices.at(-1);
  let found = last === undefined ? null : make(last);
  let [low, high] = [0, found ? choices.length - 1 : 0];
  while (low < high) {
    const middle = (low + high) >> 1;
    const made = make(choices[middle] as T);
    found = made ?? found;
    if (made) high = middle;
    else low = middle + 1;
  }
  return found;
}
