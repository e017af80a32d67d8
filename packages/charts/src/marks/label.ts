import type { Words } from '@article21/messages';
import type { Estimate } from '@article21/model';
import { SMALLEST, textWidth } from '../text/measure.ts';
import type { Theme } from '../theme.ts';
import { type RectShape, type Shape, textShape } from './shape.ts';

const LABEL_SIZE = 13;
const LABEL_GAP = 5;

/** What stands at the end of a bar or column: the number in signs, and the badge of reports without one. */
export interface ValueLabel {
  signs: string;
  reports: string;
  width: number;
}

/** The label of an estimate, and how many pixels it takes. */
export function valueLabel(estimate: Estimate, words: Words): ValueLabel {
  const signs = words.signs(estimate);
  const reports = estimate.unnumbered > 0 ? `+${words.number(estimate.unnumbered)}` : '';
  const text = signs === '' ? 0 : Math.ceil(textWidth(signs, { size: LABEL_SIZE, bold: true }));
  const side = reports === '' ? 0 : badgeWidth(reports);
  return { signs, reports, width: text + side + (text > 0 && side > 0 ? LABEL_GAP : 0) };
}

/** Draws a label; `x` is its left edge, `y` its middle. */
export function drawLabel(label: ValueLabel, x: number, y: number, theme: Theme): Shape[] {
  const shapes: Shape[] = [];
  if (label.signs !== '')
    shapes.push(
      textShape(label.signs, { x, y }, theme, { fontWeight: 600, stroke: theme.ground, lineWidth: 3 }),
    );
  if (label.reports === '') return shapes;
  return [...shapes, ...badge(label.reports, x + label.width - badgeWidth(label.reports), y, theme)];
}

const BADGE_HEIGHT = 17;
const BADGE_SIZE = SMALLEST;

/** The width of a badge in pixels. */
export function badgeWidth(text: string): number {
  return Math.ceil(textWidth(text, { size: BADGE_SIZE, bold: true })) + 10;
}

/** "+3": reports without a number, which no length can show. `x` is its left edge, `y` its middle. */
export function badge(text: string, x: number, y: number, theme: Theme): Shape[] {
  const width = badgeWidth(text);
  return [
    {
      type: 'rect',
      shape: { x, y: y - BADGE_HEIGHT / 2, width, height: BADGE_HEIGHT, r: BADGE_HEIGHT / 2 },
      style: { fill: theme.ground, stroke: theme.muted, lineWidth: 1 },
      silent: true,
    },
    textShape(text, { x: x + width / 2, y: y + 0.5 }, theme, {
      align: 'center',
      fontSize: BADGE_SIZE,
      fontWeight: 600,
      fill: theme.ink,
    }),
  ];
}

/** The width of a ring in pixels. */
export const RING = 6;

/** Reports without a number where their badge has no room: a small ring. */
export function ring(x: number, y: number, theme: Theme): RectShape {
  return {
    type: 'rect',
    shape: { x: x - RING / 2, y: y - RING / 2, width: RING, height: RING, r: RING / 2 },
    style: { fill: theme.ground, stroke: theme.ink, lineWidth: 1 },
    silent: true,
  };
}
