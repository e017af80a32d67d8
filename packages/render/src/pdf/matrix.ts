import { printNumber } from '../number.ts';

/** `[a, b, c, d, e, f]`, as SVG and PDF both have it. */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** What `inner` does, and then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** As the operands of `cm`, `Tm` or `/Matrix`. */
export function printMatrix(matrix: Matrix): string {
  return matrix.map((value) => printNumber(value, 5)).join(' ');
}

/** Reads a `transform` attribute. Throws on what ECharts never writes. */
export function readTransform(transform: string): Matrix {
  let whole = identity;
  for (const [, name = '', list = ''] of transform.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const numbers = list
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    whole = times(whole, stepOf(name, numbers, transform));
  }
  return whole;
}

function stepOf(name: string, numbers: readonly number[], transform: string): Matrix {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
  if (numbers.length > 0 && numbers.every(Number.isFinite)) {
    if (name === 'translate') return [1, 0, 0, 1, a, b];
    if (name === 'scale') return [a, 0, 0, numbers.length > 1 ? b : a, 0, 0];
    if (name === 'matrix') return [a, b, c, d, e, f];
    if (name === 'skewX') return [1, 0, Math.tan((a * Math.PI) / 180), 1, 0, 0];
    if (name === 'skewY') return [1, Math.tan((a * Math.PI) / 180), 0, 1, 0, 0];
    if (name === 'rotate') return turned(a, b, c);
  }
  throw new Error(
    `unknown transform in a picture: ${transform} (known: translate, scale, rotate, skewX, skewY, matrix)`,
  );
}

function turned(degrees: number, x: number, y: number): Matrix {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return times([cos, sin, -sin, cos, x, y], [1, 0, 0, 1, -x, -y]);
}
