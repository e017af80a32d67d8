import type { SlidePanel } from './deck.ts';

/** A rectangle of a slide, in points. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const GAP = 16;

/** How much thicker the bars of a column may be than those of the column beside it. */
const THICKER = 2;

/**
 * Panels side by side and below each other, read down a column and then the next: what has more bars is higher, and the
 * columns are as even as the order allows. A single bar beside a column of many does not become a wall.
 */
export function placePanels(panels: readonly SlidePanel[], area: Area): Area[] {
  const weights = panels.map(weightOf);
  const count = panels.length < 2 ? 1 : panels.length <= 4 ? 2 : 3;
  const columns = split(weights, count);
  const width = (area.width - GAP * (columns.length - 1)) / columns.length;
  // What a line of bars gets where each column is filled.
  const lines = columns.map((column) => (area.height - GAP * (column.length - 1)) / sum(column));
  const tallest = THICKER * Math.min(...lines);
  const kinds = panels.map(({ kind }) => kind).values();
  return columns.flatMap((column, c) => {
    const filled = lines[c] ?? 0;
    let y = area.y;
    return column.map((weight) => {
      const line = kinds.next().value === 'bar' ? Math.min(filled, tallest) : filled;
      const own = { x: area.x + c * (width + GAP), y, width, height: line * weight };
      y += own.height + GAP;
      return own;
    });
  });
}

/** As much of an area as something of these proportions takes, in the middle of its top. */
export function inProportion(of: Pick<Area, 'width' | 'height'>, { x, y, width, height }: Area): Area {
  const scale = Math.min(width / of.width, height / of.height);
  const own = { width: of.width * scale, height: of.height * scale };
  return { x: x + (width - own.width) / 2, y, ...own };
}

/** Bars need a line for each category, and their title; the others are as high as there is room. */
function weightOf(panel: SlidePanel): number {
  return panel.kind === 'bar' ? Math.max(2, panel.categories.length) + 3 : 10;
}

/** Cuts a list into as many pieces, so that the heaviest is as light as can be. */
function split(weights: readonly number[], count: number): number[][] {
  if (count === 1 || weights.length <= 1) return [[...weights]];
  const ways = Array.from({ length: weights.length - count + 1 }, (_, i) => {
    const first = weights.slice(0, i + 1);
    return [[...first], ...split(weights.slice(i + 1), count - 1)];
  });
  const heaviest = (way: readonly (readonly number[])[]) => Math.max(...way.map(sum));
  return ways.reduce((best, way) => (heaviest(way) < heaviest(best) ? way : best));
}

function sum(weights: readonly number[]): number {
  return weights.reduce((all, it) => all + it, 0);
}
