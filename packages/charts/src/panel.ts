import type { CustomSeriesOption, CustomSeriesRenderItemAPI } from 'echarts';
import type { Mark } from './chart.ts';
import type { Shape } from './shape.ts';
import type { Theme } from './theme.ts';
import type { Where } from './where.ts';

/** Where a plot stands in the picture, in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** ECharts' own layout would shrink a plot to make room for labels that are measured here already. */
export function grid(box: Box) {
  return { ...box, containLabel: false, outerBoundsMode: 'none' as const };
}

/**
 * The series of one plot. `shapes` draws a mark from the pixels that the plot's axes give; it must be pure, because
 * ECharts calls it whenever it likes. Each datum carries its mark's index.
 */
export function series(
  index: number,
  marks: readonly Mark[],
  value: (mark: Mark, i: number) => [number, number],
  shapes: (mark: Mark, i: number, api: CustomSeriesRenderItemAPI) => Shape[],
): CustomSeriesOption {
  return {
    type: 'custom',
    xAxisIndex: index,
    yAxisIndex: index,
    clip: false,
    data: marks.map((mark, i) => ({ value: value(mark, i), mark: mark.index })),
    renderItem: (params, api) => {
      const mark = marks[params.dataIndex];
      return mark ? anew(shapes(mark, params.dataIndex, api)) : null;
    },
  };
}

type Group = Extract<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>, { type: 'group' }>;

/**
 * Shapes that take nothing over from those that stood there before: ECharts would merge one into the other by their
 * index, and leave a round end, a place or dashes of a picture that is gone.
 */
function anew(shapes: readonly Shape[]): Group {
  // ECharts' types know only the shapes that it has by itself.
  const children = [...shapes] as Group['children'];
  return { type: 'group', $mergeChildren: false, children };
}

/** An invisible area that makes a small mark easy to hit, and shows which one is meant. */
export function target(box: Box, theme: Theme): Shape {
  return {
    type: 'rect',
    shape: { x: box.left, y: box.top, width: box.width, height: box.height, r: 3 },
    style: { fill: theme.ink, opacity: 0 },
    emphasis: { style: { opacity: 0.07 } },
  };
}

/** What one plot adds to the option. Its axes and its series have the plot's own index. */
export interface Panel {
  grid: ReturnType<typeof grid>;
  xAxis: object;
  yAxis: object;
  series: CustomSeriesOption;
  /** What lies behind the marks and is none. */
  backdrop?: CustomSeriesOption;
  /** Where marks that are drawn together stand. */
  where?: Where;
}

/** What a plot draws that stands for no count, behind its marks or in front of nothing; no pointer reaches it. */
export function backdrop(index: number, shapes: readonly Shape[]): CustomSeriesOption {
  return {
    type: 'custom',
    xAxisIndex: index,
    yAxisIndex: index,
    clip: false,
    silent: true,
    z: 1,
    data: [[0, 0]],
    renderItem: () => anew(shapes),
  };
}

/** Marks that are drawn together: one datum of no mark, which no pointer reaches. */
export function drawnTogether(index: number, shapes: readonly Shape[]): CustomSeriesOption {
  return { ...backdrop(index, shapes), z: 2 };
}

/** A plot without axes, whose shapes know their own pixels. */
export function plane(
  box: Box,
  index: number,
  marks: readonly Mark[],
  shapes: (mark: Mark, i: number) => Shape[],
): Panel {
  return {
    grid: grid(box),
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: { type: 'value', min: 0, max: 1, show: false },
    series: series(index, marks, () => [0, 0], shapes),
  };
}
