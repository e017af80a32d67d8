import type { Words } from '@article21/messages';
import type { Estimate } from '@article21/model';
import type { CoverageGap } from '../data/coverage.ts';
import type { Area } from '../layout/panel.ts';
import type { Plot } from '../plot.ts';
import { SMALLEST, textWidth } from '../text/measure.ts';
import { inkOn, mix, type Theme } from '../theme.ts';
import { DAY_SIGN, type Dating, daySignShapes, daySignsOf, daySignsWidth } from './day-signs.ts';
import { cornersOf, hatched, uncertain, unmonitored } from './hatch.ts';
import { badge, badgeWidth, ring } from './label.ts';
import { type Box, type RectShape, type Shape, textShape } from './shape.ts';

const AIR = 2;
const GAP = 4;
const BADGE = 17;
const sizes = [13, SMALLEST];

/** How a cell looks: its step of colour, and the colour of its measure. */
interface CellPaint {
  fill: string;
  colour: string;
  /** What is not certain of its days. */
  dating: Dating;
  /** The side of what stands in the upper left corner: the letters make room for it. */
  corner?: number;
}

interface Cell extends Area {
  /** Whether the badge has no room, so that a ring stands in its place. */
  ringed: boolean;
  /** Whether its edge is hatched. */
  edged: boolean;
  lettered: boolean;
  /** Whether it has reports without a number alone, and no room to say so. */
  framed: boolean;
  /** Whether it has such reports beside its number, and nothing tells of them. */
  untold: boolean;
}

/** Smaller cells are filled and no more: hatching, rings and letters in them would be noise. */
const SMALL = { hatching: 24, letters: { width: 18, height: 15 } };

/** Whether cells have no room for hatching. */
export function areSmall({ width, height }: Pick<Box, 'width' | 'height'>): boolean {
  return Math.min(width, height) < SMALL.hatching;
}

/** What is in a cell besides its colour, as far as it has room. */
interface CellText {
  /** `height` is that of its lines together. */
  signs: { text: string; size: number; width: number; height: number } | null;
  /** Where the badge stands: beside the number, under it, or nowhere. */
  badge: 'adjacent' | 'under' | null;
  reports: string;
}

/**
 * A count as a cell, filled without an outline: its colour, the number where it has room, and in large cells a hatched edge
 * where it may be more, and the badge. Reports without a number alone are a frame without a colour.
 */
export function cell(estimate: Estimate, box: Box, paint: CellPaint, plot: Plot): Cell {
  const { words, theme } = plot;
  const { left: x, top: y, width, height } = box;
  const small = areSmall(box);
  const room = small ? box : inner(estimate, box);
  const free = withoutCorner(room, paint.corner);
  const text = hasLetters(box) ? textOf(estimate, free, words) : { signs: null, badge: null, reports: '' };
  const without = estimate.unnumbered > 0 && text.badge === null;
  const ringed = without && !small;
  const isEmpty = paint.fill === theme.ground;
  // Within the cell, so that it touches none beside it.
  const inset = isEmpty ? 0.5 : 0;
  const frame = isEmpty ? { stroke: theme.muted, lineWidth: 1 } : {};
  const edge = { x: room.left + room.width, y, width: width - room.width, height };
  return {
    box,
    ringed,
    edged: edge.width > 0,
    lettered: text.signs !== null || text.badge !== null,
    framed: without && small && isEmpty,
    untold: without && small && !isEmpty,
    ground: [
      rect(
        { x: x + inset, y: y + inset, width: room.width - 2 * inset, height: height - 2 * inset },
        { fill: paint.fill, ...frame },
      ),
      ...(edge.width > 0 ? [rect(edge, { fill: theme.ground }), ...edgeLines(edge, paint.colour)] : []),
    ],
    signs: [
      ...lettering(text, ringed ? belowRing(free) : free, paint, theme),
      ...(ringed ? [ring(x + width - 4.5, y + 4.5, theme)] : []),
      ...cornerSigns(box, paint, theme),
    ],
  };
}

/** How much of the ink a small cell has that nobody watched, and how large the dot is of one without anything. */
const GREY = 0.08;
const DOT = 0.9;

/**
 * Neighbouring cells without a record, drawn as one where they say the same: zero, not monitored, or nothing. In small ones
 * zero is a dot, and what nobody watched is grey.
 */
export function gapCells(kind: CoverageGap, cells: readonly Box[], theme: Theme): Shape[] {
  const [first] = cells;
  const last = cells.at(-1);
  if (!first || !last || kind === 'unknown') return [];
  const run = { ...first, width: last.left + last.width - first.left };
  if (areSmall(first)) {
    if (kind === 'zero') return cells.map((box) => dot(box, theme));
    return cells.map(({ left: x, top: y, width, height }) =>
      rect({ x, y, width, height }, { fill: mix(theme.ground, theme.ink, GREY) }),
    );
  }
  if (kind === 'unmonitored') return hatched([cornersOf(run)], unmonitored, theme.muted);
  return cells.map((box) => zero(box, theme));
}

function dot({ left, top, width, height }: Box, theme: Theme): Shape {
  const [x, y] = [left + width / 2 - DOT, top + height / 2 - DOT];
  return rect({ x, y, width: 2 * DOT, height: 2 * DOT }, { fill: theme.muted });
}

function hasLetters({ width, height }: Box): boolean {
  return width >= SMALL.letters.width && height >= SMALL.letters.height;
}

/** Signs in the lower corner of a cell, or in its middle where it has no corner. */
function cornerSigns({ left, top, width, height }: Box, { dating, fill }: CellPaint, theme: Theme): Shape[] {
  const signs = daySignsOf(dating);
  const x = left + Math.min(daySignsWidth(signs) / 2 + 2, width / 2);
  const y = top + height - Math.min(DAY_SIGN / 2 + 2, height / 2);
  return daySignShapes(signs, { x, y }, theme, inkOn(fill, theme));
}

function rect(shape: { x: number; y: number; width: number; height: number }, style: object): Shape {
  return { type: 'rect', shape, style };
}

/** What is left of a small cell below and beside the ring in its corner. */
function belowRing({ left, top, width, height }: Box): Box {
  return { left, top: top + 3, width: width - 3, height: height - 3 };
}

/** What is left for letters below and beside a mark in the upper left corner, whose long side they may touch. */
function withoutCorner({ left, top, width, height }: Box, side = 0): Box {
  const half = side / 2;
  return { left: left + half, top: top + half, width: width - half, height: height - half };
}

/** A cell without its hatched edge. */
function inner({ low, high }: Estimate, box: Box): Box {
  const open = high === null || high > low;
  return open ? { ...box, width: box.width - Math.min(10, Math.max(3, box.width / 5)) } : box;
}

/** What stands before a number. */
const SIGNS = /^[≥≤≈<]+/;

function textOf(estimate: Estimate, room: Box, words: Words): CellText {
  const signs = words.signs(estimate);
  const reports = estimate.unnumbered > 0 ? `+${words.number(estimate.unnumbered)}` : '';
  const side = reports === '' ? 0 : badgeWidth(reports);
  // A narrow cell has no room for the spaces, a narrower one for signs and number beside each other.
  const close = signs.replace(/\s/g, '');
  const choices = [
    ...sizes.flatMap((size) => [signs, close].map((text) => ({ text, size }))),
    { text: close.replace(SIGNS, '$&\n'), size: SMALLEST },
  ];
  const fitting = choices
    .map(({ text, size }) => {
      const lines = text.split('\n');
      const widths = lines.map((line) => (line === '' ? 0 : textWidth(line, { size, bold: true })));
      return { text, size, width: Math.ceil(Math.max(...widths)), height: lines.length * size };
    })
    .filter(({ width, height }) => width + 2 * AIR <= room.width && height <= room.height);
  const adjacent = fitting.find(({ width }) => width + (width > 0 ? GAP : 0) + side + 2 * AIR <= room.width);
  if (side > 0 && adjacent && room.height >= BADGE + 2)
    return { signs: adjacent, badge: 'adjacent', reports };
  const under = fitting.find(({ height }) => height + BADGE + 6 <= room.height);
  if (side > 0 && under && side + 2 * AIR <= room.width) return { signs: under, badge: 'under', reports };
  return { signs: fitting[0] ?? null, badge: null, reports };
}

function lettering(
  { signs, badge: place, reports }: CellText,
  room: Box,
  { fill, dating }: CellPaint,
  theme: Theme,
): Shape[] {
  const middle = room.left + room.width / 2;
  const centre = room.top + room.height / 2;
  const number = signs && signs.text !== '' ? signs : null;
  const side = place === null ? 0 : badgeWidth(reports);
  const whole = (number?.width ?? 0) + (number && side > 0 ? GAP : 0) + side;
  const shift = place === 'adjacent' ? (number?.width ?? 0) / 2 - whole / 2 : 0;
  const lift = place === 'under' && number ? (BADGE + 2) / 2 : 0;
  const style = {
    align: 'center' as const,
    fontSize: number?.size ?? 0,
    fontWeight: 600,
    fill: inkOn(fill, theme),
  };
  // Beside the signs in the corner.
  const signsWidth = daySignsWidth(daySignsOf(dating));
  const aside = signsWidth > 0 ? signsWidth / 2 + 1 : 0;
  const badgeLeft = place === 'adjacent' ? middle + whole / 2 - side : middle - side / 2 + aside;
  return [
    ...(number ? [textShape(number.text, { x: middle + shift, y: centre - lift }, theme, style)] : []),
    ...(place
      ? badge(reports, badgeLeft, centre + (lift > 0 ? (number ? number.height / 2 + 2 : 0) : 0), theme)
      : []),
  ];
}

function zero({ left, top, width, height }: Box, theme: Theme): Shape {
  const style = { align: 'center' as const, fontSize: SMALLEST, fill: theme.muted };
  return textShape('0', { x: left + width / 2, y: top + height / 2 }, theme, style);
}

function edgeLines({ x, y, width, height }: RectShape['shape'], colour: string): Shape[] {
  return hatched([cornersOf({ left: x, top: y, width, height })], uncertain, colour);
}
