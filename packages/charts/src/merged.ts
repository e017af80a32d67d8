import { type Corners, createOutline, type Outline, outlined } from './path.ts';
import type { OutlineShape, RectShape, Shape } from './shape.ts';

/**
 * Shapes that no pointer is told of and that do not cover each other, as few: all of one paint are one outline, and
 * above them is what is none, such as words. Each element of its own keeps a reader waiting.
 */
export function merged(shapes: readonly Shape[]): Shape[] {
  const paints = new Map<string, { outline: Outline; style: OutlineShape['style'] }>();
  const others: Shape[] = [];
  for (const shape of shapes) {
    if (shape.type !== 'rect' && shape.type !== 'polyline') {
      others.push(shape);
      continue;
    }
    const style = { fill: 'none', ...shape.style };
    const key = keyOf(style);
    const { outline } = paints.get(key) ?? { outline: createOutline() };
    paints.set(key, { outline, style });
    if (shape.type === 'polyline') outline.line(shape.shape.points);
    else addRect(outline, shape.shape);
  }
  return [...[...paints.values()].flatMap(({ outline, style }) => outlined(outline, style)), ...others];
}

function keyOf({ decal, ...plain }: OutlineShape['style']): string {
  const { fill, stroke, lineWidth, lineDash, opacity } = plain;
  return [fill, stroke, lineWidth, lineDash, opacity, decal && JSON.stringify(decal)].join(';');
}

function addRect(outline: Outline, { x, y, width, height, r = 0 }: RectShape['shape']): void {
  const [a = 0, b = a, c = a, d = b] = typeof r === 'number' ? [r] : r;
  const corners: Corners = [a, b, c, d];
  outline.rect({ x, y, width, height }, corners);
}
