import { printNumber } from '../number.ts';
import { arcCurves } from './arc.ts';

type Point = readonly [x: number, y: number];

const lengths: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

/** SVG path data as the operators with which PDF builds a path. Throws on what is no path data. */
export function pathOperators(data: string): string {
  const pen = createPen();
  for (const [, letter = '', list = ''] of data.matchAll(/([a-z])([^a-z]*(?:e[-+]?\d[^a-z]*)*)/gi)) {
    const length = lengths[letter.toUpperCase()];
    const numbers = (list.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    if (length === undefined || (length === 0 ? numbers.length > 0 : numbers.length % length !== 0))
      throw new Error(`unknown path data in a picture: ${(letter + list).slice(0, 40)}`);
    if (length === 0) pen.command(letter, []);
    for (let i = 0; i < numbers.length; i += length) {
      // After its first pair, m goes on as l.
      const again = i > 0 && letter.toUpperCase() === 'M';
      pen.command(again ? (letter === 'm' ? 'l' : 'L') : letter, numbers.slice(i, i + length));
    }
  }
  return pen.operators.join('\n');
}

function createPen() {
  const operators: string[] = [];
  let at: Point = [0, 0];
  let start: Point = at;
  /** The last control point, for a curve that goes on smoothly. */
  let control: { of: string; point: Point } | null = null;

  const write = (operator: string, ...points: readonly Point[]): void => {
    operators.push(
      `${points.flatMap((point) => point.map((it) => `${printNumber(it, 3)} `)).join('')}${operator}`,
    );
    at = points.at(-1) ?? at;
  };
  const cubic = (a: Point, b: Point, to: Point): void => {
    write('c', a, b, to);
    control = { of: 'C', point: b };
  };
  const quadratic = (q: Point, to: Point): void => {
    write('c', between(at, q, 2 / 3), between(to, q, 2 / 3), to);
    control = { of: 'Q', point: q };
  };
  const mirrored = (of: string): Point =>
    control?.of === of ? [2 * at[0] - control.point[0], 2 * at[1] - control.point[1]] : at;

  function command(letter: string, numbers: readonly number[]): void {
    const kind = letter.toUpperCase();
    const [ox, oy] = letter === kind ? [0, 0] : at;
    const point = (i: number): Point => [(numbers[i] ?? 0) + ox, (numbers[i + 1] ?? 0) + oy];
    if (kind === 'C') cubic(point(0), point(2), point(4));
    else if (kind === 'S') cubic(mirrored('C'), point(0), point(2));
    else if (kind === 'Q') quadratic(point(0), point(2));
    else if (kind === 'T') quadratic(mirrored('Q'), point(0));
    else control = null;
    if ('CSQT'.includes(kind)) return;
    if (kind === 'Z') {
      write('h');
      at = start;
    } else if (kind === 'A') for (const curve of arcCurves(at, numbers, point(5))) write('c', ...curve);
    else if (kind === 'H') write('l', [(numbers[0] ?? 0) + ox, at[1]]);
    else if (kind === 'V') write('l', [at[0], (numbers[0] ?? 0) + oy]);
    else write(kind.toLowerCase(), point(0));
    if (kind === 'M') start = at;
  }
  return { operators, command };
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
