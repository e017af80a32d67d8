import { type Count, type Estimate, exactly, isUnnumbered, type MeasureId, sum } from '@article21/model';
import { type Area, areaPanel } from './areas.ts';
import { valueAxis } from './axes.ts';
import type { Mark } from './chart.ts';
import { type Column, columnWidth, labelBoxes, type PlacedLabel, placeLabels } from './columns.ts';
import type { MeasureRows } from './groups.ts';
import { colourOf, markOfCount } from './mark.ts';
import { merged } from './merged.ts';
import type { Box, Panel } from './panel.ts';
import type { Plot } from './plot.ts';
import { estimateOf, type Row } from './rows.ts';
import { type Scale, uprightIn } from './scale.ts';
import { type Shape, textShape } from './shape.ts';
import type { Strip } from './strips.ts';
import type { Swatch } from './swatches.ts';
import { textWidth } from './text/width.ts';
import type { Theme } from './theme.ts';
import { tickTexts } from './ticks.ts';
import type { TimeAxis } from './time.ts';
import { inkOn, mix } from './tints.ts';
import { above, bodyEnd, endsRound } from './uncertainty/body.ts';
import { type Extent, endOf } from './uncertainty/extent.ts';
import { drawLabel } from './uncertainty/label.ts';
import { lozenge, UNDER } from './uncertainty/lozenge.ts';
import { ring } from './uncertainty/ring.ts';
import { solid } from './uncertainty/solid.ts';

const WIDEST = 120;
/** How high a badge stands over its column. */
const BADGE = 20;
const NAME = { size: 12, height: 18, air: 10 };
/** Shades that are told apart; the places after the last but one share it. */
export const SHADES = [1, 0.7, 0.48, 0.3, 0.17, 0.07];

/** The least that one place has in one period: from where to where in its column. */
interface Segment {
  row: Row;
  count: Count;
  bucket: number;
  shade: number;
  from: number;
  to: number;
  /** Its place's name, in the one segment that has room for it. */
  name?: string;
}

/** Segments by period, the largest place first; the key is empty where each place's name has room in a segment. */
export interface Stack {
  time: TimeAxis;
  segments: readonly Segment[];
  key: readonly Swatch[];
}

/** Where a stack stands, and on which axes. */
interface StackPlace {
  time: TimeAxis;
  box: Box;
  scale: Scale;
}

/** All places of a measure together, as the one row of which a stack's scale and labels are made. */
export function wholeOf({ measure, rows }: MeasureRows): Row[] {
  const counts = rows.flatMap((row) => row.counts);
  const periods = [...new Set(counts.map(({ period = '' }) => period))].sort();
  const wholes = periods.map(
    (period): Count => ({ measure, period, ...total(counts.filter((it) => it.period === period)) }),
  );
  if (wholes.length === 0) return [];
  const { records, assemblyDay: _, ...estimate } = total(wholes);
  return [{ measure, place: undefined, name: '', estimate, records, counts: wholes }];
}

function total(counts: readonly Count[]) {
  const estimate = sum(counts.map(estimateOf));
  if (!estimate) throw new Error('a sum of no counts');
  return {
    ...estimate,
    records: counts.reduce((n, it) => n + it.records, 0),
    assemblyDay: counts.reduce((n, it) => n + it.assemblyDay, 0),
  };
}

/** Stacks the places of a measure, the largest at the bottom, and finds the segments that have room for a name. */
export function stackOf(rows: readonly Row[], place: StackPlace, plot: Plot): Stack {
  const { time } = place;
  const shadeOf = (place: number) => Math.min(place, SHADES.length - 1);
  const tops = new Map<number, number>();
  const segments = rows
    .flatMap((row, place) => row.counts.map((count) => ({ row, count, place })))
    .map(({ row, count, place }): Segment => {
      const bucket = time.indexOf(count.period ?? '');
      const from = tops.get(bucket) ?? 0;
      tops.set(bucket, from + count.low);
      return { row, count, bucket, shade: shadeOf(place), from, to: from + count.low };
    })
    .sort((a, b) => a.bucket - b.bucket || a.from - b.from);
  return { time, segments, key: keyOf(rows, segments, place, plot) };
}

/** The shades with their places, unless each place's name has room in the stack. */
function keyOf(rows: readonly Row[], segments: readonly Segment[], place: StackPlace, plot: Plot): Swatch[] {
  // A place without a number has no shade anywhere; it is in the badge and in its mark.
  const solid = rows.filter((row) => row.counts.some((count) => count.low > 0));
  const shared = rows.length > SHADES.length ? SHADES.length - 1 : rows.length;
  const own = solid.filter((row) => rows.indexOf(row) < shared);
  const others = solid.filter((row) => !own.includes(row));
  const named = own.filter((row) => nameSegment(row, segments, place));
  if (named.length === solid.length) return [];
  const { words } = plot;
  return [
    ...own.map((row) => swatch(row, row.name, rows.indexOf(row), plot)),
    ...others
      .slice(0, 1)
      .map((row) => swatch(row, words.plural(words.drawing.otherPlaces, others.length), shared, plot)),
  ];
}

/** Writes a place's name into its highest segment, if that has room for it. */
function nameSegment(row: Row, segments: readonly Segment[], { time, box, scale }: StackPlace): boolean {
  const [highest] = segments.filter((it) => it.row === row).sort((a, b) => b.count.low - a.count.low);
  if (!highest) return false;
  const height = (highest.count.low / scale.end) * box.height;
  const width = columnWidth(box.width / time.names.length, WIDEST);
  const fits = height >= NAME.height && textWidth(row.name, NAME) + NAME.air <= width;
  if (fits) highest.name = row.name;
  return fits;
}

/** The colour of a measure's place by its rank: all that come after the last but one share the lightest. */
export function shadeOf(place: number, measure: MeasureId, { theme }: Plot): string {
  return mix(theme.ground, colourOf(measure, theme), SHADES[Math.min(place, SHADES.length - 1)] ?? 1);
}

function shadeColour(row: Row, shade: number, plot: Plot): string {
  return shadeOf(shade, row.measure, plot);
}

function swatch(row: Row, text: string, shade: number, plot: Plot): Swatch {
  const stroke = colourOf(row.measure, plot.theme);
  return { text, fill: shadeColour(row, shade, plot), stroke };
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
  { segments, time, box, scale, named, row: whole }: Stack & Strip,
  position: { panel: number; mark: number; many: boolean },
  draw: (labels: readonly Box[]) => readonly Shape[],
  plot: Plot,
): { panel: Panel; marks: Mark[]; ringed: boolean } {
  const { theme } = plot;
  const y = uprightIn(box, scale);
  const frame = { box, band: box.width / time.names.length, y, theme };
  const marks = segments.map(({ row, count }, i) =>
    markOfCount(row, count, { index: position.mark + i, seriesIndex: position.panel, dataIndex: i }, plot),
  );
  const columns = whole.counts.map((it) => ({
    bucket: time.indexOf(it.period ?? ''),
    estimate: estimateOf(it),
    assemblyDay: it.assemblyDay > 0,
  }));
  const bars = { columns, box, scale, buckets: time.names.length };
  const labels = placeLabels(bars, plot.words, WIDEST);
  const behind = draw(labelBoxes({ ...bars, labels }));
  const tops = columns.flatMap((column, i) => topShapes(column, labels[i] ?? null, whole.measure, frame));
  const ends = new Map(columns.map(({ bucket, estimate }) => [bucket, estimate]));
  const names = named ? tickTexts(time, box, plot) : [];
  const flat = segments.filter((it) => it.to === it.from);
  const areas = segments.map((segment) => {
    const area = segmentArea(segment, ends, frame, plot);
    if (segment.to > segment.from) return area;
    const level = flat.filter((it) => it.bucket === segment.bucket);
    return { ...area, box: flatBox(segment, level, ends, frame) };
  });
  const around = [...valueAxis(scale, box, plot), ...names, ...behind, ...merged(tops)];
  const panel = areaPanel({ box, marks, areas, behind: around, many: position.many }, theme);
  return { panel, marks, ringed: columns.some(({ estimate }, i) => estimate.unnumbered > 0 && !labels[i]) };
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
  const thickness = columnWidth(band, WIDEST);
  const start = box.left + (bucket + 0.5) * band - thickness / 2;
  return { zero: y(from), low: y(whole.low), high: y(endOf(whole)), start, thickness, upright: true };
}

function topShapes(
  { bucket, estimate, assemblyDay }: Column,
  label: PlacedLabel,
  measure: MeasureId,
  frame: Frame,
): Shape[] {
  const { theme } = frame;
  const extent = extentOf(bucket, 0, estimate, frame);
  const y = bodyEnd(estimate, extent) - 11;
  const middle = extent.start + extent.thickness / 2;
  return [
    ...(isUnnumbered(estimate) ? [] : above(estimate, extent, colourOf(measure, theme), theme)),
    ...(label ? drawLabel(label, middle + label.shift - label.width / 2, y, theme) : []),
    ...(!label && estimate.unnumbered > 0 ? [ring(middle, y + 4, theme)] : []),
    ...(assemblyDay ? [lozenge(middle, frame.y(0) + UNDER, theme)] : []),
  ];
}

function segmentArea(
  { row, bucket, from, to, shade, name }: Segment,
  ends: ReadonlyMap<number, Estimate>,
  frame: Frame,
  plot: Plot,
): Area {
  const { theme } = frame;
  const extent = extentOf(bucket, from, exactly(to), frame);
  const { start: left, thickness: width } = extent;
  const whole = ends.get(bucket);
  const round = whole !== undefined && to === whole.low && to > from && endsRound(whole);
  const fill = shadeColour(row, shade, plot);
  const block = solid(extent, fill, round);
  const style = { ...block.style, stroke: colourOf(row.measure, theme), lineWidth: 1 };
  const at = { x: left + width / 2, y: (extent.zero + extent.low) / 2 };
  const text = { align: 'center' as const, fontSize: NAME.size, fill: inkOn(fill, theme) };
  return {
    box: { left, width, top: extent.low, height: extent.zero - extent.low },
    ground: to > from ? [{ ...block, style }] : [],
    signs: name === undefined ? [] : [textShape(name, at, theme, text)],
  };
}
