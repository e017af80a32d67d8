import type { Theme } from '../theme.ts';
import type { Outline } from './shape.ts';

/** Places that one plot can hold together; of more, neither colours nor signs are told apart. */
export const MOST_SERIES = 6;

/** A colour and a sign, so that nobody needs the colour. */
export interface SeriesLook {
  colour: string;
  sign: Sign;
}

type Sign = 'circle' | 'square' | 'triangle' | 'lozenge' | 'cross' | 'wedge';

const signs: readonly Sign[] = ['circle', 'square', 'triangle', 'lozenge', 'cross', 'wedge'];
const colours = ['blue', 'orange', 'teal', 'magenta', 'brown', 'olive'] as const;

/** The look of the place with a position among those of a picture, from 0; the same in each of its plots. */
export function lookOf(position: number, theme: Theme): SeriesLook {
  const i = position % MOST_SERIES;
  return { colour: theme.colours[colours[i] ?? 'blue'], sign: signs[i] ?? 'circle' };
}

/** Half the width of a sign in pixels. */
export const SIGN_HALF = 4;

/** The corners of the signs that have some, in halves of a sign from its middle. */
const corners: Readonly<Record<Exclude<Sign, 'circle'>, readonly (readonly [number, number])[]>> = {
  square: [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85],
  ],
  triangle: [
    [0, -1.1],
    [1.1, 0.9],
    [-1.1, 0.9],
  ],
  lozenge: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
  cross: [
    [-1.1, -0.35],
    [-0.35, -0.35],
    [-0.35, -1.1],
    [0.35, -1.1],
    [0.35, -0.35],
    [1.1, -0.35],
    [1.1, 0.35],
    [0.35, 0.35],
    [0.35, 1.1],
    [-0.35, 1.1],
    [-0.35, 0.35],
    [-1.1, 0.35],
  ],
  wedge: [
    [0, 1.1],
    [1.1, -0.9],
    [-1.1, -0.9],
  ],
};

/** Adds a sign around a point to an outline that is filled. */
export function addSign(outline: Outline, sign: Sign, x: number, y: number): void {
  if (sign === 'circle') outline.circle(x, y, SIGN_HALF);
  else outline.line(corners[sign].map(([dx, dy]) => [x + dx * SIGN_HALF, y + dy * SIGN_HALF]));
}
