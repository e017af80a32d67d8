import type { MeasureId } from '@article21/model';
import type { FramePart } from './frame.ts';
import type { Plot } from './plot.ts';
import { textShape } from './shape.ts';
import { wrap } from './text/wrap.ts';

const FONT = { size: 14, bold: true };
const LINE = 19;

/** The name and unit of a plot; where it has no number, the words that say so. Why that is stands in its headline. */
export function heading(measure: MeasureId, empty: boolean, top: number, plot: Plot): FramePart {
  const { theme } = plot;
  const texts = plot.words.measure[measure];
  const left = plot.left;
  const lines = wrap(texts.panel, plot.width, FONT, 3);
  const style = { verticalAlign: 'top' as const, fontSize: FONT.size, fontWeight: 600 };
  const shapes = lines.map((text, i) => textShape(text, { x: left, y: top + i * LINE }, theme, style));
  const height = lines.length * LINE + 6;
  if (!empty) return { shapes, height };
  const none = { verticalAlign: 'top' as const, fill: theme.muted };
  shapes.push(textShape(plot.words.drawing.noNumber, { x: left, y: top + height }, theme, none));
  return { shapes, height: height + 20 };
}
