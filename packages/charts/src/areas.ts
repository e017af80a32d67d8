import type { Mark } from './chart.ts';
import { merged } from './merged.ts';
import { type Box, backdrop, drawnTogether, type Panel, series, target } from './panel.ts';
import type { Shape } from './shape.ts';
import type { Theme } from './theme.ts';
import { areasWhere } from './where.ts';

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
    const where = areasWhere(
      areas.map((it) => it.box),
      marks[0]?.index ?? 0,
    );
    return { box, series: drawnTogether(shapes), backdrop: backdrop(behind), where };
  }
  return {
    box,
    series: series(marks, (_, i) => [target(areas[i]?.box ?? box, theme)]),
    backdrop: backdrop([...behind, ...shapes]),
  };
}
