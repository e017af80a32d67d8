import type { ChartContext, Drawing } from '@article21/charts';
import type { Words } from '@article21/messages';
import type { Theme } from '@article21/model';
import type { Renderer } from '@article21/render';
import { waitToDraw } from '../drawing-queue.ts';
import { nameColours, type ThemeColour } from './colours.ts';

/** A picture as a part of an HTML page, which says its title, sentence and source around it. */
export interface InlinePicture {
  /** `<svg class="layout-0">…`, one for each width. They belong into `<div class="layouts">`. */
  html: string;
  /** Pixels. */
  layouts: readonly { width: number; height: number }[];
  /** What the page must define for each theme; none where one was asked for. */
  colours: readonly ThemeColour[];
  /** What it shows, with its numbers, as plain text. */
  description: string;
}

/** How a picture is laid out. */
export interface LayingOut {
  draw(width: number, theme: ChartContext['theme']): Drawing;
  /** One layout for each width in pixels, the narrowest first. */
  widths: readonly [number, ...number[]];
  /** The one in which it is drawn alone; in both where it is null. */
  theme: Theme | null;
  words: Words;
  /** What its ids start with: two pictures in one page need two. */
  id: string;
}

/** Draws a picture at each width, once for both themes. Throws what drawing throws. */
export async function layOut(
  { draw, widths, theme, words, id }: LayingOut,
  renderer: Renderer,
): Promise<InlinePicture> {
  const layouts: { width: number; height: number }[] = [];
  const drawn: string[] = [];
  let description = '';
  for (const [i, requestedWidth] of widths.entries()) {
    await waitToDraw();
    const drawing = draw(requestedWidth, theme ?? 'both');
    const { width, height } = drawing;
    layouts.push({ width, height });
    if (i === 0) description = drawing.description;
    drawn.push(print(drawing, { words, id: `${id}-${i}`, layout: `layout-${i}` }, renderer));
  }
  const { svg, colours } = nameColours(drawn.join('\n'), id);
  return { html: svg, layouts, colours, description };
}

interface Printing {
  words: Words;
  id: string;
  layout: string;
}

function print(
  { option, width, height, description }: Drawing,
  { words, id, layout }: Printing,
  renderer: Renderer,
): string {
  const frame = { width, height, title: words.ui.filter.chart, description, language: words.language, id };
  return renderer.svg(option, frame).replace('<svg ', `<svg class="${layout}" `);
}
