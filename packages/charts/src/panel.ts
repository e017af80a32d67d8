import type { CustomSeriesOption } from 'echarts';
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

/** Whether a point lies in a box; of boxes side by side, in one only. */
export function isIn({ left, top, width, height }: Box, x: number, y: number): boolean {
  return x >= left && x < left + width && y >= top && y < top + height;
}

/**
 * The series of one plot; `shapes` draws a mark and must be pure, because ECharts calls it whenever it likes. Each datum
 * carries its mark's index. There is no axis and no grid of ECharts: all pixels are known here.
 */
export function series(
  marks: readonly Mark[],
  shapes: (mark: Mark, i: number) => Shape[],
): CustomSeriesOption {
  return {
    type: 'custom',
    coordinateSystem: 'none',
    data: marks.map((mark) => ({ value: 0, mark: mark.index })),
    renderItem: ({ dataIndex }) => {
      const mark = marks[dataIndex];
      return mark ? anew(shapes(mark, dataIndex)) : null;
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

/** What one plot adds to the picture. Its series has the plot's own index. */
export interface Panel {
  box: Box;
  series: CustomSeriesOption;
  /** What lies behind the marks and is none. */
  backdrop?: CustomSeriesOption;
  /** Where marks that are drawn together stand. */
  where?: Where;
}

/** What a plot draws that stands for no count, behind its marks or in front of nothing; no pointer reaches it. */
export function backdrop(shapes: readonly Shape[]): CustomSeriesOption {
  return {
    type: 'custom',
    coordinateSystem: 'none',
    silent: true,
    z: 1,
    data: [0],
    renderItem: () => anew(shapes),
  };
}

/** Marks that are drawn together: one datum of no mark, which no pointer reaches. */
export function drawnTogether(shapes: readonly Shape[]): CustomSeriesOption {
  return { ...backdrop(shapes), z: 2 };
}
