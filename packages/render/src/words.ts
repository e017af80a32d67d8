import type { SvgNode } from './node.ts';
import { printNumber } from './number.ts';
import type { Line, Typesetter } from './typesetter.ts';
import { escapeXml } from './xml.ts';

/**
 * The words of a picture. Their letters are drawn as paths, so that they look the same everywhere; over them lie the
 * same words as invisible text, so that they can be selected, searched and copied.
 */
export interface Words {
  /** A text element of ECharts as one path, over its rim where it has one. Its words are kept for the layer. */
  draw(text: SvgNode): SvgNode;
  /** The invisible words, the last element of the picture. */
  layer(): string;
}

const OPEN = '<g class="words"';
const anchors: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

export function createWords(typesetter: Typesetter): Words {
  const words: string[] = [];
  return {
    draw(node) {
      const { text, line, scale, left, baseline, turn, rest } = placeText(node, typesetter);
      words.push(word(text, line, { left, baseline }, turn));
      const place = `translate(${printNumber(left)} ${printNumber(baseline)})scale(${printNumber(scale, 6)})`;
      return lettersOf(line.path, rest, scale, `${turn}${place}`);
    },
    // Not merely of no opacity, which some readers paint black; browsers then select it only when told so.
    layer: () =>
      `${OPEN} font-family="'Source Sans 3',sans-serif" fill="none" pointer-events="all">${words.join('')}</g>`,
  };
}

/** Where a text element of ECharts stands: the left end of its baseline, and the transform that turns both. */
export function placeText({ attrs, text }: SvgNode, typesetter: Typesetter) {
  const { style, x = 0, y = 0, transform = '', ...rest } = attrs;
  const line = typesetter.set(text ?? '', String(style));
  const scale = line.size / line.face.unitsPerEm;
  const [moved, turn] = movedBy(String(transform));
  const left = Number(x) + moved.x - line.width * (anchors[String(rest['text-anchor'])] ?? 0);
  const baseline = Number(y) + moved.y + line.face.middle * scale;
  return { text: text ?? '', line, scale, left, baseline, turn, rest };
}

/** A picture of ours without its invisible words. */
export function withoutWords(svg: string): string {
  const start = svg.lastIndexOf(OPEN);
  return start < 0 ? svg : `${svg.slice(0, start)}</svg>`;
}

/** A mere move is taken out of a transform; what turns stays. */
function movedBy(transform: string): [moved: { x: number; y: number }, turn: string] {
  const [, x, y] = /^translate\((\S+) (\S+)\)$/.exec(transform) ?? [];
  return x === undefined || y === undefined
    ? [{ x: 0, y: 0 }, transform]
    : [{ x: Number(x), y: Number(y) }, ''];
}

const ofText = new Set(['dominant-baseline', 'text-anchor', 'xml:space', 'paint-order']);

/**
 * Letters as a path, and their rim as one of its own before them: readers of SVG 1.1 know no `paint-order` and would
 * draw the rim over the letters.
 */
function lettersOf(d: string, attrs: SvgNode['attrs'], scale: number, transform: string): SvgNode {
  const kept = Object.entries(attrs).filter(([name]) => !ofText.has(name));
  const paints = (rim: boolean) => Object.fromEntries(kept.filter(([name]) => isOfRim(name) === rim));
  const letters: SvgNode = { tag: 'path', attrs: { d, ...paints(false) } };
  if (attrs.stroke === undefined || attrs.stroke === 'none')
    return { ...letters, attrs: { ...letters.attrs, transform } };
  // A stroke is scaled with the letters.
  const width = Number(attrs['stroke-width'] ?? 1) / scale;
  const opacity = attrs.opacity === undefined ? {} : { opacity: attrs.opacity };
  const rim = { ...paints(true), ...opacity, fill: 'none', 'stroke-width': width };
  return { tag: 'g', attrs: { transform }, children: [{ tag: 'path', attrs: { d, ...rim } }, letters] };
}

function isOfRim(name: string): boolean {
  return name.startsWith('stroke');
}

function word(
  text: string,
  line: Line,
  { left, baseline }: { left: number; baseline: number },
  transform: string,
): string {
  const content = escapeXml(text);
  if (content.trim() === '') return '';
  const turned = transform === '' ? '' : ` transform="${escapeXml(transform)}"`;
  const place = `x="${printNumber(left, 1)}" y="${printNumber(baseline, 1)}" font-size="${printNumber(line.size)}"`;
  const length = `textLength="${printNumber(line.width, 1)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text ${place} ${length}${turned}>${content}</text>`;
}
