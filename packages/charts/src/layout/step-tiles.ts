import { concerns, type DatedAnnotation } from '../data/annotations.ts';
import type { Row } from '../data/rows.ts';
import { addSign } from '../marks/series-look.ts';
import { type Box, createOutline, outlined, type Shape, textShape } from '../marks/shape.ts';
import { levelLine, type Series } from '../marks/steps.ts';
import { heightIn, isTight, type Plot } from '../plot.ts';
import { TICKS, type TimeAxis } from '../scales/time-axis.ts';
import { type Scale, uprightIn } from '../scales/value-axis.ts';
import { textWidth } from '../text/measure.ts';
import { wrap } from '../text/wrap.ts';
import { numberedLines } from './annotations.ts';
import { type DrawnSteps, stepPlot } from './step-plot.ts';
import { axisWidth, HEADROOM, withHeadroom } from './strips.ts';

/** Lines of buckets narrower than so many pixels are not followed where three of them or more cross. */
const NARROWEST = 10;
const FEW = 3;
const HEIGHT = 110;
const GAP = 24;
/** Under a plot; where there is little room, its time is all. */
const BETWEEN = { usual: 8, tight: 0 };
/** The least height of a plot. */
const LOWEST = 40;
/** A picture of so many pixels has two plots beside each other. */
const WIDE = 560;
/** One of a card with little room has three. */
const WIDEST = 860;
const NAME = { size: 13, height: 20 };
const NUMBERS = 14;

/** The plots of a picture in which each place has its own. */
export interface Tiles {
  columns: number;
  /** The pixels of a plot between its axis and the next one, and from the left of one to that of the next. */
  width: number;
  pitch: number;
  axis: number;
}

/** Whether so many lines in a plot of a width cannot be followed, so that each place has a plot of its own. */
export function areCrowded(lines: number, width: number, time: TimeAxis): boolean {
  return lines >= FEW && width / time.names.length < NARROWEST;
}

/** Where the plots of places stand that have one each. */
export function tilesOf(scales: readonly Scale[], plot: Plot): Tiles {
  const columns = plot.width >= WIDEST && isTight(plot) ? 3 : plot.width >= WIDE ? 2 : 1;
  const axis = axisWidth(scales, plot);
  const pitch = (plot.width + GAP) / columns;
  return { columns, width: pitch - GAP - axis, pitch, axis };
}

/** What is drawn of one measure. */
interface TiledRows {
  rows: readonly Row[];
  /** Of each row its series, with the same index. */
  series: readonly Series[];
  scale: Scale;
  time: TimeAxis;
  annotations: readonly DatedAnnotation[];
}

/**
 * A plot for each place, all on one scale: its own steps in its colour, with its name over them, and the lines of the other
 * places in grey behind them.
 */
export function stepTiles(
  { rows, series, scale, time, annotations }: TiledRows,
  tiles: Tiles,
  { top, panel, mark, many }: { top: number; panel: number; mark: number; many: boolean },
  plot: Plot,
): { drawn: DrawnSteps[]; shapes: Shape[]; bottom: number } {
  const above = NAME.height + HEADROOM + (annotations.length > 0 ? NUMBERS : 0);
  const height = heightIn(plot, HEIGHT, LOWEST);
  const tile = above + height + TICKS + BETWEEN[isTight(plot) ? 'tight' : 'usual'];
  const drawn: DrawnSteps[] = [];
  const shapes: Shape[] = [];
  let marks = mark;
  rows.forEach((row, i) => {
    const own = series[i];
    if (!own) return;
    const left = plot.left + (i % tiles.columns) * tiles.pitch;
    const y = top + Math.floor(i / tiles.columns) * tile;
    shapes.push(...nameOf(row, own, { x: left, y, width: tiles.pitch - GAP }, plot));
    const box = { left: left + tiles.axis, top: y + above, width: tiles.width, height };
    const frame = { box, buckets: time.names.length, y: uprightIn(box, scale) };
    const others = series.filter((it) => it !== own).map((it) => levelLine(it, frame));
    const concerned = annotations.filter((it) => concerns(it, row.place, plot));
    const behind = (labels: readonly Box[]): readonly Shape[] => [
      ...others.flatMap((line) => outlined(line, { ...GREY, stroke: plot.theme.muted })),
      ...numberedLines({ own: concerned, all: annotations }, { time, box: withHeadroom(box) }, labels, plot),
    ];
    const position = { panel: panel + drawn.length, mark: marks, many };
    const steps = { rows: [row], series: [own], frame, scale, time, unnamed: true };
    const it = stepPlot(steps, position, behind, plot);
    marks += it.marks.length;
    drawn.push(it);
  });
  return { drawn, shapes, bottom: top + Math.ceil(rows.length / tiles.columns) * tile };
}

const GREY = { lineWidth: 1, opacity: 0.4, fill: 'none' };

/** The name of a place, with the sign and in the colour of its line beside it. */
function nameOf(
  { name }: Row,
  { look }: Series,
  { x, y, width }: { x: number; y: number; width: number },
  { theme }: Plot,
): Shape[] {
  const sign = createOutline();
  addSign(sign, look.sign, x + 5, y + 8);
  const [line = ''] = wrap(name, width - 16, NAME, 1);
  const rule = createOutline();
  const from = x + 16 + textWidth(line, NAME) + 8;
  rule.line([
    [from, y + 8],
    [Math.min(from + 22, x + width), y + 8],
  ]);
  return [
    ...outlined(sign, { fill: look.colour }),
    textShape(line, { x: x + 16, y }, theme, { fontSize: NAME.size, verticalAlign: 'top' }),
    ...outlined(rule, { stroke: look.colour, lineWidth: 2.5, fill: 'none' }),
  ];
}
