import type { Words } from '@article21/messages';
import type { Theme } from '../theme.ts';
import type { LineShape } from './shape.ts';

/** What is known of the days of a mark's reports, where days are drawn: how many of them stand on no day that is certain. */
export interface Dating {
  /** Stand on the day of their assembly, because no source states theirs. */
  assemblyDay: number;
  /** Have a date that a source calls approximate or uncertain. */
  approximateDates: number;
}

export const certain: Dating = { assemblyDay: 0, approximateDates: 0 };

/** The small signs under a mark, from left to right. */
export type DaySign = keyof Dating;
const signs = ['assemblyDay', 'approximateDates'] as const satisfies readonly DaySign[];

const none: readonly DaySign[] = [];

/** The signs that a mark has. */
export function daySignsOf(dating: Dating): readonly DaySign[] {
  // Most have none, and there may be a hundred thousand of them.
  return dating.assemblyDay + dating.approximateDates === 0 ? none : signs.filter((sign) => dating[sign] > 0);
}

/** What the signs say in words, for the description of a mark: "2 reports stand on the day of the assembly". */
export function datingTexts(dating: Dating, { plural, drawing }: Words): string[] {
  const forms = { assemblyDay: drawing.onAssemblyDay, approximateDates: drawing.withApproximateDate };
  return daySignsOf(dating).map((sign) => plural(forms[sign], dating[sign]));
}

/** How to read the signs that some marks have. */
export function datingKey(marks: readonly Dating[], { drawing }: Words): string[] {
  return signs.filter((sign) => marks.some((mark) => mark[sign] > 0)).map((sign) => drawing.legend[sign]);
}

/** The width of a sign in pixels. */
export const DAY_SIGN = 6;
/** How far under the line on which columns stand its middle is. */
export const UNDER = 5.5;
const BETWEEN = 2;

/** The pixels that some signs take beside each other. */
export function daySignsWidth(shown: readonly DaySign[]): number {
  return shown.length * DAY_SIGN + Math.max(0, shown.length - 1) * BETWEEN;
}

/** The lines of some signs, beside each other around a point: a hollow lozenge for an assembly's day, two waves for ≈. */
export function daySignLines(shown: readonly DaySign[], x: number, y: number): [number, number][][] {
  const left = x - daySignsWidth(shown) / 2;
  return shown.flatMap((sign, i) => {
    const middle = left + DAY_SIGN / 2 + i * (DAY_SIGN + BETWEEN);
    return sign === 'assemblyDay' ? [lozenge(middle, y)] : [wave(middle, y - 1.75), wave(middle, y + 1.75)];
  });
}

/** The same as shapes, each by itself; `ink` is what can be seen on what is under them. */
export function daySignShapes(
  shown: readonly DaySign[],
  { x, y }: { x: number; y: number },
  theme: Theme,
  ink: string = theme.ink,
): LineShape[] {
  return daySignLines(shown, x, y).map((points) => ({
    type: 'polyline',
    shape: { points },
    // What is closed has a ground of its own.
    style: isClosed(points)
      ? { fill: theme.ground, stroke: theme.ink, lineWidth: 1 }
      : { fill: 'none', stroke: ink, lineWidth: 1 },
    silent: true,
  }));
}

/** Whether a line ends where it begins, and so has an inside. */
export function isClosed(points: readonly (readonly [number, number])[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** Its corners, the first one again at the end. */
function lozenge(x: number, y: number): [number, number][] {
  const half = DAY_SIGN / 2;
  return [
    [x, y - half],
    [x + half, y],
    [x, y + half],
    [x - half, y],
    [x, y - half],
  ];
}

function wave(x: number, y: number): [number, number][] {
  return [
    [x - 3, y + 0.75],
    [x - 1, y - 0.75],
    [x + 1, y + 0.75],
    [x + 3, y - 0.75],
  ];
}
