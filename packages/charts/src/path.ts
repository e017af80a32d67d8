import type { Shape } from './shape.ts';

/** The outline of many shapes as one text of SVG path commands, rounded to tenths of a pixel. */
export interface Outline {
  /** A rectangle; its two upper corners are round by `radius`. */
  rect(x: number, y: number, width: number, height: number, radius?: number): void;
  line(points: readonly (readonly [number, number])[]): void;
  circle(x: number, y: number, radius: number): void;
  /** Empty when nothing was drawn. */
  text(): string;
}

export function createOutline(): Outline {
  const parts: string[] = [];
  return {
    rect: (x, y, width, height, radius = 0) => {
      const [left, top, right, bottom] = [round(x), round(y), round(x + width), round(y + height)];
      const bend = Math.min(radius, width / 2, height);
      if (bend < 0.5) parts.push(`M${left} ${bottom}V${top}H${right}V${bottom}Z`);
      else
        parts.push(
          `M${left} ${bottom}V${round(y + bend)}Q${left} ${top} ${round(x + bend)} ${top}`,
          `H${round(x + width - bend)}Q${right} ${top} ${right} ${round(y + bend)}V${bottom}Z`,
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
