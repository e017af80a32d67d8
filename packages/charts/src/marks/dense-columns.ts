import { type Estimate, isUnnumbered } from '@article21/model';
import type { HitTest } from '../layout/panel.ts';
import type { Plot } from '../plot.ts';
import type { TimeAxis } from '../scales/time-axis.ts';
import { uprightIn } from '../scales/value-axis.ts';
import type { Theme } from '../theme.ts';
import { endOf, OPEN_END, OPEN_LINES } from './bar.ts';
import { type Column, columnWidth, hasRoomForRings, type LabelledColumns } from './column-labels.ts';
import { daySignLines, daySignsOf, daySignsWidth, isClosed, UNDER } from './day-signs.ts';
import { cornersOf, hatched, uncertain } from './hatch.ts';
import { drawLabel, RING } from './label.ts';
import { type Box, type Corners, createOutline, type Outline, outlined, type Shape } from './shape.ts';

/** A narrower column has no room for hatching: it is dashed from the least to the most, in its own width. */
const HATCHED = 4;
const DASHES = [1.5, 2.5];
const ABOVE = 11;
const FLAT: Corners = [0, 0, 0, 0];
/** Where sources say "about". */
const TOP: Corners = [6, 6, 0, 0];

/**
 * The columns of a plot as a few paths: what is solid, what is hatched, the open ends, the rings. They look as if each was
 * drawn by itself; labels are texts of their own, above all of them.
 */
export function denseColumns(plot: LabelledColumns, colour: string, theme: Theme): Shape[] {
  const { columns, labels, box, scale, buckets } = plot;
  const band = box.width / buckets;
  const y = uprightIn(box, scale);
  const shared = sharePixels(band);
  const width = columnWidth(band);
  const drawn = shared ? eachPixel(columns, box, band) : eachColumn(columns, box, band, width);
  const texts = columns.flatMap(({ bucket, estimate }, i) => {
    const label = labels[i];
    if (!label) return [];
    const left = box.left + (bucket + 0.5) * band + label.shift - label.width / 2;
    return drawLabel(label, left, topOf(endOf(estimate), estimate.high === null, y) - ABOVE, theme);
  });
  return [
    ...outlined(solids(drawn, y), { fill: colour }),
    ...(width < HATCHED ? dashes(drawn, width, y, colour) : ranges(drawn, y, colour, theme)),
    ...outlined(openEnds(drawn, y), { stroke: colour, lineWidth: 1, fill: 'none' }),
    ...texts,
    ...outlined(rings(plot, band, y), { fill: theme.ground, stroke: theme.ink, lineWidth: 1 }),
    ...daySigns(plot, band, y, theme),
  ];
}

/** What the picture says where several columns share a pixel; nothing where none do. */
export function sharedNote(
  many: boolean,
  strips: readonly { box: Box }[],
  time: TimeAxis,
  plot: Plot,
): string[] {
  const [first] = strips;
  const shared = many && first !== undefined && sharePixels(first.box.width / time.names.length);
  return shared ? [plot.words.drawing.sharedPixels] : [];
}

type Height = (value: number) => number;

/** What is drawn in one place across: a column, or all the columns that share a pixel. */
interface Drawn {
  left: number;
  width: number;
  /** The middle, where a label or a ring stands. */
  middle: number;
  /** The highest least and the highest most; null where none of them has a number. */
  low: number | null;
  high: number;
  /** The least of the highest one whose top its sources leave open. */
  open: number | null;
  round: boolean;
}

/** Below this many pixels for each bucket, several share a pixel. */
const SHARED = 1;

/** Whether buckets are so narrow that several of them share a pixel. */
function sharePixels(band: number): boolean {
  return band < SHARED;
}

/** Each column by itself. */
function eachColumn(columns: readonly Column[], box: Box, band: number, width: number): Drawn[] {
  return columns.map(({ bucket, estimate }) => {
    const middle = box.left + (bucket + 0.5) * band;
    return { left: middle - width / 2, width, middle, ...endsOf(estimate) };
  });
}

/**
 * The columns that share a pixel as one: solid to the highest least, hatched to the highest most. It is what would be
 * seen if all of them were painted, and no number that nobody states.
 */
function eachPixel(columns: readonly Column[], box: Box, band: number): Drawn[] {
  const pixels = new Map<number, Drawn>();
  const first = Math.floor(box.left);
  for (const { bucket, estimate } of columns) {
    const left = first + Math.floor(bucket * band);
    const drawn = pixels.get(left) ?? { left, width: 1, middle: left + 0.5, ...nothing };
    pixels.set(left, drawn);
    if (isUnnumbered(estimate)) continue;
    drawn.low = Math.max(drawn.low ?? 0, estimate.low);
    drawn.high = Math.max(drawn.high, endOf(estimate));
    if (estimate.high === null) drawn.open = Math.max(drawn.open ?? 0, estimate.low);
  }
  return [...pixels.values()];
}

/** How far from a column, in pixels, it is still meant: a day of ten years is narrower than any pointer. */
const REACH = 4;

/**
 * The places of columns, each as high as the plot and at least a pixel wide, of which the first has the mark with the
 * index `first`. Where several are as near as a pointer can tell, the highest of them is meant, because it is the one
 * that is seen; the arrow keys reach them all.
 */
export function hitTestOfColumns(
  columns: readonly Column[],
  box: Box,
  buckets: number,
  first: number,
): HitTest {
  const { left, top, width, height } = box;
  const band = width / buckets;
  const reach = band >= REACH ? 0 : Math.ceil(REACH / 2 / band);
  // Most drawings go before anybody points at them.
  let byBucket: Map<number, number> | null = null;
  return {
    markAt: (x) => {
      byBucket ??= new Map(columns.map(({ bucket }, i) => [bucket, i]));
      const at = Math.floor((x - left) / band);
      let meant: number | null = null;
      for (let bucket = at - reach; bucket <= at + reach; bucket++) {
        const i = byBucket.get(bucket);
        if (i === undefined) continue;
        if (meant === null || heightOf(columns[i]) > heightOf(columns[meant])) meant = i;
      }
      return meant === null ? null : first + meant;
    },
    boxOf: (dataIndex) => {
      const column = columns[dataIndex];
      const wide = Math.max(1, band);
      return column
        ? { left: left + (column.bucket + 0.5) * band - wide / 2, top, width: wide, height }
        : null;
    },
  };
}

function heightOf(column: Column | undefined): number {
  return column ? endOf(column.estimate) : 0;
}

function solids(drawn: readonly Drawn[], y: Height): Outline {
  const outline = createOutline();
  for (const { left, width, low, high, round } of drawn)
    if (low !== null && low > 0)
      outline.rect({ x: left, y: y(low), width, height: y(0) - y(low) }, round && high === low ? TOP : FLAT);
  return outline;
}

function ranges(drawn: readonly Drawn[], y: Height, colour: string, theme: Theme): Shape[] {
  const outline = createOutline();
  const ranged = drawn.filter(({ low, high }) => low !== null && high > low);
  const areas = ranged.map(({ left, width, low, high, round }) => {
    const [top, height] = [y(high), y(low ?? 0) - y(high)];
    outline.rect({ x: left, y: top, width, height }, round ? TOP : FLAT);
    return cornersOf({ left, top, width, height }, round ? Math.min(TOP[0], width / 2, height) : 0);
  });
  return [
    ...outlined(outline, { fill: theme.ground, stroke: colour, lineWidth: 1 }),
    ...hatched(areas, uncertain, colour),
  ];
}

function dashes(drawn: readonly Drawn[], width: number, y: Height, colour: string): Shape[] {
  const outline = createOutline();
  for (const { middle, low, high } of drawn)
    if (low !== null && high > low)
      outline.line([
        [middle, y(low) - 1],
        [middle, y(high)],
      ]);
  return outlined(outline, { stroke: colour, lineWidth: width, lineDash: DASHES, fill: 'none' });
}

function openEnds(drawn: readonly Drawn[], y: Height): Outline {
  const outline = createOutline();
  for (const { open, left, width } of drawn) {
    if (open === null) continue;
    for (const beyond of OPEN_LINES) {
      const at = y(open) - beyond;
      outline.line([
        [left, at],
        [left + width, at],
      ]);
    }
  }
  return outline;
}

/** A ring for reports without a number whose badge has no room; rings that would cover each other are one. */
function rings({ columns, labels, box }: LabelledColumns, band: number, y: Height): Outline {
  const outline = createOutline();
  const last = { x: Number.NEGATIVE_INFINITY, y: 0 };
  columns.forEach(({ bucket, estimate }, i) => {
    if (labels[i] || estimate.unnumbered === 0 || !hasRoomForRings(band)) return;
    const x = box.left + (bucket + 0.5) * band;
    const middle = topOf(endOf(estimate), estimate.high === null, y) - ABOVE + 4;
    if (x - last.x < RING + 1 && Math.abs(middle - last.y) < RING + 1) return;
    outline.circle(x, middle, RING / 2);
    Object.assign(last, { x, y: middle });
  });
  return outline;
}

/** The signs of days that are not certain, under their columns; those that would cover each other are the first of them. */
function daySigns({ columns, box }: LabelledColumns, band: number, y: Height, theme: Theme): Shape[] {
  const [closed, open] = [createOutline(), createOutline()];
  let free = Number.NEGATIVE_INFINITY;
  for (const { bucket, dating } of columns) {
    const signs = daySignsOf(dating);
    const x = box.left + (bucket + 0.5) * band;
    const half = daySignsWidth(signs) / 2;
    if (signs.length === 0 || x - half < free) continue;
    for (const line of daySignLines(signs, x, y(0) + UNDER)) (isClosed(line) ? closed : open).line(line);
    free = x + half + 1;
  }
  const style = { stroke: theme.ink, lineWidth: 1 };
  return [
    ...outlined(closed, { ...style, fill: theme.ground }),
    ...outlined(open, { ...style, fill: 'none' }),
  ];
}

function topOf(end: number, open: boolean, y: Height): number {
  return y(end) - (open ? OPEN_END : 0);
}

function endsOf(estimate: Estimate) {
  const { low, high, approximate } = estimate;
  if (isUnnumbered(estimate)) return nothing;
  return { low, high: endOf(estimate), open: high === null ? low : null, round: approximate };
}

/** What is drawn where no number is stated. */
const nothing: Pick<Drawn, 'low' | 'high' | 'open' | 'round'> = {
  low: null,
  high: 0,
  open: null,
  round: false,
};
