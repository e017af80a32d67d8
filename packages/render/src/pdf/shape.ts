import type { SvgNode } from '../node.ts';
import { pathOperators } from './path.ts';

/** The outline of an element as path operators; null for what has none. */
export function outlineOf({ tag, attrs }: SvgNode): string | null {
  const number = (name: string) => Number.parseFloat(String(attrs[name] ?? 0));
  if (tag === 'path') return pathOperators(String(attrs.d ?? ''));
  if (tag === 'rect') {
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map(number);
    const rx = number('rx');
    if (rx !== 0) throw new Error('unknown in a PDF: a rect with round corners');
    return pathOperators(`M${x} ${y}h${width}v${height}h${-(width ?? 0)}Z`);
  }
  if (tag === 'circle') return ellipse(number('cx'), number('cy'), number('r'), number('r'));
  if (tag === 'ellipse') return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
  if (tag === 'line')
    return pathOperators(`M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`);
  if (tag === 'polyline' || tag === 'polygon') {
    const points = String(attrs.points ?? '').trim();
    return points === '' ? '' : pathOperators(`M${points}${tag === 'polygon' ? 'Z' : ''}`);
  }
  return null;
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  const arc = `A${rx} ${ry} 0 1 1`;
  return pathOperators(`M${cx + rx} ${cy}${arc} ${cx - rx} ${cy}${arc} ${cx + rx} ${cy}Z`);
}
