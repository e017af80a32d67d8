import type { Theme } from '../theme.ts';

/** Where a plot stands in the picture, in pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Whether a point lies in a box; of boxes side by side, in one only. */
export function isIn({ left, top, width, height }: Box, x: number, y: number): boolean {
  return x >= left && x < left + width && y >= top && y < top + height;
}

/** The few graphic elements that charts are made of, as ECharts' custom series take them. */
export type Shape = RectShape | CircleShape | LineShape | PolygonShape | OutlineShape | TextShape;

interface Paint {
  fill?: string;
  stroke?: string;
  lineWidth?: number;
  lineDash?: number[];
  opacity?: number;
}

export interface RectShape {
  type: 'rect';
  shape: { x: number; y: number; width: number; height: number; r?: number | number[] };
  style: Paint;
  emphasis?: { style: Paint };
  silent?: boolean;
}

interface CircleShape {
  type: 'circle';
  shape: { cx: number; cy: number; r: number };
  style: Paint;
  emphasis?: { style: Paint };
  silent?: boolean;
}

interface PolygonShape {
  type: 'polygon';
  shape: { points: [number, number][] };
  style: Paint;
  silent?: boolean;
}

/** Many shapes of one paint: SVG path data, which is painted as it is. See `useOutlines` of the package `render`. */
export interface OutlineShape {
  type: 'outline';
  x?: number;
  y?: number;
  scaleX?: number;
  scaleY?: number;
  shape: { pathData: string };
  style: Paint;
  silent?: boolean;
}

export interface LineShape {
  type: 'polyline';
  shape: { points: [number, number][] };
  style: Paint;
  silent?: boolean;
}

export interface TextShape {
  type: 'text';
  x: number;
  y: number;
  rotation?: number;
  silent: boolean;
  style: {
    text: string;
    fill: string;
    fontSize: number;
    fontFamily: string;
    fontWeight: number;
    align: 'left' | 'center' | 'right';
    verticalAlign: 'top' | 'middle' | 'bottom';
    opacity?: number;
    /** A rim in the colour of the ground, which keeps rules from running through letters. */
    stroke?: string;
    lineWidth?: number;
  };
}

/** A line of text, which no pointer reaches; its place is its left end and its middle unless said otherwise. */
export function textShape(
  text: string,
  at: { x: number; y: number },
  theme: Theme,
  style: Partial<TextShape['style']> = {},
): TextShape {
  return {
    type: 'text',
    ...at,
    silent: true,
    style: {
      text: safeText(text),
      fill: theme.ink,
      fontSize: 13,
      fontFamily: theme.sans,
      fontWeight: 400,
      align: 'left',
      verticalAlign: 'middle',
      ...style,
    },
  };
}

export type Corners = readonly [number, number, number, number];

/** The outline of many shapes as one text of SVG path commands, rounded to tenths of a pixel. */
export interface Outline {
  /** A rectangle; its corners are round by these radii, from the upper left one clockwise. */
  rect(at: RectShape['shape'], corners?: Corners): void;
  line(points: readonly (readonly [number, number])[]): void;
  circle(x: number, y: number, radius: number): void;
  /** What another outline drew. */
  add(text: string): void;
  /** Empty when nothing was drawn. */
  text(): string;
}

type Bends = [number, number, number, number];

export function createOutline(): Outline {
  const parts: string[] = [];
  return {
    rect: ({ x, y, width, height }, corners = [0, 0, 0, 0]) => {
      const [left, top, right, bottom] = [round(x), round(y), round(x + width), round(y + height)];
      if (corners.every((radius) => radius === 0)) {
        parts.push(`M${left} ${bottom}V${top}H${right}V${bottom}Z`);
        return;
      }
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
    add: (text) => {
      parts.push(text);
    },
    text: () => parts.join(''),
  };
}

/** An outline in one paint; nothing where nothing was drawn. */
export function outlined(outline: Outline, style: Extract<Shape, { type: 'outline' }>['style']): Shape[] {
  const pathData = outline.text();
  return pathData === '' ? [] : [{ type: 'outline', shape: { pathData }, style, silent: true }];
}

/**
 * Shapes that no pointer is told of and that do not cover each other, as few: all of one paint are one outline, and
 * above them is what is none, such as words. Each element of its own keeps a reader waiting.
 */
export function merged(shapes: readonly Shape[]): Shape[] {
  const paints = new Map<string, { outline: Outline; style: OutlineShape['style'] }>();
  const others: Shape[] = [];
  for (const shape of shapes) {
    if ((shape.type !== 'rect' && shape.type !== 'polyline' && shape.type !== 'outline') || isPlaced(shape)) {
      others.push(shape);
      continue;
    }
    const style = { fill: 'none', ...shape.style };
    const key = keyOf(style);
    const { outline } = paints.get(key) ?? { outline: createOutline() };
    paints.set(key, { outline, style });
    if (shape.type === 'polyline') outline.line(shape.shape.points);
    else if (shape.type === 'outline') outline.add(shape.shape.pathData);
    else addRect(outline, shape.shape);
  }
  return [...[...paints.values()].flatMap(({ outline, style }) => outlined(outline, style)), ...others];
}

/**
 * A text as ECharts may be given it. Its renderer keeps the widths of texts in a plain object, by the text itself, so
 * that a line that reads `__proto__` or `constructor` would write into every object of the program. A space at the end
 * makes it a key like any other, and is not seen.
 */
function safeText(text: string): string {
  return text
    .split('\n')
    .map((line) => (line in Object.prototype ? `${line} ` : line))
    .join('\n');
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** Whether an outline is in units of its own, as the land of a map. */
function isPlaced(shape: Shape): boolean {
  return shape.type === 'outline' && shape.scaleX !== undefined;
}

function keyOf({ fill, stroke, lineWidth, lineDash, opacity }: OutlineShape['style']): string {
  return [fill, stroke, lineWidth, lineDash, opacity].join(';');
}

function addRect(outline: Outline, { x, y, width, height, r = 0 }: RectShape['shape']): void {
  const [a = 0, b = a, c = a, d = b] = typeof r === 'number' ? [r] : r;
  const corners: Corners = [a, b, c, d];
  outline.rect({ x, y, width, height }, corners);
}
