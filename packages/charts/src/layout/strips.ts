import type { Mark } from '../chart.ts';
import type { MeasureRows } from '../data/measure-rows.ts';
import { type Row, rowId } from '../data/rows.ts';
import { body, bodyEnd, endOf } from '../marks/bar.ts';
import {
  type Column,
  columnWidth,
  hasRoomForRings,
  labelBoxes,
  type PlacedLabel,
  placeLabels,
  reportsOf,
} from '../marks/column-labels.ts';
import { daySignShapes, daySignsOf, UNDER } from '../marks/day-signs.ts';
import { denseColumns, hitTestOfColumns } from '../marks/dense-columns.ts';
import { drawLabel, ring } from '../marks/label.ts';
import { colourOf, marksOfPeriods } from '../marks/mark.ts';
import { type Box, merged, type Shape, type TextShape, textShape } from '../marks/shape.ts';
import { heightIn, type Plot } from '../plot.ts';
import { type TimeAxis, tickTexts } from '../scales/time-axis.ts';
import { haveOwnScales, type Scale, scaleFor, uprightIn, valueAxis } from '../scales/value-axis.ts';
import { SMALLEST, textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import { heading } from './frame.ts';
import { backdrop, denseSeries, type Panel, series, target } from './panel.ts';

/** The pixels above a plot that its labels and open ends have for themselves. */
export const HEADROOM = 28;
const BETWEEN = 24;
const NAME = { size: 13, height: 24 };
const TIME = 38;
const AIR = 14;

/** The columns of one place: where they stand, and on which scale. */
export interface Strip {
  row: Row;
  box: Box;
  scale: Scale;
  /** Whether the names of its buckets stand under it; the lowest has them for all. */
  named: boolean;
}

/** What stands right above the first strip of a measure, given by the group's index, and where that strip would begin. */
type Lead = (group: number, box: Box, scale: Scale) => { shapes: readonly Shape[]; height: number };

/** Strips from top to bottom, all of one width, with their names; those of one measure share a scale. */
export function stripsOf(
  groups: readonly MeasureRows[],
  top: number,
  plot: Plot,
  lead: Lead = () => ({ shapes: [], height: 0 }),
): { strips: Strip[]; shapes: Shape[]; bottom: number } {
  const strips: Strip[] = [];
  const shapes: Shape[] = [];
  const count = groups.reduce((n, group) => n + group.rows.length, 0);
  const heights = groups.map((group) => heightIn(plot, group.height ?? heightOf(group, groups.length)));
  const scales = groups.map((group, g) => scalesOf(group, heights[g] ?? 0, plot));
  const left = plot.left + axisWidth(scales.flat(), plot);
  const width = plot.left + plot.width - left;
  let bottom = top;
  groups.forEach((group, g) => {
    const title = heading(group.measure, !group.any, bottom, plot);
    shapes.push(...title.shapes);
    bottom += title.height;
    const height = heights[g] ?? 0;
    const note = scaleNote(group.rows, bottom, plot);
    shapes.push(...note.shapes);
    bottom += note.height;
    for (const [r, row] of group.rows.entries()) {
      const scale = scales[g]?.[r] ?? { end: 1, step: 1 };
      if (rowId(row) !== undefined) {
        shapes.push(nameOf(row, bottom, plot));
        bottom += NAME.height;
      }
      if (row === group.rows[0]) {
        const above = lead(g, { left, top: bottom, width, height }, scale);
        shapes.push(...above.shapes);
        bottom += above.height;
      }
      bottom += HEADROOM;
      strips.push({
        row,
        box: { left, top: bottom, width, height },
        scale,
        named: strips.length === count - 1,
      });
      bottom += height + (strips.length === count ? TIME : AIR);
    }
    bottom += BETWEEN - AIR;
  });
  return { strips, shapes, bottom };
}

/** A plot with the room of its labels. */
export function withHeadroom({ top, height, ...box }: Box): Box {
  return { ...box, top: top - HEADROOM, height: height + HEADROOM };
}

/** The pixels that the numbers left of plots take. */
export function axisWidth(scales: readonly Scale[], plot: Plot): number {
  const widths = scales.map(({ end }) => textWidth(plot.words.number(end), { size: SMALLEST }));
  return Math.ceil(Math.max(0, ...widths)) + 8;
}

/** Where a strip's marks and its panel are counted from. */
interface Position {
  /** The index of its panel. */
  panel: number;
  /** The index of its first mark. */
  mark: number;
  /** Whether the picture has so many marks that they are drawn together. */
  many: boolean;
}

/** A strip with its axis of time, and the buckets in it that an annotation names. */
export interface TimedStrip extends Strip {
  time: TimeAxis;
  annotated?: ReadonlySet<string>;
  /** Whether only the largest and the last count are labelled. */
  sparse?: boolean;
}

/** What a strip adds to a picture. */
interface DrawnStrip {
  panel: Panel;
  marks: Mark[];
  ringed: boolean;
  /** How many columns have reports without a number of which nothing is drawn. */
  untold: number;
}

/** The columns of one place over time, each with its label where that has room; behind them what `draw` makes of those. */
export function stripPanel(
  strip: TimedStrip,
  position: Position,
  draw: (labels: readonly Box[]) => readonly Shape[],
  plot: Plot,
): DrawnStrip {
  const { box, scale, row, time, annotated, sparse } = strip;
  const { theme } = plot;
  const marks = marksOfPeriods(row, position.mark, position.panel, plot);
  const columns = marks.map(({ period = '', estimate, dating }): Column => {
    const bucket = time.indexOf(period);
    // Written out: there may be a hundred thousand of them, and a spread of one is slow.
    return { bucket, estimate, dating, annotated: annotated?.has(period) ?? false };
  });
  const buckets = time.names.length;
  const labels = placeLabels({ columns, box, scale, buckets, sparse }, plot.words);
  const all = { columns, labels, box, scale, buckets };
  const behind = draw(labelBoxes(all));
  const reports = reportsOf(columns, labels, box.width / buckets);
  const area = withHeadroom(box);
  const names = strip.named ? tickTexts(time, box, plot) : [];
  const around = [...valueAxis(scale, box, plot), ...behind, ...names];
  if (position.many) {
    const shapes = denseColumns(all, colourOf(row.measure, plot), theme);
    const hitTest = hitTestOfColumns(columns, area, buckets, position.mark);
    return {
      panel: { box: area, series: denseSeries(shapes), backdrop: backdrop(around), hitTest },
      marks,
      ...reports,
    };
  }
  const band = box.width / buckets;
  const middleOf = (i: number) => box.left + ((columns[i]?.bucket ?? 0) + 0.5) * band;
  const bars = marks.flatMap((mark, i) =>
    columnShapes(mark, { middle: middleOf(i), band, label: labels[i] ?? null }, strip, plot),
  );
  const panel: Panel = {
    box: area,
    series: series(marks, (_, i) => [target({ ...area, left: middleOf(i) - band / 2, width: band }, theme)]),
    backdrop: backdrop([...around, ...merged(bars)]),
  };
  return { panel, marks, ...reports };
}

function heightOf(group: MeasureRows, groups: number): number {
  const alone = groups === 1 ? 220 : 120;
  return Math.max(64, Math.round(alone / Math.max(1, group.rows.length ** 0.6))) - HEADROOM / 2;
}

/** One scale for all strips of a measure, or one for each where most would be flat on that. */
export function scalesOf({ rows }: Pick<MeasureRows, 'rows'>, height: number, plot: Plot): Scale[] {
  const plots = rows.map((row) => row.counts);
  const shared = scaleFor(plots.flat(), height);
  const isOwn = haveOwnScales(plots, plot);
  return plots.map((counts) => (isOwn ? scaleFor(counts, height) : shared));
}

/** What is said of the scales of a measure where each of its places has its own. */
const SAID = { size: 13, line: 17 };

/** Says it under the name of a measure; `always` also that there is one for all. Nothing of a single plot. */
export function scaleNote(
  rows: readonly Row[],
  top: number,
  plot: Plot,
  always = false,
): { shapes: TextShape[]; height: number } {
  const { oneScale, ownScales } = plot.words.drawing.legend;
  const isOwn = haveOwnScales(
    rows.map((row) => row.counts),
    plot,
  );
  if (rows.length < 2 || !(isOwn || always)) return { shapes: [], height: 0 };
  const style = { fontSize: SAID.size, fill: plot.theme.muted, verticalAlign: 'top' as const };
  const lines = wrap(isOwn ? ownScales : oneScale, plot.width, SAID, 3);
  const shapes = lines.map((line, i) =>
    textShape(line, { x: plot.left, y: top + i * SAID.line }, plot.theme, style),
  );
  return { shapes, height: lines.length * SAID.line + 6 };
}

function nameOf(row: Row, top: number, plot: Plot): TextShape {
  const [name = ''] = wrap(row.name, plot.width, NAME, 1);
  const at = { x: plot.left, y: top };
  return textShape(name, at, plot.theme, { verticalAlign: 'top' });
}

function columnShapes(
  mark: Mark,
  { middle, band, label }: { middle: number; band: number; label: PlacedLabel },
  { box, scale }: Strip,
  plot: Plot,
): Shape[] {
  const { theme } = plot;
  const y = uprightIn(box, scale);
  const thickness = columnWidth(band);
  const { low, unnumbered } = mark.estimate;
  const extent = {
    zero: y(0),
    low: y(low),
    high: y(endOf(mark.estimate)),
    start: middle - thickness / 2,
    thickness,
    upright: true,
  };
  const above = bodyEnd(mark.estimate, extent) - 11;
  return [
    ...body(mark.estimate, extent, colourOf(mark.measure, plot), theme),
    ...(label ? drawLabel(label, middle + label.shift - label.width / 2, above, theme) : []),
    ...(!label && unnumbered > 0 && hasRoomForRings(band) ? [ring(middle, above + 4, theme)] : []),
    ...daySignShapes(daySignsOf(mark.dating), { x: middle, y: extent.zero + UNDER }, theme),
  ];
}
