import { chartTexts } from '@article21/messages';
import type { Counts, Estimate } from '@article21/model';
import type { Drawing, Mark } from '../chart.ts';
import { type BarPlot, barRows, MOST_ROWS } from '../data/bar-rows.ts';
import { type RowGap, rowGapCaptions } from '../data/measure-rows.ts';
import { inColumns } from '../layout/columns.ts';
import { gapKey, heading, notesOf } from '../layout/frame.ts';
import { backdrop, type Panel, series, target } from '../layout/panel.ts';
import { type Content, picture } from '../layout/picture.ts';
import { body, bodyEnd, endOf, OPEN_END } from '../marks/bar.ts';
import { gapCells } from '../marks/cell.ts';
import { drawLabel, valueLabel } from '../marks/label.ts';
import { colourOf, markOfRow } from '../marks/mark.ts';
import { type Box, merged, type Shape, type TextShape, textShape } from '../marks/shape.ts';
import { barPanels } from '../office/bars.ts';
import type { Plot } from '../plot.ts';
import { baseLine, endFor } from '../scales/value-axis.ts';
import { type NameColumn, nameColumn, wrap } from '../text/wrap.ts';
import type { Theme } from '../theme.ts';
import type { Chart } from './chart.ts';

const BAR = 16;
const GAP = 7;
const BETWEEN = 18;
const LINE = 16;
/** How wide the hatching of a place is that nobody is known to have watched. */
const UNMONITORED = 36;
const GAP_FONT = { size: 13 };

/**
 * Bars by place: one plot for each measure, because units never mix, with one column of names for all of them. Places
 * without a record come last, with words instead of a bar.
 */
export const bar: Chart = {
  needs: { by: [['place']], every: null, places: 1, hatched: true, most: MOST_ROWS, paged: true },
  draw: drawBar,
  office: barPanels,
};

function drawBar(counts: Counts, plot: Plot): Drawing {
  const { plots, hidden, hiddenEmpty } = barRows(counts, plot);
  const notes = notesOf(counts, { hidden, hiddenEmpty }, plot);
  const { name } = chartTexts('bar', plot.query, plot.words);
  return picture(name, notes, plot, (top) => inColumns(plots, { top, plot }, contentOf));
}

function contentOf(shown: readonly BarPlot[], top: number, plot: Plot): Content {
  const rowGaps = shown.flatMap((it) => it.rowGaps);
  const names = [...shown.flatMap((it) => it.rows), ...rowGaps.map((it) => it.row)].map((row) => row.name);
  const column = nameColumn(names, plot.width);
  const left = plot.left + column.width;
  const width = plot.width - column.width;
  const shapes: TextShape[] = [];
  const panels: Panel[] = [];
  const marks: Mark[] = [];
  let bottom = top;
  for (const bars of shown) {
    const title = heading(bars.measure, bars.rows.length === 0, bottom, plot);
    shapes.push(...title.shapes);
    bottom += title.height;
    // One long name makes its own row higher, and no other.
    const heights = [
      ...bars.rows.map((row) => column.heightOf(row.name)),
      ...bars.rowGaps.map((it) =>
        Math.max(column.heightOf(it.row.name), linesOf(it, width).length * LINE + 8),
      ),
    ];
    if (heights.length > 0) {
      const box = { left, top: bottom, width, height: heights.reduce((sum, it) => sum + it, 0) };
      const own = bars.rows.map((row, i) => {
        const position = { index: marks.length + i, seriesIndex: panels.length, dataIndex: i };
        return markOfRow(row, position, plot);
      });
      panels.push(panel(bars, { marks: own, box, column, heights }, plot));
      marks.push(...own);
      bottom += box.height;
    }
    bottom += BETWEEN;
  }
  const kinds = new Set(rowGaps.map((it) => it.kind).filter((kind) => kind !== 'unknown'));
  const captions = rowGapCaptions(rowGaps, plot);
  return { panels, shapes, marks, bottom, ringed: false, key: gapKey(kinds, plot), captions };
}

/** Where the bars of a plot stand. */
interface BarRoom {
  marks: readonly Mark[];
  box: Box;
  column: NameColumn;
  /** Of each row in pixels, from top to bottom. */
  heights: readonly number[];
}

function panel({ rows, rowGaps }: BarPlot, { marks, box, column, heights }: BarRoom, plot: Plot): Panel {
  const { theme } = plot;
  const all = [...rows, ...rowGaps.map((it) => it.row)];
  const estimates = marks.map((mark) => mark.estimate);
  const end = endFor(estimates, box.width, (estimate) => labelRoomOf(estimate, plot));
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, it) => sum + it, box.top));
  const middleOf = (i: number) => (tops[i] ?? box.top) + (heights[i] ?? 0) / 2;
  const names = all.flatMap((row, i) => {
    return linesAt(column.lines(row.name), { x: plot.left, y: middleOf(i) }, theme, {});
  });
  const gaps = rowGaps.flatMap((it, i) => {
    return gapShapes(it, { ...box, top: middleOf(rows.length + i) - BAR / 2, height: BAR }, theme);
  });
  const foot = baseLine([box.left, box.top], [box.left, box.top + box.height], theme);
  const x = (value: number) => box.left + (value / end) * box.width;
  const bars = marks.flatMap((mark, i) => shapesOf(mark, x, middleOf(i), plot));
  return {
    box,
    series: series(marks, (_, i) => [rowTarget(middleOf(i), heights[i] ?? 0, plot)]),
    backdrop: backdrop([...names, foot, ...gaps, ...merged(bars)]),
  };
}

/** What stands in the place of a bar: words, after hatching where nobody is known to have watched. */
function gapShapes(gap: RowGap, bar: Box, theme: Theme): Shape[] {
  const band = { ...bar, left: bar.left + 1, width: UNMONITORED };
  const hatching = gap.kind === 'unmonitored' ? gapCells(gap.kind, [band], theme) : [];
  const x = bar.left + GAP + (hatching.length > 0 ? UNMONITORED : 0);
  const lines = linesOf(gap, bar.width);
  const style = { fill: theme.muted, fontSize: GAP_FONT.size };
  return [...hatching, ...linesAt(lines, { x, y: bar.top + bar.height / 2 }, theme, style)];
}

/** Lines of text, one under the other, with their middle at a height. */
function linesAt(
  lines: readonly string[],
  { x, y }: { x: number; y: number },
  theme: Theme,
  style: Partial<TextShape['style']>,
): TextShape[] {
  const first = y - ((lines.length - 1) * LINE) / 2;
  return lines.map((text, i) => textShape(text, { x, y: first + i * LINE }, theme, style));
}

function linesOf({ kind, text }: RowGap, width: number): string[] {
  return wrap(text, width - GAP - (kind === 'unmonitored' ? UNMONITORED : 0), GAP_FONT, 3);
}

/** The name beside a bar is pressed as easily as the bar. */
function rowTarget(middle: number, height: number, plot: Plot): Shape {
  const area = { left: plot.left, width: plot.width, top: middle - height / 2, height };
  return target(area, plot.theme);
}

function shapesOf(mark: Mark, x: (value: number) => number, middle: number, plot: Plot): Shape[] {
  const { theme } = plot;
  const extent = {
    zero: x(0),
    low: x(mark.estimate.low),
    high: x(endOf(mark.estimate)),
    start: middle - BAR / 2,
    thickness: BAR,
    upright: false,
  };
  const label = valueLabel(mark.estimate, plot.words);
  return [
    ...body(mark.estimate, extent, colourOf(mark.measure, plot), theme),
    ...drawLabel(label, bodyEnd(mark.estimate, extent) + GAP, middle, theme),
  ];
}

function labelRoomOf(estimate: Estimate, plot: Plot): number {
  return valueLabel(estimate, plot.words).width + GAP + 1 + (estimate.high === null ? OPEN_END : 0);
}
