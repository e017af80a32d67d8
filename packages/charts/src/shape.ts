import { harmless } from './text/harmless.ts';
import type { Theme } from './theme.ts';

/** The few graphic elements that charts are made of, as ECharts' custom series take them. */
export type Shape = RectShape | CircleShape | LineShape | PolygonShape | OutlineShape | TextShape;

interface Decal {
  symbol: string;
  color: string;
  rotation: number;
  dashArrayX: [number, number];
  dashArrayY: [number, number];
}

interface Paint {
  fill?: string;
  stroke?: string;
  lineWidth?: number;
  lineDash?: number[];
  opacity?: number;
  decal?: Decal;
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
      text: harmless(text),
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
