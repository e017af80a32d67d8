import { type Count, type Estimate, exactly, isUnnumbered } from '@article21/model';
import type { Mark } from '../chart.ts';
import { estimateOf, type Row } from '../data/rows.ts';
import { type Area, areaPanel, type Panel } from '../layout/panel.ts';
import { type TimedStrip, withHeadroom } from '../layout/strips.ts';
import type { Plot } from '../plot.ts';
import type { Swatch } from '../scales/colour-steps.ts';
import { type TimeAxis, tickTexts } from '../scales/time-axis.ts';
import { uprightIn, valueAxis } from '../scales/value-axis.ts';
import { SMALLEST } from '../text/measure.ts';
import { inkOn, type Theme } from '../theme.ts';
import { above, bodyEnd, type Extent, endOf, endsRound, solid } from './bar.ts';
import {
  type Column,
  columnWidth,
  hasRoomForRings,
  labelBoxes,
  type PlacedLabel,
  placeLabels,
  reportsOf,
} from './column-labels.ts';
import { daySignShapes, daySignsOf, UNDER } from './day-signs.ts';
import { drawLabel, ring } from './label.ts';
import { markOfCount } from './mark.ts';
import type { PartLook } from './part-looks.ts';
import { type Box, merged, type Shape, textShape } from './shape.ts';

export const WIDEST_STACK = 120;
/** How high a badge stands over its column. */
const BADGE = 20;
/** Columns of fewer pixels have no gaps between their parts. */
const THIN = 4;

export const SEGMENT_NAME = { size: SMALLEST, height: 18, air: 10 };

/** The least that one place has in one period: from where to where in its column. */
export interface Segment {
  row: Row;
  count: Count;
  bucket: number;
  look: PartLook;
  from: number;
  to: number;
  /** Its place's name, in the one segment that has room for it. */
  name?: string;
}

/** Segments by period, the same places in the same order in each; the key is empty where each place's name has room in a segment. */
export interface Stack {
  time: TimeAxis;
  segments: readonly Segment[];
  key: readonly Swatch[];
}

/** Where values stand in the plot of a stack. */
interface Frame {
  box: Box;
  band: number;
  y(value: number): number;
  theme: Theme;
}

/** The plot of a stack: its segments are marks, what is open of all together stands on top of them. */
export function stackPanel(
  { segments, time, box, scale, named, row: whole, annotated }: Stack & TimedStrip,
  position: { panel: number; mark: number; many: boolean },
  draw: (labels: readonly Box[]) => readonly Shape[],
  plot: Plot,
): { panel: Panel; marks: Mark[]; ringed: boolean; untold: number } {
  const { theme } = plot;
  const y = uprightIn(box, scale);
  const frame = { box, band: box.width / time.names.length, y, theme };
  const marks = segments.map(({ row, count }, i) =>
    markOfCount(row, count, { index: position.mark + i, seriesIndex: position.panel, dataIndex: i }, plot),
  );
  const columns = whole.counts.map((it) => ({
    bucket: time.indexOf(it.period ?? ''),
    estimate: estimateOf(it),
    dating: it,
    annotated: annotated?.has(it.period ?? '') ?? false,
  }));
  const bars = { columns, box, scale, buckets: time.names.length };
  const labels = placeLabels(bars, plot.words, WIDEST_STACK);
  const behind = draw(labelBoxes({ ...bars, labels }));
  const tops = columns.flatMap((column, i) => topShapes(column, labels[i] ?? null, frame));
  const ends = new Map(columns.map(({ bucket, estimate }) => [bucket, estimate]));
  const names = named ? tickTexts(time, box, plot) : [];
  const flat = segments.filter((it) => it.to === it.from);
  const areas = segments.map((segment) => {
    const area = segmentArea(segment, ends, frame);
    if (segment.to > segment.from) return area;
    const level = flat.filter((it) => it.bucket === segment.bucket);
    return { ...area, box: flatBox(segment, level, ends, frame) };
  });
  const around = [...valueAxis(scale, box, plot), ...names, ...behind, ...merged(tops)];
  const panel = areaPanel(
    { box: withHeadroom(box), marks, areas, behind: around, many: position.many },
    theme,
  );
  return { panel, marks, ...reportsOf(columns, labels, frame.band) };
}

/**
 * Where a place is pressed that has no number, and so no height: where the badge of its column stands, beside the others
 * of its kind.
 */
function flatBox(
  segment: Segment,
  level: readonly Segment[],
  ends: ReadonlyMap<number, Estimate>,
  frame: Frame,
): Box {
  const { bucket, to } = segment;
  const whole = ends.get(bucket) ?? exactly(to);
  const extent = extentOf(bucket, 0, whole, frame);
  const width = extent.thickness / level.length;
  const left = extent.start + level.indexOf(segment) * width;
  return { left, width, top: bodyEnd(whole, extent) - BADGE, height: BADGE };
}

function extentOf(bucket: number, from: number, whole: Estimate, { box, band, y }: Frame): Extent {
  const thickness = columnWidth(band, WIDEST_STACK);
  const start = box.left + (bucket + 0.5) * band - thickness / 2;
  return { zero: y(from), low: y(whole.low), high: y(endOf(whole)), start, thickness, upright: true };
}

function topShapes({ bucket, estimate, dating }: Column, label: PlacedLabel, frame: Frame): Shape[] {
  const { theme } = frame;
  const extent = extentOf(bucket, 0, estimate, frame);
  const y = bodyEnd(estimate, extent) - 11;
  const middle = extent.start + extent.thickness / 2;
  return [
    ...(isUnnumbered(estimate) ? [] : above(estimate, extent, theme.muted, theme)),
    ...(label ? drawLabel(label, middle + label.shift - label.width / 2, y, theme) : []),
    ...(!label && estimate.unnumbered > 0 && hasRoomForRings(frame.band) ? [ring(middle, y + 4, theme)] : []),
    ...daySignShapes(daySignsOf(dating), { x: middle, y: frame.y(0) + UNDER }, theme),
  ];
}

function segmentArea(
  { bucket, from, to, look, name }: Segment,
  ends: ReadonlyMap<number, Estimate>,
  frame: Frame,
): Area {
  const { theme } = frame;
  const extent = extentOf(bucket, from, exactly(to), frame);
  const { start: left, thickness: width } = extent;
  const whole = ends.get(bucket);
  const round = whole !== undefined && to === whole.low && to > from && endsRound(whole);
  const block = solid(extent, look.colour, round);
  // A gap between parts of thin columns would be most of what is seen of them.
  const gap = width < THIN ? {} : { stroke: look.edge ?? theme.ground, lineWidth: 1 };
  const style = { ...block.style, ...gap };
  const at = { x: left + width / 2, y: (extent.zero + extent.low) / 2 };
  const text = { align: 'center' as const, fontSize: SEGMENT_NAME.size, fill: inkOn(look.colour, theme) };
  return {
    box: { left, width, top: extent.low, height: extent.zero - extent.low },
    ground: to > from ? [{ ...block, style }] : [],
    signs: name === undefined ? [] : [textShape(name, at, theme, text)],
  };
}
