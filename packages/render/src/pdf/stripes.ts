import type { SvgNode } from '../node.ts';
import { printNumber } from '../number.ts';
import { identity, type Matrix, printMatrix, readTransform } from './matrix.ts';
import { type Colour, paintOf } from './paint.ts';

/** Stripes across a whole area: from where to where each reaches, within a height that repeats. */
export interface Stripes {
  colour: Colour;
  height: number;
  bands: readonly (readonly [from: number, thickness: number])[];
  turned: Matrix;
}

const block = /^M(-?[\d.]+) (-?[\d.]+)l([\d.]+) 0l0 ([\d.]+)l-([\d.]+) 0Z$/;

/** What of a pattern are plain stripes; null for any other, dots for example. */
export function stripesOf(pattern: SvgNode): Stripes | null {
  const { attrs } = pattern;
  const [width, height] = [Number(attrs.width), Number(attrs.height)];
  const bands = new Map<number, number>();
  let colour: Colour | null = null;
  for (const { tag, attrs: own } of leaves(pattern)) {
    const [, x, y, w, h] = block.exec(String(own.d)) ?? [];
    const { fill, stroke } = paintOf(own);
    const isBand = tag === 'path' && Number(x) % width === 0 && Number(w) === width && !stroke;
    if (!isBand || !fill || 'pattern' in fill) return null;
    if (colour && (colour.rgb !== fill.rgb || colour.opacity !== fill.opacity)) return null;
    colour = fill;
    bands.set(((Number(y) % height) + height) % height, Number(h));
  }
  if (!colour) return null;
  const turned =
    attrs.patternTransform === undefined ? identity : readTransform(String(attrs.patternTransform));
  return { colour, height, bands: [...bands], turned };
}

function leaves({ children }: SvgNode): SvgNode[] {
  return (children ?? []).flatMap((child) => (child ? (child.tag === 'g' ? leaves(child) : [child]) : []));
}

/**
 * Stripes over an outline, given as path operators, each a rectangle: a tile of a pattern would be drawn with seams by
 * most programs, and as dots by some printers.
 */
export function drawStripes({ height, bands, turned }: Stripes, outline: string): string {
  const corners = cornersOf(outline).map((corner) => backTo(turned, corner));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const rows: string[] = [];
  for (let row = Math.floor(top / height) - 1; row * height < bottom; row++)
    for (const [from, thickness] of bands) {
      const rectangle = [left, row * height + from, right - left, thickness].map((it) => printNumber(it, 3));
      rows.push(`${rectangle.join(' ')} re`);
    }
  return `${outline}\nW n\n${printMatrix(turned)} cm\n${rows.join('\n')}\nf`;
}

function cornersOf(outline: string): [number, number][] {
  const numbers = (outline.match(/-?[\d.]+/g) ?? []).map(Number);
  const [xs, ys] = [0, 1].map((odd) => numbers.filter((_, i) => i % 2 === odd));
  if (!xs?.length || !ys?.length) return [[0, 0]];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
}

function backTo([a, b, c, d, e, f]: Matrix, [x, y]: [number, number]): [number, number] {
  const size = a * d - b * c;
  return [(d * (x - e) - c * (y - f)) / size, (a * (y - f) - b * (x - e)) / size];
}
