import { columnWidth, type LabelledColumns } from './columns.ts';
import type { Box } from './panel.ts';
import { type Corners, createOutline, type Outline, outlined } from './path.ts';
import { type Drawn, eachColumn, eachPixel, sharePixels } from './pixels.ts';
import type { Plot } from './plot.ts';
import { uprightIn } from './scale.ts';
import type { Shape } from './shape.ts';
import type { Theme } from './theme.ts';
import type { TimeAxis } from './time.ts';
import { ARROW, arrowHead } from './uncertainty/arrow.ts';
import { endOf } from './uncertainty/extent.ts';
import { stripes } from './uncertainty/hatch.ts';
import { drawLabel } from './uncertainty/label.ts';
import { LOZENGE, lozengePoints, UNDER } from './uncertainty/lozenge.ts';
import { RING } from './uncertainty/ring.ts';

/** More marks than this in one picture are drawn together: each as an element of its own would keep a reader waiting. */
export const MANY = 60;

/** A narrower column has no outline around its hatching: the outline alone would look solid. */
const OUTLINED = 4;
const ABOVE = 11;
const FLAT: Corners = [0, 0, 0, 0];
/** Where sources say "about". */
const TOP: Corners = [6, 6, 0, 0];

/**
 * The columns of a plot as a few paths: what is solid, what is hatched, the arrows, the rings. They look as if each was
 * drawn by itself; labels are texts of their own, above all of them.
 */
export function together(plot: LabelledColumns, colour: string, theme: Theme): Shape[] {
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
  const hatching = { fill: theme.ground, decal: stripes(colour) };
  return [
    ...outlined(solids(drawn, y), { fill: colour }),
    ...outlined(
      hatches(drawn, y),
      width < OUTLINED ? hatching : { ...hatching, stroke: colour, lineWidth: 1 },
    ),
    ...outlined(arrows(drawn, y), { stroke: colour, lineWidth: 1.75, fill: 'none' }),
    ...texts,
    ...outlined(rings(plot, band, y), { fill: theme.ground, stroke: theme.ink, lineWidth: 1 }),
    ...outlined(lozenges(plot, band, y), { fill: theme.ground, stroke: theme.ink, lineWidth: 1 }),
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
function solids(drawn: readonly Drawn[], y: Height): Outline {
  const outline = createOutline();
  for (const { left, width, low, high, round } of drawn)
    if (low !== null && low > 0)
      outline.rect({ x: left, y: y(low), width, height: y(0) - y(low) }, round && high === low ? TOP : FLAT);
  return outline;
}

function hatches(drawn: readonly Drawn[], y: Height): Outline {
  const outline = createOutline();
  for (const { left, width, low, high, round } of drawn)
    if (low !== null && high > low)
      outline.rect({ x: left, y: y(high), width, height: y(low) - y(high) }, round ? TOP : FLAT);
  return outline;
}

function arrows(drawn: readonly Drawn[], y: Height): Outline {
  const outline = createOutline();
  for (const { open, middle, width } of drawn) {
    if (open === null) continue;
    const [tip, head] = [y(open) - ARROW + 2, arrowHead(width)];
    outline.line([
      [middle, y(open)],
      [middle, tip],
    ]);
    outline.line([
      [middle - head, tip + head],
      [middle, tip],
      [middle + head, tip + head],
    ]);
  }
  return outline;
}

/** A ring for reports without a number whose badge has no room; rings that would cover each other are one. */
function rings({ columns, labels, box }: LabelledColumns, band: number, y: Height): Outline {
  const outline = createOutline();
  const last = { x: Number.NEGATIVE_INFINITY, y: 0 };
  columns.forEach(({ bucket, estimate }, i) => {
    if (labels[i] || estimate.unnumbered === 0) return;
    const x = box.left + (bucket + 0.5) * band;
    const middle = topOf(endOf(estimate), estimate.high === null, y) - ABOVE + 4;
    if (x - last.x < RING + 1 && Math.abs(middle - last.y) < RING + 1) return;
    outline.circle(x, middle, RING / 2);
    Object.assign(last, { x, y: middle });
  });
  return outline;
}

/** A lozenge under what stands on the day of an assembly; those that would cover each other are one. */
function lozenges({ columns, box }: LabelledColumns, band: number, y: Height): Outline {
  const outline = createOutline();
  let last = Number.NEGATIVE_INFINITY;
  for (const { bucket, assemblyDay } of columns) {
    const x = box.left + (bucket + 0.5) * band;
    if (!assemblyDay || x - last < LOZENGE + 1) continue;
    outline.line(lozengePoints(x, y(0) + UNDER));
    last = x;
  }
  return outline;
}

function topOf(end: number, open: boolean, y: Height): number {
  return y(end) - (open ? ARROW : 0);
}
