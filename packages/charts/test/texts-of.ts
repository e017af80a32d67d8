import { textWidth } from '../src/index.ts';

/** A text in a picture, and the box it takes. */
export interface PlacedText {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Of its letters, in pixels. */
  size: number;
  opacity: number;
}

/** The texts of an SVG that ECharts wrote. Throws on one that it cannot read, so that none is overlooked. */
export function textsOf(svg: string): PlacedText[] {
  const elements = svg.match(/<text [^>]*>[^<]*<\/text>/g) ?? [];
  const all = svg.match(/<text[ >]/g)?.length ?? 0;
  if (elements.length !== all) throw new Error(`${all} texts, of which ${elements.length} can be read`);
  return elements.map(placed);
}

function placed(element: string): PlacedText {
  const [, attributes = '', escaped = ''] = /^<text ([^>]*)>([^<]*)</.exec(element) ?? [];
  const text = plain(escaped).trimEnd();
  const size = Number(/font-size:([\d.]+)px/.exec(attributes)?.[1]);
  const bold = Number(/font-weight:(\d+)/.exec(attributes)?.[1] ?? 400) >= 600;
  const anchor = /text-anchor="(\w+)"/.exec(attributes)?.[1] ?? 'start';
  const [, dx = '0', dy = '0'] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(attributes) ?? [];
  const at = (name: string) => Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(` ${attributes}`)?.[1] ?? 0);
  const serif = /font-family:[^;]*Serif/.test(attributes);
  const width = textWidth(text, { size, bold, serif });
  const x = Number(dx) + at('x');
  const y = Number(dy) + at('y');
  if (![size, x, y].every(Number.isFinite)) throw new Error(`a text without a place: ${element}`);
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  // ECharts turns top and bottom into the middle of the line, where the server knows no font.
  return {
    text,
    size,
    left,
    right: left + width,
    top: y - size / 2,
    bottom: y + size / 2,
    opacity: Number(/ (?:fill-)?opacity="([\d.]+)"/.exec(attributes)?.[1] ?? 1),
  };
}

function plain(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
