import type { Counts, Estimate } from '@article21/model';
import { baseLine } from '../axes.ts';
import { type BarPlot, barRows } from '../bar-rows.ts';
import type { Chart, Drawing, Mark } from '../chart.ts';
import { heading } from '../heading.ts';
import { colourOf, markOfRow } from '../mark.ts';
import { merged } from '../merged.ts';
import { notesOf } from '../notes.ts';
import { type Box, backdrop, type Panel, series, target } from '../panel.ts';
import { type Plots, picture } from '../picture.ts';
import type { Plot } from '../plot.ts';
import { endFor } from '../scale.ts';
import { type Shape, type TextShape, textShape } from '../shape.ts';
import { silenceKey } from '../silence-key.ts';
import { type Silent, tellSilents } from '../silent-rows.ts';
import { type NameColumn, nameColumn } from '../text/names.ts';
import { wrap } from '../text/wrap.ts';
import type { Theme } from '../theme.ts';
import { ARROW } from '../uncertainty/arrow.ts';
import { body, bodyEnd } from '../uncertainty/body.ts';
import { endOf } from '../uncertainty/extent.ts';
import { drawLabel, valueLabel } from '../uncertainty/label.ts';
import { silence } from '../uncertainty/silence.ts';

const BAR = 16;
const GAP = 7;
const BETWEEN = 18;
const LINE = 16;
/** How wide the hatching of a place is that nobody is known to have watched. */
const UNMONITORED = 36;
const SILENT_FONT = { size: 13 };

/**
 * Bars by place: one plot for each measure, because units never mix, with one column of names for all of them. Places
 * without a record come last, with words instead of a bar.
 */
export const bar: Chart = {
  needs: { by: [['place']], every: null, places: 1 },
  draw: drawBar,
};

function drawBar(counts: Counts, plot: Plot): Drawing {
  const { plots, hidden, silent } = barRows(counts, plot);
  const notes = notesOf(counts, { hidden, silent }, plot);
  const name = plot.words.chart.bar.name;
  return picture(name, notes, plot, (top) => stack(plots, top, plot));
}

function stack(shown: readonly BarPlot[], top: number, plot: Plot): Plots {
  const silents = shown.flatMap((it) => it.silents);
  const names = [...shown.flatMap((it) => it.rows), ...silents.map((it) => it.row)].map((row) => row.name);
  const column = nameColumn(names, plot.width);
  const left = plot.left + column.width;
  const width = plot.width - column.width;
  const most = Math.max(0, ...silents.map((it) => linesOf(it, width).length));
  const rowHeight = Math.max(column.rowHeight, most * LINE + 8);
  const shapes: TextShape[] = [];
  const panels: Panel[] = [];
  const marks: Mark[] = [];
  let bottom = top;
  for (const bars of shown) {
    const title = heading(bars.measure, bars.rows.length === 0, bottom, plot);
    shapes.push(...title.shapes);
    bottom += title.height;
    const count = bars.rows.length + bars.silents.length;
    if (count > 0) {
      const box = { left, top: bottom, width, height: count * rowHeight };
      const own = bars.rows.map((row, i) => {
        const position = { index: marks.length + i, seriesIndex: panels.length, dataIndex: i };
        return markOfRow(row, position, plot);
      });
      panels.push(panel(bars, { marks: own, box, column }, plot));
      marks.push(...own);
      bottom += box.height;
    }
    bottom += BETWEEN;
  }
  const kinds = new Set(silents.map((it) => it.kind).filter((kind) => kind !== 'blank'));
  const told = tellSilents(silents, plot);
  return { panels, shapes, marks, bottom, ringed: false, key: silenceKey(kinds, plot), told };
}

function panel(
  { rows, silents }: BarPlot,
  { marks, box, column }: { marks: readonly Mark[]; box: Box; column: NameColumn },
  plot: Plot,
): Panel {
  const { theme } = plot;
  const all = [...rows, ...silents.map((it) => it.row)];
  const estimates = marks.map((mark) => mark.estimate);
  const end = endFor(estimates, box.width, (estimate) => besideOf(estimate, plot));
  const height = box.height / all.length;
  const middleOf = (i: number) => box.top + (i + 0.5) * height;
  const names = all.flatMap((row, i) => {
    return linesAt(column.lines(row.name), { x: plot.left, y: middleOf(i) }, theme, {});
  });
  const quiet = silents.flatMap((it, i) => {
    return silentShapes(it, { ...box, top: middleOf(rows.length + i) - BAR / 2, height: BAR }, theme);
  });
  const foot = baseLine([box.left, box.top], [box.left, box.top + box.height], theme);
  const x = (value: number) => box.left + (value / end) * box.width;
  const bars = marks.flatMap((mark, i) => shapesOf(mark, x, middleOf(i), plot));
  return {
    box,
    series: series(marks, (_, i) => [rowTarget(middleOf(i), height, plot)]),
    backdrop: backdrop([...names, foot, ...quiet, ...merged(bars)]),
  };
}

/** What stands in the place of a bar: words, after hatching where nobody is known to have watched. */
function silentShapes(silent: Silent, bar: Box, theme: Theme): Shape[] {
  const band = { ...bar, left: bar.left + 1, width: UNMONITORED };
  const hatching = silent.kind === 'unmonitored' ? silence(silent.kind, [band], theme) : [];
  const x = bar.left + GAP + (hatching.length > 0 ? UNMONITORED : 0);
  const lines = linesOf(silent, bar.width);
  const style = { fill: theme.muted, fontSize: SILENT_FONT.size };
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

function linesOf({ kind, text }: Silent, width: number): string[] {
  return wrap(text, width - GAP - (kind === 'unmonitored' ? UNMONITORED : 0), SILENT_FONT, 3);
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
    ...body(mark.estimate, extent, colourOf(mark.measure, theme), theme),
    ...drawLabel(label, bodyEnd(mark.estimate, extent) + GAP, middle, theme),
  ];
}

function besideOf(estimate: Estimate, plot: Plot): number {
  return valueLabel(estimate, plot.words).width + GAP + 1 + (estimate.high === null ? ARROW : 0);
}
