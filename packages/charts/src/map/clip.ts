export type Point = [x: number, y: number];

export interface Rectangle {
  left: number;
  right: number;
  top: number;
  bottom: number;
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
export function isCut([ax, ay]: Point, [bx, by]: Point, rectangle: Rectangle): boolean {
  return sidesOf(rectangle).some(({ axis, at }) =>
    axis === 0 ? ax === at && bx === at : ay === at && by === at,
  );
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
