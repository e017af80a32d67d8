import { valueAxis } from './axes.ts';
import type { Mark } from './chart.ts';
import { type Column, columnWidth, labelBoxes, type PlacedLabel, placeLabels } from './columns.ts';
import { colourOf, marksOfPeriods } from './mark.ts';
import { merged } from './merged.ts';
import { type Box, backdrop, drawnTogether, type Panel, series, target } from './panel.ts';
import type { Plot } from './plot.ts';
import { uprightIn } from './scale.ts';
import type { Shape } from './shape.ts';
import type { Strip } from './strips.ts';
import { tickTexts } from './ticks.ts';
import type { TimeAxis } from './time.ts';
import { together } from './together.ts';
import { body, bodyEnd } from './uncertainty/body.ts';
import { endOf } from './uncertainty/extent.ts';
import { drawLabel } from './uncertainty/label.ts';
import { lozenge, UNDER } from './uncertainty/lozenge.ts';
import { ring } from './uncertainty/ring.ts';
import { columnsWhere } from './where.ts';

/** Where a strip's marks and its panel are counted from. */
interface Position {
  /** The index of its panel. */
  panel: number;
  /** The index of its first mark. */
  mark: number;
  /** Whether the picture has so many marks that they are drawn together. */
  many: boolean;
}

/** A strip with its axis of time. */
export interface TimedStrip extends Strip {
  time: TimeAxis;
}

/** What a strip adds to a picture. */
interface DrawnStrip {
  panel: Panel;
  marks: Mark[];
  ringed: boolean;
}

/** The columns of one place over time, each with its label where that has room; behind them what `draw` makes of those. */
export function stripPanel(
  strip: TimedStrip,
  position: Position,
  draw: (labels: readonly Box[]) => readonly Shape[],
  plot: Plot,
): DrawnStrip {
  const { box, scale, row, time } = strip;
  const { theme } = plot;
  const marks = marksOfPeriods(row, position.mark, position.panel, plot);
  const columns = marks.map(
    ({ period = '', estimate, assemblyDay }): Column => ({
      ...{ bucket: time.indexOf(period), estimate },
      assemblyDay: assemblyDay > 0,
    }),
  );
  const buckets = time.names.length;
  const labels = placeLabels({ columns, box, scale, buckets }, plot.words);
  const all = { columns, labels, box, scale, buckets };
  const behind = draw(labelBoxes(all));
  const ringed = marks.some((mark, i) => mark.estimate.unnumbered > 0 && !labels[i]);
  const names = strip.named ? tickTexts(time, box, plot) : [];
  const around = [...valueAxis(scale, box, plot), ...behind, ...names];
  if (position.many) {
    const shapes = together(all, colourOf(row.measure, theme), theme);
    const where = columnsWhere(columns, box, buckets, position.mark);
    return {
      panel: { box, series: drawnTogether(shapes), backdrop: backdrop(around), where },
      marks,
      ringed,
    };
  }
  const band = box.width / buckets;
  const middleOf = (i: number) => box.left + ((columns[i]?.bucket ?? 0) + 0.5) * band;
  const bars = marks.flatMap((mark, i) =>
    columnShapes(mark, { middle: middleOf(i), band, label: labels[i] ?? null }, strip, plot),
  );
  const panel: Panel = {
    box,
    series: series(marks, (_, i) => [target({ ...box, left: middleOf(i) - band / 2, width: band }, theme)]),
    backdrop: backdrop([...around, ...merged(bars)]),
  };
  return { panel, marks, ringed };
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
    ...body(mark.estimate, extent, colourOf(mark.measure, theme), theme),
    ...(label ? drawLabel(label, middle + label.shift - label.width / 2, above, theme) : []),
    ...(!label && unnumbered > 0 ? [ring(middle, above + 4, theme)] : []),
    ...(mark.assemblyDay > 0 ? [lozenge(middle, extent.zero + UNDER, theme)] : []),
  ];
}
