import type { SvgNode } from '../node.ts';
import { printNumber } from '../number.ts';
import type { Typesetter } from '../typesetter.ts';
import { drawNode, type Page } from './drawing.ts';
import type { PdfFonts } from './font.ts';
import { type Matrix, printMatrix } from './matrix.ts';

/** Pixels of 1/96 inch, from the upper left corner of the page. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A page and what stands on it, in the order in which it is read. */
export interface PdfPage {
  /** Pixels of 1/96 inch. */
  width: number;
  height: number;
  parts: readonly (PdfPicture | PdfText)[];
}

/** Elements of ECharts' painter, where they stand on the page. */
export interface PdfPicture {
  kind: 'picture';
  root: SvgNode;
  /** Pixels on which it was laid out. */
  width: number;
  height: number;
  /** What is read aloud in its place. */
  description: string;
  box: Box;
}

/** A heading or a paragraph that is broken into lines already. */
export interface PdfText {
  kind: 'text';
  role: 'H1' | 'H2' | 'P';
  lines: readonly { text: string; x: number /** Of the middle of its letters. */; y: number }[];
  /** Pixels. */
  size: number;
  bold?: boolean;
  serif?: boolean;
  colour: string;
  /** An `http` or `https` address that all of it leads to. */
  link?: string;
}

/** A part as operators of the page's content, and what is said of it beside them. */
export interface DrawnPart {
  content: string;
  role: 'Figure' | PdfText['role'];
  /** Of a figure: what it shows, and its box in points. */
  figure: { description: string; box: string } | null;
  /** Of a text that leads somewhere: the address, and the boxes of its lines in points. */
  link: { to: string; boxes: readonly string[] } | null;
}

/** What all pages of a file share. */
export interface Shared {
  typesetter: Typesetter;
  fonts: PdfFonts;
  opacities: Map<string, string>;
}

/** A point is 1/72 inch, a pixel 1/96. */
const POINTS = 0.75;

/** Pixels as points. */
export function points(pixels: number): number {
  return pixels * POINTS;
}

/** The parts of a page, each marked with its place in the order of reading. Throws on what cannot be drawn. */
export function drawPage({ height, parts }: PdfPage, shared: Shared): DrawnPart[] {
  return parts.map((part, i) =>
    part.kind === 'picture' ? picture(part, i, height, shared) : text(part, i, height, shared),
  );
}

function picture(
  { root, width, height, description, box }: PdfPicture,
  at: number,
  page: number,
  shared: Shared,
): DrawnPart {
  const [w, h] = [points(box.width), points(box.height)];
  const ground: Matrix = [w / width, 0, 0, -h / height, points(box.x), points(page - box.y)];
  const context: Page = { ...shared, defined: definitions(root) };
  const drawn = (root.children ?? []).map((child) => (child ? drawNode(child, context) : ''));
  return {
    content: marked('Figure', at, ground, drawn),
    role: 'Figure',
    figure: { description, box: boxOf(box, page) },
    link: null,
  };
}

function text(
  { role, lines, size, bold, serif, colour, link }: PdfText,
  at: number,
  page: number,
  shared: Shared,
): DrawnPart {
  const style = `font-family:${serif ? 'serif' : 'sans-serif'};font-size:${size}px${bold ? ';font-weight:600' : ''}`;
  const context: Page = { ...shared, defined: new Map() };
  const drawn = lines.map((line) =>
    drawNode({ tag: 'text', attrs: { style, x: line.x, y: line.y, fill: colour }, text: line.text }, context),
  );
  const boxes = lines.map((line) => {
    const width = shared.typesetter.width(line.text, style);
    return boxOf({ x: line.x, y: line.y - size * 0.6, width, height: size * 1.2 }, page);
  });
  return {
    content: marked(role, at, [POINTS, 0, 0, -POINTS, 0, points(page)], drawn),
    role,
    figure: null,
    link: link === undefined ? null : { to: addressOf(link), boxes },
  };
}

function marked(role: string, at: number, ground: Matrix, drawn: readonly string[]): string {
  return `/${role} << /MCID ${at} >> BDC\nq\n${printMatrix(ground)} cm\n${drawn.filter(Boolean).join('\n')}\nQ\nEMC`;
}

/** Counted upwards from the lower left corner, as PDF does. */
function boxOf({ x, y, width, height }: Box, page: number): string {
  const corners = [x, page - y - height, x + width, page - y];
  return `[${corners.map((it) => printNumber(points(it))).join(' ')}]`;
}

/** Throws on what is no address of the web: a document runs nothing. */
function addressOf(link: string): string {
  const { protocol, href } = new URL(link);
  if (protocol === 'https:' || protocol === 'http:') return href;
  throw new Error(`unknown address in a PDF: ${link.slice(0, 60)} (known: http and https)`);
}

/** Elements with an id, wherever they stand. */
function definitions(node: SvgNode, found = new Map<string, SvgNode>()): Map<string, SvgNode> {
  if (typeof node.attrs.id === 'string') found.set(node.attrs.id, node);
  for (const child of node.children ?? []) if (child) definitions(child, found);
  return found;
}
