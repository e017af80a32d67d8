import type { SvgNode } from '../node.ts';
import { printNumber } from '../number.ts';
import type { Typesetter } from '../typesetter.ts';
import { placeText } from '../words.ts';
import { printable } from '../xml.ts';
import type { PdfFonts } from './font.ts';
import { identity, printMatrix, readTransform, times } from './matrix.ts';
import { type Colour, paintOf } from './paint.ts';
import { pathOperators } from './path.ts';

/** What the elements of one page share. */
export interface Page {
  typesetter: Typesetter;
  fonts: PdfFonts;
  /** Elements that others refer to by their ids. */
  defined: ReadonlyMap<string, SvgNode>;
  /** The names under which the page has these opacities of lines and areas. */
  opacities: Map<string, string>;
}

/** An element as operators of a PDF's content. Throws on what it cannot draw. */
export function drawNode(node: SvgNode, page: Page): string {
  const { tag, attrs } = node;
  if (tag === 'defs') return '';
  if (tag === 'text') return drawText(node, page);
  const own = attrs.transform === undefined ? identity : readTransform(String(attrs.transform));
  const content = tag === 'g' ? group(node, page) : shape(node, page);
  if (content === '') return '';
  const clip = attrs['clip-path'] === undefined ? '' : `${clipOf(String(attrs['clip-path']), page)}\n`;
  return own === identity && clip === '' && tag === 'g'
    ? content
    : `q\n${own === identity ? '' : `${printMatrix(own)} cm\n`}${clip}${content}\nQ`;
}

function group({ attrs, children }: SvgNode, page: Page): string {
  if (attrs.opacity !== undefined || attrs.filter !== undefined)
    throw new Error('unknown in a PDF: a group with an opacity or a shadow');
  const drawn = (children ?? []).map((child) => (child ? drawNode(child, page) : ''));
  return drawn.filter((content) => content !== '').join('\n');
}

function shape(node: SvgNode, page: Page): string {
  const outline = outlineOf(node);
  if (outline === null) throw new Error(`unknown in a PDF: ${node.tag}`);
  const { fill, stroke, pen } = paintOf(node.attrs);
  if (outline === '' || (!fill && !stroke)) return '';
  const evenOdd = node.attrs['fill-rule'] === 'evenodd' ? '*' : '';
  const end = fill ? (stroke ? `B${evenOdd}` : `f${evenOdd}`) : 'S';
  const lines = stroke ? [`${stroke.rgb} RG`, pen] : [];
  return [opacityOf(fill, stroke, page), ...(fill ? [`${fill.rgb} rg`] : []), ...lines, outline, end]
    .filter((it) => it !== '')
    .join('\n');
}

function opacityOf(fill: Colour | null, stroke: Colour | null, page: Page): string {
  const area = fill?.opacity ?? 1;
  const lines = stroke?.opacity ?? 1;
  if (area === 1 && lines === 1) return '';
  const state = `/ca ${printNumber(area, 4)} /CA ${printNumber(lines, 4)}`;
  const name = page.opacities.get(state) ?? `G${page.opacities.size + 1}`;
  page.opacities.set(state, name);
  return `/${name} gs`;
}

function clipOf(reference: string, page: Page): string {
  const id = /^url\(#([\w-]+)\)$/.exec(reference)?.[1] ?? '';
  const clip = page.defined.get(id);
  if (!clip) throw new Error(`unknown reference in a picture: ${reference}`);
  const outlines = (clip.children ?? []).map((child) => (child ? outlineOf(child) : ''));
  return `${outlines.join('\n')}\nW n`;
}

/** Letters are text in an embedded font. The rim that keeps rules out of them is drawn as paths, so that it is no word. */
function drawText(node: SvgNode, page: Page): string {
  const { text, line, scale, left, baseline, turn, rest } = placeText(node, page.typesetter);
  const letters = printable(text);
  if (letters.trim() === '') return '';
  const { fill, stroke, pen } = paintOf(rest);
  const placed = times(readTransform(turn), [1, 0, 0, 1, left, baseline]);
  const opacity = opacityOf(fill, stroke, page);
  const parts: string[] = [];
  if (stroke) {
    const rim = paintOf({ ...rest, 'stroke-width': Number(rest['stroke-width'] ?? 1) / scale });
    const outline = outlineOf({ tag: 'path', attrs: { d: line.path } }) ?? '';
    const scaled = printMatrix(times(placed, [scale, 0, 0, scale, 0, 0]));
    parts.push(`q ${scaled} cm ${stroke.rgb} RG ${rim.pen || pen}\n${outline}\nS Q`);
  }
  // The page counts downwards, letters stand upright.
  const upright = printMatrix(times(placed, [1, 0, 0, -1, 0, 0]));
  if (fill) parts.push(`${fill.rgb} rg ${page.fonts.show(letters, line.face, line.size, upright)}`);
  return parts.length === 0 ? '' : ['q', opacity, ...parts, 'Q'].filter((it) => it !== '').join('\n');
}

/** The outline of an element as path operators; null for what has none. */
function outlineOf({ tag, attrs }: SvgNode): string | null {
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
