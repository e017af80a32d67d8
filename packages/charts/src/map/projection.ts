import { smallestArc } from '@article21/model';
import type { Box } from '../marks/shape.ts';

/** Longitude and latitude in WGS 84 degrees. */
export type Position = readonly [lon: number, lat: number];

const RADIANS = Math.PI / 180;
/** A single town is not drawn as if it were the world. */
const LEAST_DEGREES = 3;
/** So many units is an outline wide, whatever the size of the picture. */
const UNITS = 1000;
/** ECharts writes a scale with three decimals; with no more of them, points lie exactly where outlines do. */
const DECIMALS = 1000;

interface Bounds {
  /** The middle of the shown arc of longitudes, and its width. */
  middle: number;
  width: number;
  south: number;
  north: number;
}

/** The part of the world that holds all positions, at least three degrees wide and high. */
export function boundsOf(positions: readonly Position[]): Bounds {
  const { west, width } = smallestArc(positions.map(([lon]) => lon));
  const [south, north] = widened(positions.map(([, lat]) => lat));
  return { middle: west + width / 2, width: Math.max(LEAST_DEGREES, width), south, north };
}

/** Where positions stand on a picture: all of `shown` within `width` and at most `height` pixels, north above. */
export interface Projection {
  box: Box;
  place(position: Position): [number, number];
  /**
   * Closed lines in whole units, and what brings them to their place. The points are the same in every size, so that
   * several maps in one page are, compressed, hardly more than one.
   */
  outline(rings: readonly (readonly Position[])[]): {
    rings: Point[][];
    x: number;
    y: number;
    scale: number;
    /** The box, in the same units. */
    box: Rectangle;
  };
}

/** Fits positions into a box that begins at its left and top; its height follows from what is shown. */
export function projectionOf(
  shown: readonly Position[],
  { left, top, width, height }: Box,
  margin: number,
): Projection {
  const bounds = boundsOf(shown);
  const project = albers(bounds);
  const placed = ([lon, lat]: Position) => project([turnFrom(lon, bounds.middle), lat]);
  const { x0, x1, y0, y1 } = extentOf(shown.length > 12 ? shown.map(placed) : corners(bounds).map(project));
  const unit = (x1 - x0) / UNITS;
  const fitting = Math.min((width - 2 * margin) / (x1 - x0), (height - 2 * margin) / (y1 - y0)) * unit;
  const unitScale = Math.max(1, Math.floor(fitting * DECIMALS)) / DECIMALS;
  const scale = unitScale / unit;
  const used = { left, top, width, height: Math.ceil((y1 - y0) * scale) + 2 * margin };
  const shift = left + (width - (x1 - x0) * scale) / 2;
  const round = ([x, y]: Point): Point => [Math.round((x - x0) / unit), Math.round((y - y0) / unit)];
  return {
    box: used,
    place: (position) => {
      const [x, y] = placed(position);
      return [shift + (x - x0) * scale, top + margin + (y - y0) * scale];
    },
    outline: (rings) => ({
      rings: rings.map((ring) => unbroken(ring, bounds.middle).map((it) => round(project(it)))),
      x: shift,
      y: top + margin,
      scale: unitScale,
      box: {
        left: (left - shift) / unitScale,
        right: (left + width - shift) / unitScale,
        top: -margin / unitScale,
        bottom: (used.height - margin) / unitScale,
      },
    }),
  };
}

export type Point = [x: number, y: number];

export interface Rectangle {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function widened(values: readonly number[]): [number, number] {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const missing = Math.max(0, LEAST_DEGREES - (most - least)) / 2;
  return [least - missing, most + missing];
}

/** A longitude as a turn from another, by the shorter way: -180 to 180. */
function turnFrom(lon: number, from: number): number {
  return ((((lon - from + 180) % 360) + 360) % 360) - 180;
}

/**
 * A closed line as one that never jumps: where it passes the 180th meridian its longitudes go on. Longitudes are turns
 * from the middle of what is shown.
 */
function unbroken(ring: readonly Position[], middle: number): Position[] {
  let last = turnFrom(ring[0]?.[0] ?? middle, middle);
  const turned = ring.map(([lon, lat]): Position => {
    last += turnFrom(lon, last + middle);
    return [last, lat];
  });
  const mean = turned.reduce((all, [turn]) => all + turn, 0) / Math.max(1, turned.length);
  const around = 360 * Math.round(mean / 360);
  return turned.map(([turn, lat]) => [turn - around, lat]);
}

/**
 * Albers' equal-area conic projection, with its standard parallels a sixth from the edges. Longitudes are turns from
 * the middle.
 */
function albers({ south, north }: Bounds): (position: Position) => [number, number] {
  const sixth = (north - south) / 6;
  const [first, second] = [Math.sin((south + sixth) * RADIANS), Math.sin((north - sixth) * RADIANS)];
  const n = (first + second) / 2;
  // Around the equator the cone is a cylinder.
  if (Math.abs(n) < 1e-6) return ([turn, lat]) => [turn * RADIANS, -Math.sin(lat * RADIANS)];
  const c = 1 - first * first + 2 * n * first;
  return ([turn, lat]) => {
    const radius = Math.sqrt(Math.max(0, c - 2 * n * Math.sin(lat * RADIANS))) / n;
    const angle = n * turn * RADIANS;
    return [radius * Math.sin(angle), radius * Math.cos(angle)];
  };
}

/** The edges of what is shown, as turns and latitudes: a few places may all lie away from them. */
function corners({ width, south, north }: Bounds): Position[] {
  return [-width / 2, 0, width / 2].flatMap((turn): Position[] => [
    [turn, south],
    [turn, north],
  ]);
}

function extentOf(points: readonly Point[]) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}
