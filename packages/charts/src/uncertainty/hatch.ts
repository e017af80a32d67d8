import type { RectShape } from '../shape.ts';
import { type Extent, roundEnd, span } from './extent.ts';

/** What sources state at most: hatched from low to high, round at the end where they say "about". */
export function hatch(extent: Extent, colour: string, ground: string, round: boolean): RectShape {
  const shape = span(extent, extent.low, extent.high);
  const corners = round ? { r: roundEnd(extent, Math.abs(extent.high - extent.low)) } : {};
  return {
    type: 'rect',
    shape: { ...shape, ...corners },
    // A new decal each time, because ECharts writes into the one it is given.
    style: { fill: ground, stroke: colour, lineWidth: 1, decal: stripes(colour) },
  };
}

/** The stripes of an uncertainty, in the colour of what is uncertain. */
export function stripes(color: string) {
  return {
    symbol: 'rect',
    color,
    rotation: -Math.PI / 4,
    dashArrayX: [1, 0] as [number, number],
    dashArrayY: [1.5, 3.5] as [number, number],
  };
}
