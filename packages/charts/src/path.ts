import type { RectShape, Shape } from './shape.ts';

export type Corners = readonly [number, number, number, number];

/** The outline of many shapes as one text of SVG path commands, rounded to tenths of a pixel. */
export interface Outline {
  /** A rectangle; its corners are round by these radii, from the upper left one clockwise. */
  rect(at: RectShape['shape'], corners?: Corners): void;
  line(points: readonly (readonly [number, number])[]): void;
  circle(x: number, y: number, radius: number): void;
  /** Empty when nothing was drawn. */
  text(): string;
}

type Bends = [number, number, number, number];

export function createOutline(): Outline {
  const parts: string[] = [];
  return {
    rect: ({ x, y, width, height }, corners = [0, 0, 0, 0]) => {
      const [left, top, right, bottom] = [round(x), round(y), round(x + width), round(y + height)];
      const [a, b, c, d] = corners.map((radius) => round(Math.min(radius, width / 2, height))) as Bends;
      const bend = (radius: number, toX: number, toY: number) =>
        radius === 0 ? '' : `A${radius} ${radius} 0 0 1 ${round(toX)} ${round(toY)}`;
      parts.push(
        `M${left} ${round(bottom - d)}V${round(top + a)}${bend(a, left + a, top)}`,
        `H${round(right - b)}${bend(b, right, top + b)}V${round(bottom - c)}${bend(c, right - c, bottom)}`,
        d === 0 ? 'Z' : `H${round(left + d)}${bend(d, left, bottom - d)}Z`,
      );
    },
    line: (points) => {
      parts.push(points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(''));
    },
    circle: (x, y, radius) => {
      const [left, right, r] = [round(x - radius), round(x + radius), round(radius)];
      parts.push(
        `M${left} ${round(y)}A${r} ${r} 0 0 1 ${right} ${round(y)}A${r} ${r} 0 0 1 ${left} ${round(y)}Z`,
      );
    },
    text: () => parts.join(''),
  };
}

/** An outline in one paint; nothing where nothing was drawn. */
export function outlined(outline: Outline, style: Extract<Shape, { type: 'outline' }>['style']): Shape[] {
  const pathData = outline.text();
  return pathData === '' ? [] : [{ type: 'outline', shape: { pathData }, style, silent: true }];
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
