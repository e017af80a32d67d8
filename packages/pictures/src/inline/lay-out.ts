import type { Drawing } from '@article21/charts';
import type { Words } from '@article21/messages';
import type { Theme } from '@article21/model';
import type { Renderer } from '@article21/render';
import { turnToDraw } from '../turn.ts';
import { mergeThemes, type ThemeColour } from './colours.ts';

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
  draw(width: number, theme: Theme): Drawing;
  /** One layout for each width in pixels, the narrowest first. */
  widths: readonly [number, ...number[]];
  /** The one in which it is drawn alone; in both where it is null. */
  theme: Theme | null;
  words: Words;
  /** What its ids start with: two pictures in one page need two. */
  id: string;
}

/** Draws a picture at each width and in each theme. Throws what drawing throws. */
export async function layOut(
  { draw, widths, theme, words, id }: LayingOut,
  renderer: Renderer,
): Promise<InlinePicture> {
  const { description } = draw(widths[0], 'light');
  const layouts: { width: number; height: number }[] = [];
  const inTheme = async (it: Theme): Promise<string> => {
    const drawn: string[] = [];
    for (const [i, width] of widths.entries()) {
      await turnToDraw();
      const drawing = draw(width, it);
      layouts[i] = { width, height: drawing.height };
      drawn.push(print(drawing, { width, words, id: `${id}-${i}`, layout: `layout-${i}` }, renderer));
    }
    return drawn.join('\n');
  };
  if (theme !== null) return { html: await inTheme(theme), layouts, colours: [], description };
  const { svg, colours } = mergeThemes(await inTheme('light'), await inTheme('dark'), id);
  return { html: svg, layouts, colours, description };
}

interface Printing {
  width: number;
  words: Words;
  id: string;
  layout: string;
}

function print(
  { option, height, description }: Drawing,
  { width, words, id, layout }: Printing,
  renderer: Renderer,
): string {
  const frame = { width, height, title: words.ui.filter.chart, description, language: words.language, id };
  return renderer.svg(option, frame).replace('<svg ', `<svg class="${layout}" `);
}
