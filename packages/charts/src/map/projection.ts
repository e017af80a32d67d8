import type { Box } from '../panel.ts';

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
  west: number;
  east: number;
  south: number;
  north: number;
}

/** The part of the world that holds all positions, at least three degrees wide and high. */
export function boundsOf(positions: readonly Position[]): Bounds {
  const [west, east] = widened(positions.map(([lon]) => lon));
  const [south, north] = widened(positions.map(([, lat]) => lat));
  return { west, east, south, north };
}

function widened(values: readonly number[]): [number, number] {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const missing = Math.max(0, LEAST_DEGREES - (most - least)) / 2;
  return [least - missing, most + missing];
}

/** Albers' equal-area conic projection, with its standard parallels a sixth from the edges. */
function albers({ west, east, south, north }: Bounds): (position: Position) => [number, number] {
  const sixth = (north - south) / 6;
  const [first, second] = [Math.sin((south + sixth) * RADIANS), Math.sin((north - sixth) * RADIANS)];
  const n = (first + second) / 2;
  const middle = ((west + east) / 2) * RADIANS;
  // Around the equator the cone is a cylinder.
  if (Math.abs(n) < 1e-6) return ([lon, lat]) => [lon * RADIANS - middle, -Math.sin(lat * RADIANS)];
  const c = 1 - first * first + 2 * n * first;
  return ([lon, lat]) => {
    const radius = Math.sqrt(Math.max(0, c - 2 * n * Math.sin(lat * RADIANS))) / n;
    const angle = n * (lon * RADIANS - middle);
    return [radius * Math.sin(angle), radius * Math.cos(angle)];
  };
}

/** Where positions stand on a picture: all of `shown` within `width` and at most `height` pixels, north above. */
export interface Projection {
  box: Box;
  place(position: Position): [number, number];
  /**
   * A closed line in whole units, and what brings it to its place. The points are the same in every size, so that
   * several maps in one page are, compressed, hardly more than one.
   */
  outline(ring: readonly Position[]): { points: [number, number][]; x: number; y: number; scale: number };
}

/** Fits positions into a box that begins at its left and top; its height follows from what is shown. */
export function projectionOf(
  shown: readonly Position[],
  { left, top, width, height }: Box,
  margin: number,
): Projection {
  const bounds = boundsOf(shown);
  const project = albers(bounds);
  const { west, east, south, north } = bounds;
  const corners: Position[] = [west, (west + east) / 2, east].flatMap((lon): Position[] => [
    [lon, south],
    [lon, north],
  ]);
  const points = [...(shown.length > 12 ? shown : corners)].map(project);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const unit = (x1 - x0) / UNITS;
  const fitting = Math.min((width - 2 * margin) / (x1 - x0), (height - 2 * margin) / (y1 - y0)) * unit;
  const unitScale = Math.max(1, Math.floor(fitting * DECIMALS)) / DECIMALS;
  const scale = unitScale / unit;
  const used = { left, top, width, height: Math.ceil((y1 - y0) * scale) + 2 * margin };
  const shift = left + (width - (x1 - x0) * scale) / 2;
  return {
    box: used,
    place: (position) => {
      const [x, y] = project(position);
      return [shift + (x - x0) * scale, top + margin + (y - y0) * scale];
    },
    outline: (ring) => {
      const round = (it: number) => Math.round(it / unit);
      const points = ring.map(project).map(([x, y]): [number, number] => [round(x - x0), round(y - y0)]);
      return { points, x: shift, y: top + margin, scale: unitScale };
    },
  };
}
