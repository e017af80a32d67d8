import type { Counts, Estimate, MeasureId } from '@article21/model';
import type { CustomSeriesRenderItemAPI } from 'echarts';
import type { Chart, ChartContext, Drawing, Mark } from '../chart.ts';
import { innerWidth, paddingOf } from '../frame.ts';
import { heading } from '../heading.ts';
import { colourOf, markOfRow } from '../mark.ts';
import { notesOf } from '../notes.ts';
import { type Box, grid, type Panel, series, target } from '../panel.ts';
import { type Plots, picture } from '../picture.ts';
import { measuresOf, type Row, rowsOf } from '../rows.ts';
import { endFor } from '../scale.ts';
import type { Shape, TextShape } from '../shape.ts';
import { harmless } from '../text/harmless.ts';
import { type NameColumn, nameColumn } from '../text/names.ts';
import { chartThemes } from '../theme.ts';
import { ARROW } from '../uncertainty/arrow.ts';
import { body, bodyEnd } from '../uncertainty/body.ts';
import { drawLabel, valueLabel } from '../uncertainty/label.ts';

const BAR = 16;
const GAP = 7;
const BETWEEN = 18;
/** Places that one plot can hold; how many more there are is said under it. */
const MOST_ROWS = 60;

/** Bars by place: one plot for each measure, because units never mix, with one column of names for all of them. */
export const bar: Chart = {
  needs: { by: [['place']], every: null, places: 1 },
  draw: drawBar,
};

function drawBar(counts: Counts, context: ChartContext): Drawing {
  const all = measuresOf(context).map((measure) => ({ measure, rows: rowsOf(counts, measure, context) }));
  const shown = all.map(({ measure, rows }) => ({ measure, rows: rows.slice(0, MOST_ROWS) }));
  const hidden = Math.max(0, ...all.map(({ rows }) => rows.length - MOST_ROWS));
  const notes = notesOf(counts, hidden, false, context);
  const name = context.words.chart.bar.name;
  return picture(name, notes, context, (top) => stack(shown, top, context));
}

function stack(shown: { measure: MeasureId; rows: Row[] }[], top: number, context: ChartContext): Plots {
  const rows = shown.flatMap((it) => it.rows);
  const column = nameColumn(
    rows.map((row) => row.name),
    innerWidth(context),
  );
  const shapes: TextShape[] = [];
  const panels: Panel[] = [];
  const marks: Mark[] = [];
  let bottom = top;
  for (const { measure, rows } of shown) {
    const title = heading(measure, rows.length === 0, bottom, context);
    shapes.push(...title.shapes);
    bottom += title.height;
    if (rows.length > 0) {
      const left = paddingOf(context) + column.width;
      const width = innerWidth(context) - column.width;
      const box = { left, top: bottom, width, height: rows.length * column.rowHeight };
      const own = rows.map((row, i) => {
        const position = { index: marks.length + i, seriesIndex: panels.length, dataIndex: i };
        return markOfRow(row, position, context);
      });
      panels.push(panel(rows, own, box, panels.length, column, context));
      marks.push(...own);
      bottom += box.height;
    }
    bottom += BETWEEN;
  }
  return { panels, shapes, marks, bottom, ringed: false };
}

function panel(
  rows: readonly Row[],
  marks: readonly Mark[],
  box: Box,
  index: number,
  column: NameColumn,
  context: ChartContext,
): Panel {
  const theme = chartThemes[context.theme];
  const names = rows.map((row) => harmless(column.lines(row.name).join('\n')));
  const estimates = marks.map((mark) => mark.estimate);
  const end = endFor(estimates, box.width, (estimate) => besideOf(estimate, context));
  return {
    grid: grid(box),
    xAxis: { type: 'value', min: 0, max: end, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      // Categories are numbers: a name that means something to a program never becomes a key in one.
      data: rows.map((_, i) => String(i)),
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
      (mark, i, api) => shapesOf(mark, i, api, box, rows.length, context),
    ),
  };
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
