import type { CustomSeriesOption } from 'echarts';
import type { Mark } from '../chart.ts';
import type { CoverageGap } from '../data/coverage.ts';
import { type Box, isIn, merged, type Shape } from '../marks/shape.ts';
import type { Theme } from '../theme.ts';

/** More marks than this in one picture are drawn together: each as an element of its own would keep a reader waiting. */
export const MANY = 60;

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
      return mark ? freshGroup(shapes(mark, dataIndex)) : null;
    },
  };
}

type Group = Extract<ReturnType<NonNullable<CustomSeriesOption['renderItem']>>, { type: 'group' }>;

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
  hitTest?: HitTest;
}

/** What a plot draws that stands for no count, behind its marks or in front of nothing; no pointer reaches it. */
export function backdrop(shapes: readonly Shape[]): CustomSeriesOption {
  return {
    type: 'custom',
    coordinateSystem: 'none',
    silent: true,
    z: 1,
    data: [0],
    renderItem: () => freshGroup(shapes),
  };
}

/** Marks that are drawn together: one datum of no mark, which no pointer reaches. */
export function denseSeries(shapes: readonly Shape[]): CustomSeriesOption {
  return { ...backdrop(shapes), z: 2 };
}

/** Where the marks of a plot stand that are drawn together. */
export interface HitTest {
  /** The index of the mark that is meant at a point of the picture, in pixels. */
  markAt(x: number, y: number): number | null;
  /** The area of the mark with an index within its plot; null where there is none. */
  boxOf(dataIndex: number): Box | null;
}

/** The places of areas, of which the first has the mark with the index `first`. Of several the uppermost is meant. */
function hitTestOfAreas(areas: readonly Box[], first: number): HitTest {
  return {
    markAt: (x, y) => {
      const i = areas.findLastIndex((area) => isIn(area, x, y));
      return i < 0 ? null : first + i;
    },
    boxOf: (dataIndex) => areas[dataIndex] ?? null,
  };
}

/** A mark with an area of its own, in pixels: its ground, and the signs that stand on it. */
export interface Area {
  box: Box;
  ground: readonly Shape[];
  signs: readonly Shape[];
}

/** A plot of areas. */
interface AreaPlot {
  box: Box;
  marks: readonly Mark[];
  /** One for each mark. */
  areas: readonly Area[];
  behind: readonly Shape[];
  /** Whether the picture has so many marks that they are drawn together. */
  many: boolean;
}

/** The plot of marks whose grounds do not cover each other, one area for each; all of one paint are one outline. */
export function areaPanel({ box, marks, areas, behind, many }: AreaPlot, theme: Theme): Panel {
  const shapes = [...merged(areas.flatMap((it) => it.ground)), ...merged(areas.flatMap((it) => it.signs))];
  if (many) {
    const hitTest = hitTestOfAreas(
      areas.map((it) => it.box),
      marks[0]?.index ?? 0,
    );
    return { box, series: denseSeries(shapes), backdrop: backdrop(behind), hitTest };
  }
  return {
    box,
    series: series(marks, (_, i) => [target(areas[i]?.box ?? box, theme)]),
    backdrop: backdrop([...behind, ...shapes]),
  };
}

/** What has been drawn of a picture whose counts are cells, plot by plot. */
export interface CellPage {
  panels: Panel[];
  shapes: Shape[];
  marks: Mark[];
  gaps: Set<CoverageGap>;
  ringed: boolean;
  /** Whether any cell has letters, and whether the edge of any is hatched. */
  cells: { letters: boolean; edges: boolean };
  /** Whether a cell has reports without a number alone, and no room to say so. */
  framed: boolean;
  /** In how many cells nothing tells of reports without a number. */
  untold: number;
  /** Whether the picture has so many marks that they are drawn together. */
  many: boolean;
}

/** From where the next plot's panel and marks are counted. */
export interface CellPosition {
  panel: number;
  mark: number;
  many: boolean;
}

/** One plot of cells. */
export interface CellPlot {
  panel: Panel;
  marks: Mark[];
  /** Of its cells. */
  cells: readonly { ringed: boolean; edged: boolean; lettered: boolean; framed: boolean; untold: boolean }[];
  gaps: Set<CoverageGap>;
}

/** A page for so many cells, with nothing on it yet. */
export function createCellPage(count: number): CellPage {
  const signs = { ringed: false, framed: false, untold: 0, cells: { letters: false, edges: false } };
  return { panels: [], shapes: [], marks: [], gaps: new Set(), ...signs, many: count > MANY };
}

/** Where the next plot of a page begins. */
export function nextPosition({ panels, marks, many }: CellPage): CellPosition {
  return { panel: panels.length, mark: marks.length, many };
}

export function addPlot(page: CellPage, { panel, marks, cells, gaps }: CellPlot): void {
  page.panels.push(panel);
  page.marks.push(...marks);
  page.ringed ||= cells.some((it) => it.ringed);
  page.framed ||= cells.some((it) => it.framed);
  page.cells.edges ||= cells.some((it) => it.edged);
  page.cells.letters ||= cells.some((it) => it.lettered);
  page.untold += cells.filter((it) => it.untold).length;
  for (const kind of gaps) page.gaps.add(kind);
}

/**
 * Shapes that take nothing over from those that stood there before: ECharts would merge one into the other by their
 * index, and leave a round end, a place or dashes of a picture that is gone.
 */
function freshGroup(shapes: readonly Shape[]): Group {
  // ECharts' types know only the shapes that it has by itself.
  const children = [...shapes] as Group['children'];
  return { type: 'group', $mergeChildren: false, children };
}
