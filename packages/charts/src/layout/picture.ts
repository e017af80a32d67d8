import type { EChartsOption } from 'echarts';
import type { Drawing, Mark } from '../chart.ts';
import { panelName } from '../data/place-pages.ts';
import { measuresOf } from '../data/rows.ts';
import { datingKey } from '../marks/day-signs.ts';
import { isIn, type Shape } from '../marks/shape.ts';
import type { Plot } from '../plot.ts';
import { foot, head, legend, watermark } from './frame.ts';
import { backdrop, type Panel } from './panel.ts';

/** What a chart type makes of its counts: plots, words beside them, and the pixel below the last of them. */
export interface Content {
  panels: readonly Panel[];
  shapes: readonly Shape[];
  marks: readonly Mark[];
  bottom: number;
  /** Whether a badge had no room, so that a ring stands in its place. */
  ringed: boolean;
  /** In how many marks nothing tells of reports without a number, because there is no room. */
  untold?: number;
  /** Where counts are cells instead of lengths: whether any has letters, and whether the edge of any is hatched. */
  cells?: { letters: boolean; edges: boolean };
  /** Whether counts are circles instead of lengths. */
  circles?: boolean;
  /** Whether ranges are bands instead of hatchings. */
  banded?: boolean;
  /** Whether a cell has reports without a number alone, and no room to say so. */
  framed?: boolean;
  /** How to read the signs that only this chart has. */
  key?: readonly string[];
  /** Dated annotations and places that have no room beside the plots: they are named under them, apart from the signs. */
  named?: readonly string[];
  /** What is written beside the plots and stands for no mark, for the description. */
  captions?: readonly string[];
}

/** Puts the frame around the content: title above, notes, the key of the signs and the source below. */
export function picture(
  name: string,
  notes: readonly string[],
  plot: Plot,
  content: (top: number) => Content,
): Drawing {
  const { theme } = plot;
  const top = head(plot);
  const {
    panels,
    shapes,
    marks,
    bottom,
    key: own = [],
    named = [],
    captions = [],
    ...signs
  } = content(top.height);
  const key = legend(
    marks.map((mark) => mark.estimate),
    signs,
    plot,
  );
  const standing = datingKey(
    marks.map((mark) => mark.dating),
    plot.words,
  );
  const keys = [...own, ...key, ...standing];
  const below = plot.footless ? { shapes: [], height: plot.left } : foot(notes, [keys, named], bottom, plot);
  const height = Math.ceil(bottom + below.height);
  const texts = [...top.shapes, ...shapes, ...below.shapes];
  const across = watermark(plot, height);
  const option: EChartsOption = {
    // Movement is the page's to add; a picture on paper has none.
    animation: false,
    backgroundColor: theme.ground,
    // Else ECharts would look at the ground, which may be that of both themes; no colour here is its own.
    darkMode: false,
    textStyle: { fontFamily: theme.sans, color: theme.ink },
    // A series has the index of its panel; what is none of a panel comes after, and lies below.
    series: [
      ...panels.map((panel) => panel.series),
      ...panels.flatMap((panel) => panel.backdrop ?? []),
      { ...backdrop(texts), z: 0 },
      // Over all marks, so that neither a map nor filled cells cover it.
      ...(across.length > 0 ? [{ ...backdrop(across), z: 3 }] : []),
    ],
  };
  const description = describe(name, marks, [...captions, ...notes], plot);
  return {
    ...{ option, description, width: plot.pictureWidth, height, words: top.words, marks },
    foot: [...notes, ...[keys, named].map((it) => it.join(' · ')).filter((it) => it !== '')],
    markAt: (x, y) => markAt(panels, x, y),
    boxOf: ({ seriesIndex, dataIndex }) => panels[seriesIndex]?.hitTest?.boxOf(dataIndex) ?? null,
  };
}

/** Marks that are read out in full before the rest is only counted. */
const READ = 12;

/** The text alternative of a chart: what it is, then plot by plot what each mark says, then the notes. */
function describe(name: string, marks: readonly Mark[], notes: readonly string[], plot: Plot): string {
  const { words } = plot;
  const plots = measuresOf(plot).map((measure) => {
    const own = marks.filter((mark) => mark.measure === measure && mark.places === undefined);
    if (own.length === 0) return `${panelName(measure, plot)}. ${words.drawing.noNumber}`;
    const read = own.slice(0, READ).map((mark) => mark.label);
    const rest = own.length - read.length;
    if (rest > 0) read.push(words.plural(words.drawing.moreMarks, rest));
    return `${panelName(measure, plot)}. ${read.join('; ')}.`;
  });
  const synthetic = plot.synthetic ? [`${words.ui.synthetic}.`] : [];
  const title = plot.title ? [`${plot.title.replace(/[.\s]+$/, '')}.`] : [];
  if (plot.title && plot.addedTitle) title.push(words.drawing.addedTitle);
  return [...synthetic, ...title, `${name}.`, ...plots, ...notes.map(sentence)].join(' ');
}

function markAt(panels: readonly Panel[], x: number, y: number): number | null {
  const at = panels.find(({ box }) => isIn(box, x, y));
  return at?.hitTest?.markAt(x, y) ?? null;
}

function sentence(note: string): string {
  return /[.!?]$/.test(note) ? note : `${note}.`;
}
