import type { Counts, Estimate } from '@article21/model';
import type { CustomSeriesRenderItemAPI } from 'echarts';
import { type BarPlot, barRows } from '../bar-rows.ts';
import type { Chart, ChartContext, Drawing, Mark } from '../chart.ts';
import { innerWidth, paddingOf } from '../frame.ts';
import { heading } from '../heading.ts';
import { colourOf, markOfRow } from '../mark.ts';
import { notesOf } from '../notes.ts';
import { type Box, backdrop, grid, type Panel, series, target } from '../panel.ts';
import { type Plots, picture } from '../picture.ts';
import { endFor } from '../scale.ts';
import { type Shape, type TextShape, textShape } from '../shape.ts';
import { silenceKey } from '../silence-key.ts';
import { type Silent, tellSilents } from '../silent-rows.ts';
import { harmless } from '../text/harmless.ts';
import { type NameColumn, nameColumn } from '../text/names.ts';
import { wrap } from '../text/wrap.ts';
import { chartThemes, type Theme } from '../theme.ts';
import { ARROW } from '../uncertainty/arrow.ts';
import { body, bodyEnd } from '../uncertainty/body.ts';
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

function drawBar(counts: Counts, context: ChartContext): Drawing {
  const { plots, hidden, silent } = barRows(counts, context);
  const notes = notesOf(counts, hidden, false, context, silent);
  const name = context.words.chart.bar.name;
  return picture(name, notes, context, (top) => stack(plots, top, context));
}

function stack(shown: readonly BarPlot[], top: number, context: ChartContext): Plots {
  const silents = shown.flatMap((it) => it.silents);
  const names = [...shown.flatMap((it) => it.rows), ...silents.map((it) => it.row)].map((row) => row.name);
  const column = nameColumn(names, innerWidth(context));
  const left = paddingOf(context) + column.width;
  const width = innerWidth(context) - column.width;
  const most = Math.max(0, ...silents.map((it) => linesOf(it, width).length));
  const rowHeight = Math.max(column.rowHeight, most * LINE + 8);
  const shapes: TextShape[] = [];
  const panels: Panel[] = [];
  const marks: Mark[] = [];
  let bottom = top;
  for (const plot of shown) {
    const title = heading(plot.measure, plot.rows.length === 0, bottom, context);
    shapes.push(...title.shapes);
    bottom += title.height;
    const count = plot.rows.length + plot.silents.length;
    if (count > 0) {
      const box = { left, top: bottom, width, height: count * rowHeight };
      const own = plot.rows.map((row, i) => {
        const position = { index: marks.length + i, seriesIndex: panels.length, dataIndex: i };
        return markOfRow(row, position, context);
      });
      panels.push(panel(plot, own, box, panels.length, column, context));
      marks.push(...own);
      bottom += box.height;
    }
    bottom += BETWEEN;
  }
  const kinds = new Set(silents.map((it) => it.kind).filter((kind) => kind !== 'blank'));
  const told = tellSilents(silents, context);
  return { panels, shapes, marks, bottom, ringed: false, key: silenceKey(kinds, context), told };
}

function panel(
  { rows, silents }: BarPlot,
  marks: readonly Mark[],
  box: Box,
  index: number,
  column: NameColumn,
  context: ChartContext,
): Panel {
  const theme = chartThemes[context.theme];
  const all = [...rows, ...silents.map((it) => it.row)];
  const names = all.map((row) => harmless(column.lines(row.name).join('\n')));
  const estimates = marks.map((mark) => mark.estimate);
  const end = endFor(estimates, box.width, (estimate) => besideOf(estimate, context));
  const height = box.height / all.length;
  const behind = silents.flatMap((it, i) => {
    const middle = box.top + (rows.length + i + 0.5) * height;
    return silentShapes(it, { ...box, top: middle - BAR / 2, height: BAR }, theme);
  });
  return {
    grid: grid(box),
    xAxis: { type: 'value', min: 0, max: end, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      // Categories are numbers: a name that means something to a program never becomes a key in one.
      data: all.map((_, i) => String(i)),
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: theme.baseline, width: 1 } },
      axisLabel: {
        interval: 0,
        align: 'left',
        margin: column.width,
        lineHeight: 16,
        fontSize: 13,
        fontFamily: theme.sans,
        color: theme.ink,
        formatter: (_: string, i: number) => names[i] ?? '',
      },
    },
    series: series(
      index,
      marks,
      (mark, i) => [mark.estimate.high ?? mark.estimate.low, i],
      (mark, i, api) => shapesOf(mark, i, api, box, all.length, context),
    ),
    ...(behind.length > 0 ? { backdrop: backdrop(index, behind) } : {}),
  };
}

/** What stands in the place of a bar: words, after hatching where nobody is known to have watched. */
function silentShapes(silent: Silent, bar: Box, theme: Theme): Shape[] {
  const band = { ...bar, left: bar.left + 1, width: UNMONITORED };
  const hatching = silent.kind === 'unmonitored' ? silence(silent.kind, [band], theme) : [];
  const x = bar.left + GAP + (hatching.length > 0 ? UNMONITORED : 0);
  const lines = linesOf(silent, bar.width);
  const first = bar.top + bar.height / 2 - ((lines.length - 1) * LINE) / 2;
  const style = { fill: theme.muted, fontSize: SILENT_FONT.size };
  return [...hatching, ...lines.map((text, i) => textShape(text, { x, y: first + i * LINE }, theme, style))];
}

function linesOf({ kind, text }: Silent, width: number): string[] {
  return wrap(text, width - GAP - (kind === 'unmonitored' ? UNMONITORED : 0), SILENT_FONT, 3);
}

function shapesOf(
  mark: Mark,
  i: number,
  api: CustomSeriesRenderItemAPI,
  box: Box,
  rows: number,
  context: ChartContext,
): Shape[] {
  const theme = chartThemes[context.theme];
  const x = (value: number) => api.coord([value, i])[0] ?? box.left;
  const middle = api.coord([0, i])[1] ?? box.top;
  const { low, high } = mark.estimate;
  const extent = {
    zero: x(0),
    low: x(low),
    high: x(high ?? low),
    start: middle - BAR / 2,
    thickness: BAR,
    upright: false,
  };
  const height = box.height / rows;
  // The name beside a bar is pressed as easily as the bar.
  const left = paddingOf(context);
  const label = valueLabel(mark.estimate, context.words);
  return [
    target({ left, width: innerWidth(context), top: middle - height / 2, height }, theme),
    ...body(mark.estimate, extent, colourOf(mark.measure, theme), theme),
    ...drawLabel(label, bodyEnd(mark.estimate, extent) + GAP, middle, theme),
  ];
}

function besideOf(estimate: Estimate, context: ChartContext): number {
  return valueLabel(estimate, context.words).width + GAP + 1 + (estimate.high === null ? ARROW : 0);
}
