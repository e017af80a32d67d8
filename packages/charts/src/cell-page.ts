import type { Mark } from './chart.ts';
import type { Silence } from './coverage.ts';
import type { Panel } from './panel.ts';
import type { Shape } from './shape.ts';
import { MANY } from './together.ts';

/** What has been drawn of a picture whose counts are cells, plot by plot. */
export interface CellPage {
  panels: Panel[];
  shapes: Shape[];
  marks: Mark[];
  silences: Set<Silence>;
  ringed: boolean;
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
  ringed: boolean;
  silences: Set<Silence>;
}

/** A page for so many cells, with nothing on it yet. */
export function createCellPage(cells: number): CellPage {
  return { panels: [], shapes: [], marks: [], silences: new Set(), ringed: false, many: cells > MANY };
}

/** Where the next plot of a page begins. */
export function nextOn({ panels, marks, many }: CellPage): CellPosition {
  return { panel: panels.length, mark: marks.length, many };
}

export function addPlot(page: CellPage, { panel, marks, ringed, silences }: CellPlot): void {
  page.panels.push(panel);
  page.marks.push(...marks);
  page.ringed ||= ringed;
  for (const kind of silences) page.silences.add(kind);
}
