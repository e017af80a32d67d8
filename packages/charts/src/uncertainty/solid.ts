import type { RectShape } from '../shape.ts';
import { type Extent, roundEnd, span } from './extent.ts';

/** What sources state at least: solid from zero to low; its end is round where they say "about". */
export function solid(extent: Extent, colour: string, round: boolean): RectShape {
  const shape = span(extent, extent.zero, extent.low);
  const corners = round ? { r: roundEnd(extent, Math.abs(extent.low - extent.zero)) } : {};
  return { type: 'rect', shape: { ...shape, ...corners }, style: { fill: colour } };
}
