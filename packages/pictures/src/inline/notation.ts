import { type ChartContext, drawNotation } from '@article21/charts';
import type { Words } from '@article21/messages';
import type { Theme } from '@article21/model';
import type { Renderer } from '@article21/render';
import { type InlinePicture, layOut } from './lay-out.ts';

/** A phone, and the column of the page about the methods. The style sheet of the dashboard names the same. */
export const notationWidths = [344, 536] as const;

/** How each way of stating a quantity is drawn, as a part of the page about the methods. */
export function drawInlineNotation(
  { words, theme }: { words: Words; theme: Theme | null },
  renderer: Renderer,
): Promise<InlinePicture> {
  const drawn = (width: number, it: ChartContext['theme']) => drawNotation({ words, width, theme: it });
  return layOut({ draw: drawn, widths: notationWidths, theme, words, id: 'notation' }, renderer);
}
