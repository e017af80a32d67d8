import type { Words } from '@article21/messages';
import type { Estimate } from '@article21/model';
import { type Shape, textShape } from '../shape.ts';
import { textWidth } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { badge, badgeWidth } from './badge.ts';

const SIZE = 13;
const GAP = 5;

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
  const text = signs === '' ? 0 : Math.ceil(textWidth(signs, { size: SIZE, bold: true }));
  const side = reports === '' ? 0 : badgeWidth(reports);
  return { signs, reports, width: text + side + (text > 0 && side > 0 ? GAP : 0) };
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
