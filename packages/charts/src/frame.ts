import type { Plot } from './plot.ts';
import { type TextShape, textShape } from './shape.ts';
import { textWidth } from './text/width.ts';
import { flow, wrap } from './text/wrap.ts';

const TITLE = { size: 20, bold: true, serif: true, line: 26 };
const SENTENCE = { size: 15, serif: true, line: 21 };
const NOTE = { size: 12, line: 17 };

/** More than any sentence or address needs that a query can ask for. */
const MOST_LINES = 120;

/** A part of the picture around the plots: what to draw, and the height it takes. */
export interface FramePart {
  shapes: TextShape[];
  height: number;
}

/** The title and the sentences under it, and above all that data are synthetic. */
export function head(plot: Plot): FramePart {
  const { theme } = plot;
  const { left } = plot;
  const lines = plot.title ? wrap(plot.title, plot.width, TITLE, MOST_LINES) : [];
  const shapes = lines.map((text, i) =>
    textShape(text, { x: left, y: left + i * TITLE.line }, theme, {
      fontSize: TITLE.size,
      fontWeight: 600,
      fontFamily: theme.serif,
      verticalAlign: 'top',
    }),
  );
  const added = plot.title && plot.addedTitle ? [plot.words.drawing.addedTitle] : [];
  const said = [...added, ...(plot.sentences ?? [])].flatMap((it) =>
    wrap(it, plot.width, SENTENCE, MOST_LINES),
  );
  const below = left + lines.length * TITLE.line + (lines.length > 0 && said.length > 0 ? 4 : 0);
  shapes.push(...said.map((text, i) => sentence(text, left, below + i * SENTENCE.line, plot)));
  let height = below + said.length * SENTENCE.line + (lines.length + said.length > 0 ? 12 : 0);
  if (plot.synthetic) {
    const banner = wrap(plot.words.ui.synthetic, plot.width, { size: 13, bold: true }, 3);
    for (const text of banner) {
      const style = { fill: theme.warning, fontWeight: 700, verticalAlign: 'top' as const };
      shapes.push(textShape(text, { x: left, y: height }, theme, style));
      height += 18;
    }
    height += 6;
  }
  return { shapes, height };
}

function sentence(text: string, x: number, y: number, plot: Plot): TextShape {
  const { theme } = plot;
  return textShape(text, { x, y }, theme, {
    fontSize: SENTENCE.size,
    fontFamily: theme.serif,
    verticalAlign: 'top',
  });
}

/** Notes, groups of short texts such as the key of the signs, and the source line, under the plots. */
export function foot(
  notes: readonly string[],
  groups: readonly (readonly string[])[],
  top: number,
  plot: Plot,
): FramePart {
  const { theme } = plot;
  const { drawing } = plot.words;
  const source = plot.source ? [plot.words.fill(drawing.source, { source: plot.source })] : [];
  const { width } = plot;
  const whole = (texts: readonly string[]) => texts.flatMap((it) => wrap(it, width, NOTE, MOST_LINES));
  const flowing = groups.flatMap((group) => flow(group, width, NOTE));
  const lines = [
    ...whole(notes),
    ...flowing,
    ...source.flatMap((it) => wrap(it, width, NOTE, 4)),
    ...whole(plot.below ?? []),
  ];
  const shapes = lines.map((text, i) =>
    textShape(text, { x: plot.left, y: top + i * NOTE.line }, theme, {
      fontSize: NOTE.size,
      fill: theme.muted,
      verticalAlign: 'top',
    }),
  );
  return { shapes, height: lines.length * NOTE.line + plot.left };
}

/** The words across the picture, so that no cropped copy passes for evidence. */
export function watermark(plot: Plot, height: number): TextShape[] {
  if (!plot.synthetic) return [];
  const { theme } = plot;
  const text = plot.words.drawing.synthetic;
  const fontSize = Math.min(
    72,
    (plot.pictureWidth * 0.7 * 20) / Math.max(1, textWidth(text, { size: 20, bold: true })),
  );
  return [
    textShape(text, { x: plot.pictureWidth / 2, y: height / 2 }, theme, {
      align: 'center',
      fontSize: Math.round(fontSize),
      fontWeight: 700,
      opacity: 0.08,
    }),
  ];
}
