import type { EChartsOption } from 'echarts';
import type { Drawing, Mark } from './chart.ts';
import { describe } from './describe.ts';
import { foot, head, watermark } from './frame.ts';
import { legend } from './notes.ts';
import { backdrop, isIn, type Panel } from './panel.ts';
import type { Plot } from './plot.ts';
import type { Shape } from './shape.ts';

/** What a chart type makes of its counts: plots, words beside them, and the pixel below the last of them. */
export interface Plots {
  panels: readonly Panel[];
  shapes: readonly Shape[];
  marks: readonly Mark[];
  bottom: number;
  /** Whether a badge had no room, so that a ring stands in its place. */
  ringed: boolean;
  /** Whether counts are cells of a table, whose edge is hatched, instead of lengths. */
  cells?: boolean;
  /** How to read the signs that only this chart has. */
  key?: readonly string[];
  /** Dated remarks that have no room beside the plots: they are named under them, apart from the signs. */
  named?: readonly string[];
  /** What is written beside the plots and stands for no mark, for the description. */
  told?: readonly string[];
}

/** Puts the frame around plots: title above, notes, the key of the signs and the source below. */
export function picture(
  name: string,
  notes: readonly string[],
  plot: Plot,
  plots: (top: number) => Plots,
): Drawing {
  const { theme } = plot;
  const top = head(plot);
  const { panels, shapes, marks, bottom, key: own = [], named = [], told = [], ...signs } = plots(top.height);
  const key = legend(
    marks.map((mark) => mark.estimate),
    signs,
    plot,
  );
  const standing = marks.some((mark) => mark.assemblyDay > 0) ? [plot.words.drawing.legend.assemblyDay] : [];
  const below = foot(notes, [[...own, ...key, ...standing], named], bottom, plot);
  const height = Math.ceil(bottom + below.height);
  // Over the shapes, so that no map covers it.
  const texts = [...top.shapes, ...shapes, ...watermark(plot, height), ...below.shapes];
  const option: EChartsOption = {
    // Movement is the page's to add; a picture on paper has none.
    animation: false,
    backgroundColor: theme.ground,
    textStyle: { fontFamily: theme.sans, color: theme.ink },
    // A series has the index of its panel; what is none of a panel comes after, and lies below.
    series: [
      ...panels.map((panel) => panel.series),
      ...panels.flatMap((panel) => panel.backdrop ?? []),
      { ...backdrop(texts), z: 0 },
    ],
  };
  const description = describe(name, marks, [...told, ...notes], plot);
  return {
    ...{ option, description, height, marks },
    markAt: (x, y) => markAt(panels, x, y),
    boxOf: ({ seriesIndex, dataIndex }) => panels[seriesIndex]?.where?.boxOf(dataIndex) ?? null,
  };
}

function markAt(panels: readonly Panel[], x: number, y: number): number | null {
  const at = panels.find(({ box }) => isIn(box, x, y));
  return at?.where?.markAt(x, y) ?? null;
}
