import type { Outline } from '@article21/model';
import type { OutlineShape } from '../marks/shape.ts';
import { mix, type Theme } from '../theme.ts';
import type { Point, Position, Projection, Rectangle } from './projection.ts';

/**
 * The land of countries behind the points of a map: one area, and their borders over it. What lies outside of the map
 * is cut off, and no border is drawn where it is cut. `bottom` is the lowest pixel of it, 0 where there is none.
 */
export function landOf(
  outlines: readonly Outline[],
  projection: Projection,
  theme: Theme,
): { shapes: OutlineShape[]; bottom: number } {
  const all = outlines.flatMap(({ rings }) => rings as readonly (readonly Position[])[]);
  const { rings, box, ...placed } = projection.outline(all);
  const cut = rings
    .map((ring) => (isWithin(ring, box) ? ring : clip(ring, box)))
    .filter((it) => it.length > 2);
  const area = cut.map((ring) => `${line(ring)}Z`).join('');
  if (area === '') return { shapes: [], bottom: 0 };
  const lowest = cut.flat().reduce((most, [, y]) => Math.max(most, y), Number.NEGATIVE_INFINITY);
  const bottom = placed.y + lowest * placed.scale;
  const place = { x: placed.x, y: placed.y, scaleX: placed.scale, scaleY: placed.scale, silent: true };
  const border = { stroke: mix(theme.ground, theme.ink, 0.35), lineWidth: 1 / placed.scale };
  const fill = mix(theme.ground, theme.ink, 0.05);
  const borders = cut.map((ring) => bordersOf(ring, box)).join('');
  // Where nothing is cut, area and borders are the same line.
  const shapes: OutlineShape[] =
    borders === area
      ? [{ type: 'outline', ...place, shape: { pathData: area }, style: { fill, ...border } }]
      : [
          { type: 'outline', ...place, shape: { pathData: area }, style: { fill } },
          { type: 'outline', ...place, shape: { pathData: borders }, style: { fill: 'none', ...border } },
        ];
  return { shapes, bottom };
}

/** One side of a rectangle: which coordinate it bounds, where, and on which side of it the inside lies. */
interface Side {
  axis: 0 | 1;
  at: number;
  inside: 1 | -1;
}

/** What of a closed line lies in a rectangle, closed along its sides (Sutherland and Hodgman); empty where nothing does. */
export function clip(ring: readonly Point[], rectangle: Rectangle): Point[] {
  return sidesOf(rectangle)
    .reduce((points: readonly Point[], side) => cut(points, side), ring)
    .slice();
}

/** Whether two neighbours of a clipped line are joined by a side of the rectangle, and not by the line itself. */
function isCut([ax, ay]: Point, [bx, by]: Point, rectangle: Rectangle): boolean {
  return sidesOf(rectangle).some(({ axis, at }) =>
    axis === 0 ? ax === at && bx === at : ay === at && by === at,
  );
}

function isWithin(ring: readonly Point[], { left, right, top, bottom }: Rectangle): boolean {
  return ring.every(([x, y]) => x >= left && x <= right && y >= top && y <= bottom);
}

/** A closed line without the parts along which it was cut. */
function bordersOf(ring: readonly Point[], box: Rectangle): string {
  const cuts = ring.flatMap((point, i) =>
    isCut(point, ring[(i + 1) % ring.length] ?? point, box) ? [i] : [],
  );
  const [first] = cuts;
  if (first === undefined) return `${line(ring)}Z`;
  // From behind the first cut once around: each further cut ends a piece.
  const from = [...ring.slice(first + 1), ...ring.slice(0, first + 1)];
  const ends = cuts.map((i) => (i - first - 1 + ring.length) % ring.length).sort((a, b) => a - b);
  const starts = [0, ...ends.map((end) => end + 1)];
  return ends.map((end, i) => line(from.slice(starts[i], end + 1))).join('');
}

/** Points in whole units as path data; fewer than two make no line. */
function line(points: readonly Point[]): string {
  if (points.length < 2) return '';
  let [lastX, lastY] = [0, 0];
  return points
    .map((point, i) => {
      const [x, y] = point.map(Math.round) as Point;
      const [dx, dy] = [x - lastX, y - lastY];
      [lastX, lastY] = [x, y];
      return `${i === 0 ? 'M' : i === 1 ? 'l' : dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
    })
    .join('');
}

function sidesOf({ left, right, top, bottom }: Rectangle): Side[] {
  return [
    { axis: 0, at: left, inside: 1 },
    { axis: 0, at: right, inside: -1 },
    { axis: 1, at: top, inside: 1 },
    { axis: 1, at: bottom, inside: -1 },
  ];
}

function cut(points: readonly Point[], { axis, at, inside }: Side): Point[] {
  const isIn = (point: Point) => (point[axis] - at) * inside >= 0;
  return points.flatMap((point, i) => {
    const before = points[(i + points.length - 1) % points.length] ?? point;
    const crossing = isIn(point) === isIn(before) ? [] : [crossed(before, point, axis, at)];
    return isIn(point) ? [...crossing, point] : crossing;
  });
}

function crossed(a: Point, b: Point, axis: 0 | 1, at: number): Point {
  const other = axis === 0 ? 1 : 0;
  const along = a[other] + ((at - a[axis]) / (b[axis] - a[axis])) * (b[other] - a[other]);
  return axis === 0 ? [at, along] : [along, at];
}
