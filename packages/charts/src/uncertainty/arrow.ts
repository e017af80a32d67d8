import type { LineShape } from '../shape.ts';
import { direction, type Extent, point } from './extent.ts';

/** How far an arrow reaches beyond the least that is stated, in pixels. It is no measure of anything. */
export const ARROW = 16;
const HEAD = { narrowest: 1.5, widest: 4.5 };

/** How far the head of an arrow reaches to either side: narrow columns have narrow ones, which leave each other alone. */
export function arrowHead(thickness: number): number {
  return Math.min(HEAD.widest, Math.max(HEAD.narrowest, thickness / 2 + 1));
}

/** The open edge of a count whose sources state no upper limit. */
export function arrow(extent: Extent, colour: string): LineShape[] {
  const way = direction(extent);
  const middle = extent.start + extent.thickness / 2;
  const head = arrowHead(extent.thickness);
  const tip = extent.low + way * (ARROW - 2);
  const back = tip - way * head;
  const line = (points: [number, number][]): LineShape => ({
    type: 'polyline',
    shape: { points },
    style: { stroke: colour, lineWidth: 1.75, fill: 'none' },
  });
  return [
    line([point(extent, extent.low, middle), point(extent, tip, middle)]),
    line([
      point(extent, back, middle - head),
      point(extent, tip, middle),
      point(extent, back, middle + head),
    ]),
  ];
}
