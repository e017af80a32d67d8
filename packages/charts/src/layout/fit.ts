import type { Drawing } from '../chart.ts';
import type { ChartContext } from '../plot.ts';
import { SMALLEST } from '../text/measure.ts';

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
  /** Whether dated annotations are left out. */
  unannotated?: boolean | undefined;
  /** While sizes are tried, the last pixel that is of use: what is higher may be drawn in part. */
  highest?: number | undefined;
}

type LayOut = (width: number, less: Less) => Drawing;

/** Below this many pixels no chart can be laid out. */
const NARROWEST = 320;

/** In what letters a drawing is shown, in pixels of its room: of the smallest, those that are wanted, the least, the largest. */
export interface Letters {
  well: number;
  just: number;
  largest: number;
}

const CARD: Letters = { well: 14, just: SMALLEST, largest: SMALLEST * 1.06 ** 12 };
/** A ground is larger or smaller than what is shown of it, in steps that nobody sees, and at most four times as large. */
const STEP = 1.06;
const LARGEST_GROUND = 3.9;
const FEWER = [12, 9, 7, 5, 4, 3, 2, 1];
/** In the largest letters there are so many places at least. */
const FEWEST_WELL = 3;
const STRETCHES = [240, 180, 140, 110, 85, 65, 45, 30, 15, 0];

/** The least that can be drawn: in letters as large as they can be. */
const BARE: Less = { most: 1, measures: 1, unannotated: true };

interface Choice {
  /** The largest ground, for one pixel that is shown. */
  largest: number;
  measures?: number;
  unannotated?: boolean;
  fewer: readonly number[];
}

/** First fewer places of all measures, then fewer measures, then no annotations. */
function choicesFor({ well, just }: Letters): Choice[] {
  return [
    { largest: SMALLEST / well, fewer: FEWER.filter((most) => most >= FEWEST_WELL) },
    { largest: SMALLEST / just, fewer: FEWER },
    { largest: SMALLEST / just, fewer: FEWER, measures: 2 },
    { largest: SMALLEST / just, fewer: FEWER, measures: 1 },
    { largest: SMALLEST / just, fewer: FEWER, measures: 1, unannotated: true },
  ];
}

function factorsFrom(least: number): number[] {
  const count = Math.ceil(Math.log(LARGEST_GROUND / least) / Math.log(STEP));
  return Array.from({ length: count }, (_, i) => least * STEP ** i);
}

/**
 * Lays a drawing out for a picture of that size. Where not all has room in letters that can be read, on a card of 14 pixels or
 * at least of 12, it has fewer places, then fewer measures, and at last no annotations; where it would leave much empty, it is laid out on a smaller ground
 * and shown larger as a whole. Only what is one thing, as a calendar of ten years, is shown in smaller letters. Without a
 * height it is as high as it needs. Null when it would have to be smaller than a quarter: nobody could read it.
 */
export function fit(
  layOut: LayOut,
  { width, height }: { width: number; height: number | null },
  letters: Letters = CARD,
): Fitted | null {
  if (height === null) {
    const drawing = layOut(width, {});
    return { drawing, width, height: drawing.height, shown: { width, height: drawing.height }, less: {} };
  }
  const attempt = (factor: number, less: Less): Fitted | null => {
    const ground = { width: Math.round(width * factor), height: Math.round(height * factor) };
    const drawing = layOut(ground.width, { ...less, highest: ground.height });
    return drawing.height <= ground.height ? { drawing, ...ground, shown: { width, height }, less } : null;
  };
  const possible = factorsFrom(SMALLEST / letters.largest).filter(
    (factor) => Math.round(width * factor) >= NARROWEST,
  );
  for (const { largest, measures, unannotated, fewer } of choicesFor(letters)) {
    const grounds = possible.filter((factor, i) => i === 0 || factor <= largest);
    const ground = grounds.at(-1) ?? 1;
    const found =
      attempt(ground, { measures, unannotated }) ??
      first(fewer, (most) => attempt(ground, { most, measures, unannotated }));
    if (!found) continue;
    const { less } = found;
    // What has less than all takes the room that is left in height, and only then in size.
    const high =
      less.most === undefined
        ? found
        : firstUntil({ ...found, less: { ...less, stretch: 0 } }, STRETCHES, (stretch) =>
            attempt(ground, { ...less, stretch }),
          );
    return firstUntil(high, grounds, (factor) => attempt(factor, high.less));
  }
  return first(possible, (factor) => attempt(factor, BARE));
}

/** The first that can be made, where each that follows it can, too; null where the last cannot. */
function first<T>(choices: readonly T[], make: (choice: T) => Fitted | null): Fitted | null {
  const last = choices.at(-1);
  const made = last === undefined ? null : make(last);
  return made && firstUntil(made, choices, make);
}

/** The first that can be made, where each that follows it can, too, and the last is `made` already. Halving finds it. */
function firstUntil<T>(made: Fitted, choices: readonly T[], make: (choice: T) => Fitted | null): Fitted {
  let found = made;
  let [low, high] = [0, choices.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const tried = make(choices[middle] as T);
    found = tried ?? found;
    if (tried) high = middle;
    else low = middle + 1;
  }
  return found;
}

/** What is drawn of a context where not all of it has room. */
export function lessOf(
  context: ChartContext,
  { highest, most, stretch, measures, unannotated = false }: Less,
): ChartContext {
  const { measure } = context.query;
  const [drawn, undrawn] = [measure.slice(0, measures), measure.slice(measures ?? measure.length)];
  const { annotations = [] } = context;
  const own = unannotated ? { annotations: [], unannotated: annotations.length > 0 } : {};
  return { ...context, ...own, highest, most, stretch, undrawn, query: { ...context.query, measure: drawn } };
}
