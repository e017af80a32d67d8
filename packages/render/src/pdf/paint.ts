import { parse } from 'zrender/lib/tool/color.js';
import type { SvgNode } from '../node.ts';
import { printNumber } from '../number.ts';

/** What an element is painted with, read from its attributes. */
export interface Paint {
  /** Null where it has none. */
  fill: Colour | null;
  stroke: Colour | null;
  /** Operators for the width of lines, their ends, corners and dashes. */
  pen: string;
}

export interface Colour {
  /** Operands of `rg` and `RG`. */
  rgb: string;
  /** 0 is nothing, 1 hides what lies under it. */
  opacity: number;
}

const caps: Readonly<Record<string, number>> = { butt: 0, round: 1, square: 2 };
const joins: Readonly<Record<string, number>> = { miter: 0, round: 1, bevel: 2 };

/** Throws on a paint that no chart of ours has, a gradient for one. */
export function paintOf(attrs: SvgNode['attrs']): Paint {
  const number = (name: string, otherwise: number) => {
    const value = Number.parseFloat(String(attrs[name] ?? otherwise));
    if (Number.isFinite(value)) return value;
    throw new Error(`unknown ${name} in a picture: ${String(attrs[name])}`);
  };
  if (attrs.filter !== undefined) throw new Error('unknown in a PDF: a shadow');
  const opacity = number('opacity', 1);
  const width = number('stroke-width', 1);
  const fill = read(attrs.fill ?? '#000000', opacity * number('fill-opacity', 1));
  const stroke = width > 0 ? read(attrs.stroke ?? 'none', opacity * number('stroke-opacity', 1)) : null;
  return { fill, stroke, pen: stroke ? penOf(attrs, width, number) : '' };
}

function read(value: unknown, opacity: number): Paint['fill'] {
  const text = String(value);
  if (text === 'none' || text === 'transparent' || opacity === 0) return null;
  if (text.startsWith('url(')) throw new Error('unknown in a PDF: a pattern or a gradient');
  const [r, g, b, a = 1] = parse(text) ?? [];
  if (r === undefined || g === undefined || b === undefined)
    throw new Error(`unknown colour in a picture: ${text.slice(0, 60)}`);
  if (a * opacity === 0) return null;
  const rgb = [r, g, b].map((channel) => printNumber(channel / 255, 4)).join(' ');
  return { rgb, opacity: a * opacity };
}

function penOf(
  attrs: SvgNode['attrs'],
  width: number,
  number: (name: string, otherwise: number) => number,
): string {
  const dashes = String(attrs['stroke-dasharray'] ?? 'none');
  const pattern =
    dashes === 'none'
      ? ''
      : dashes
          .split(/[\s,]+/)
          .map((it) => printNumber(Number(it)))
          .join(' ');
  const cap = caps[String(attrs['stroke-linecap'] ?? 'butt')] ?? 0;
  const join = joins[String(attrs['stroke-linejoin'] ?? 'miter')] ?? 0;
  const limit = printNumber(Math.max(1, number('stroke-miterlimit', 4)));
  const dash = `[${pattern}] ${printNumber(number('stroke-dashoffset', 0))} d`;
  return `${printNumber(width, 3)} w ${cap} J ${join} j ${limit} M ${dash}`;
}
