import type { Box, OutlineShape } from './shape.ts';
import { createOutline } from './shape.ts';

/** How a hatching runs: which way, how thick its lines are and how far apart, in pixels across them. */
export interface Hatching {
  /** Rising to the right, or falling. */
  way: 'rising' | 'falling';
  lineWidth: number;
  apart: number;
}

/** More is possible. */
export const uncertain: Hatching = { way: 'rising', lineWidth: 1.5, apart: 5 };
/** Nobody is known to have watched: the other way, thinner and wider apart. */
export const unmonitored: Hatching = { way: 'falling', lineWidth: 0.75, apart: 6 };

type Point = readonly [x: number, y: number];

/** Neither end of a line reaches over the edge of its area. */
const WITHIN = 0.5;

/**
 * The lines of a hatching within convex areas, which are given by their corners. They are lines and not a pattern: a pattern
 * is printed as an image by browsers, and with seams by programs that show PDF. Lines of neighbouring areas meet.
 */
export function hatched(
  areas: readonly (readonly Point[])[],
  hatching: Hatching,
  colour: string,
): OutlineShape[] {
  const outline = createOutline();
  const sign = hatching.way === 'rising' ? 1 : -1;
  const apart = hatching.apart * Math.SQRT2;
  for (const area of areas) {
    // A line is where x plus (or minus) y is constant.
    const along = ([x, y]: Point) => x + sign * y;
    const ends = area.map(along);
    const last = Math.max(...ends);
    for (let at = Math.ceil(Math.min(...ends) / apart) * apart; at < last; at += apart) {
      const [from, to] = crossings(area, (point) => along(point) - at);
      if (from && to) drawWithin(outline, from, to);
    }
  }
  const pathData = outline.text();
  const style = { stroke: colour, lineWidth: hatching.lineWidth, fill: 'none' };
  return pathData === '' ? [] : [{ type: 'outline', shape: { pathData }, style, silent: true }];
}

/** The corners of a box, clockwise; those at its far end are round by a radius, at the top or on the right. */
export function cornersOf(
  { left, top, width, height }: Box,
  radius = 0,
  end: 'top' | 'right' = 'top',
): Point[] {
  const [right, bottom] = [left + width, top + height];
  const square: Point[] = [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
  if (radius <= 0) return square;
  const lowerLeft: Point = [left, bottom];
  const upperRight = bend([right - radius, top + radius], radius, -Math.PI / 2);
  return end === 'top'
    ? [...bend([left + radius, top + radius], radius, -Math.PI), ...upperRight, [right, bottom], lowerLeft]
    : [[left, top], ...upperRight, ...bend([right - radius, bottom - radius], radius, 0), lowerLeft];
}

/** The corners of a circle, near enough for lines that end at its edge. */
export function circleCorners(x: number, y: number, radius: number): Point[] {
  const count = Math.max(12, Math.ceil(radius * 3));
  return Array.from({ length: count }, (_, i): Point => {
    const angle = (i / count) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** A quarter of a circle, clockwise from an angle. */
function bend([x, y]: Point, radius: number, from: number): Point[] {
  return [0, 1, 2, 3].map((step): Point => {
    const angle = from + (step / 3) * (Math.PI / 2);
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}

/** Where the edges of a convex area cross a line, given by the distance from it: two points, or none. */
function crossings(area: readonly Point[], distance: (point: Point) => number): Point[] {
  return area.flatMap((from, i): Point[] => {
    const to = area[(i + 1) % area.length] ?? from;
    const [before, after] = [distance(from), distance(to)];
    if (before < 0 === after < 0) return [];
    const share = before / (before - after);
    return [[from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]];
  });
}

function drawWithin(outline: ReturnType<typeof createOutline>, from: Point, to: Point): void {
  const [dx, dy] = [Math.sign(to[0] - from[0]) * WITHIN, Math.sign(to[1] - from[1]) * WITHIN];
  if (Math.abs(to[0] - from[0]) <= 2 * WITHIN) return;
  outline.line([
    [from[0] + dx, from[1] + dy],
    [to[0] - dx, to[1] - dy],
  ]);
}
