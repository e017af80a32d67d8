import type { CustomSeriesRenderItemAPI } from 'echarts';
import type { Chart, ChartContext, Mark } from '../chart.ts';
import { type Column, columnWidth, type PlacedLabel, placeLabels } from '../columns.ts';
import { colourOf, marksOfPeriods } from '../mark.ts';
import { notesOf } from '../notes.ts';
import { grid, type Panel, series, target } from '../panel.ts';
import { type Plots, picture } from '../picture.ts';
import { measuresOf, rowsOf } from '../rows.ts';
import type { Shape } from '../shape.ts';
import { type MeasureRows, type Strip, stripsOf } from '../strips.ts';
import { chartThemes, type Theme } from '../theme.ts';
import { type TimeAxis, timeAxis } from '../time.ts';
import { body, bodyEnd } from '../uncertainty/body.ts';
import { drawLabel } from '../uncertainty/label.ts';
import { ring } from '../uncertainty/ring.ts';

/** Places that one picture can hold for each measure; how many more there are is said under it. */
const MOST_STRIPS = 12;

/**
 * Columns over time: a strip for each place, a group of strips with one scale for each measure, one axis of time for
 * all. Columns, not a line, because nothing is known between two periods; where no record is, nothing is drawn.
 */
export const line: Chart = (counts, context) => {
  const all = measuresOf(context).map((measure) => {
    const rows = rowsOf(counts, measure, context);
    return { measure, any: rows.length > 0, rows: rows.filter((row) => row.counts.length > 0) };
  });
  const shown = all.map((group) => ({ ...group, rows: group.rows.slice(0, MOST_STRIPS) }));
  const hidden = Math.max(0, ...all.map(({ rows }) => rows.length - MOST_STRIPS));
  const notes = notesOf(counts, hidden, true, context);
  return picture(context.words.chart.line.name, notes, context, (top) => plots(shown, top, context));
};

function plots(groups: readonly MeasureRows[], top: number, context: ChartContext): Plots {
  const { strips, shapes, bottom } = stripsOf(groups, top, context);
  const counts = strips.flatMap((strip) => strip.row.counts);
  const first = strips[0];
  if (!first) return { panels: [], shapes, marks: [], bottom, ringed: false };
  const time = timeAxis(counts, first.box.width, context);
  const marks: Mark[] = [];
  let ringed = false;
  const panels = strips.map((strip, index) => {
    const own = marksOfPeriods(strip.row, marks.length, index, context);
    const columns = own.map((mark) => ({ bucket: time.indexOf(mark.period ?? ''), estimate: mark.estimate }));
    const labels = placeLabels(columns, strip.box, time.names.length, strip.scale, context.words);
    ringed ||= own.some((mark, i) => mark.estimate.unnumbered > 0 && !labels[i]);
    marks.push(...own);
    return panel(strip, own, columns, labels, index, time, context);
  });
  return { panels, shapes, marks, bottom, ringed };
}

function panel(
  strip: Strip,
  marks: readonly Mark[],
  columns: readonly Column[],
  labels: readonly PlacedLabel[],
  index: number,
  time: TimeAxis,
  context: ChartContext,
): Panel {
  const { box, scale } = strip;
  const theme = chartThemes[context.theme];
  return {
    grid: grid(box),
    xAxis: timeOption(time, strip.last, theme),
    yAxis: {
      type: 'value',
      min: 0,
      max: scale.end,
      interval: scale.step,
      axisLabel: {
        fontSize: 12,
        fontFamily: theme.sans,
        color: theme.muted,
        margin: 8,
        formatter: (value: number) => context.words.number(value),
      },
      splitLine: { lineStyle: { color: theme.rule, width: 1 } },
    },
    series: series(
      index,
      marks,
      (mark, i) => [columns[i]?.bucket ?? 0, mark.estimate.high ?? mark.estimate.low],
      (mark, i, api) => shapesOf(mark, columns[i]?.bucket ?? 0, labels[i] ?? null, strip, api, context),
    ),
  };
}

function timeOption(time: TimeAxis, named: boolean, theme: Theme): object {
  const ticked = (i: number) => time.ticks.has(i);
  return {
    type: 'category',
    data: time.names.map((_, i) => String(i)),
    axisLine: { show: true, lineStyle: { color: theme.baseline, width: 1 } },
    // A name stands under the middle of its column; ticks would only add those that ECharts puts at either end.
    axisTick: { show: false },
    axisLabel: {
      show: named,
      interval: ticked,
      lineHeight: 15,
      fontSize: 12,
      fontFamily: theme.sans,
      color: theme.muted,
      margin: 8,
      formatter: (_: string, i: number) => time.ticks.get(i) ?? '',
    },
  };
}

function shapesOf(
  mark: Mark,
  bucket: number,
  label: PlacedLabel,
  { box }: Strip,
  api: CustomSeriesRenderItemAPI,
  context: ChartContext,
): Shape[] {
  const theme = chartThemes[context.theme];
  const y = (value: number) => api.coord([bucket, value])[1] ?? box.top;
  const middle = api.coord([bucket, 0])[0] ?? box.left;
  const size = api.size?.([1, 0]);
  const band = (Array.isArray(size) ? size[0] : size) ?? 1;
  const thickness = columnWidth(band);
  const { low, high, unnumbered } = mark.estimate;
  const extent = {
    zero: y(0),
    low: y(low),
    high: y(high ?? low),
    start: middle - thickness / 2,
    thickness,
    upright: true,
  };
  const above = bodyEnd(mark.estimate, extent) - 11;
  return [
    target({ ...box, left: middle - band / 2, width: band }, theme),
    ...body(mark.estimate, extent, colourOf(mark.measure, theme), theme),
    ...(label ? drawLabel(label, middle + label.shift - label.width / 2, above, theme) : []),
    ...(!label && unnumbered > 0 ? [ring(middle, above + 4, theme)] : []),
  ];
}
