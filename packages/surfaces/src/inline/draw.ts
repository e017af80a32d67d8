import type { Served } from '@article21/answers';
import { type Drawing, draw } from '@article21/charts';
import { rollUp } from '@article21/cube';
import type { Words } from '@article21/messages';
import type { ChartQuery, Counts, Theme } from '@article21/model';
import type { Renderer } from '@article21/render';
import { contextOf } from '../picture/context.ts';
import { tooLarge } from '../picture/read.ts';
import { turnToDraw } from '../turn.ts';
import { mergeThemes, type ThemeColour } from './colours.ts';

/** What an inline picture is drawn from. */
export interface InlineSubject {
  /** As `charted` completes it. With a theme it is drawn in that alone, else in both. */
  query: ChartQuery & { chart: string };
  served: Served;
  words: Words;
  /** Rolled up unless given. */
  counts?: Counts | undefined;
  /** One layout for each width in pixels, the narrowest first; `inlineWidths` unless given. */
  widths?: readonly [number, ...number[]] | undefined;
  /** Empty space around it in pixels; none unless given. */
  padding?: number | undefined;
  /** What its ids start with, `chart` unless given: two pictures in one page need two. */
  id?: string | undefined;
}

/** The chart of a query as a part of an HTML page, which says its title, sentence and source around it. */
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

/** A phone held upright, and the column of a text. */
export const inlineWidths = [344, 720] as const;

/** In the dashboard: a phone, a tablet, and beside the evidence. The style sheet there names the same. */
export const pageWidths = [344, 704, 928] as const;

/** More of them would weigh more than the rest of a page, and nobody reads them one by one. */
const MOST_MARKS = 400;

/**
 * Draws the chart into a page. Null when it has more marks than a page should carry: then `/chart.svg` is shown as an
 * image, which comes by itself. Throws what drawing throws.
 */
export async function drawInline(subject: InlineSubject, renderer: Renderer): Promise<InlinePicture | null> {
  const { query, served, words, padding = 0, id = 'chart' } = subject;
  const widths: readonly [number, ...number[]] = subject.widths ?? inlineWidths;
  if (!subject.counts && tooLarge(query, served)) return null;
  const counts = subject.counts ?? rollUp(served.cube, query);
  const context = { ...(await contextOf(query, served)), words, padding };
  const layOut = (width: number, theme: Theme) =>
    draw(query.chart, counts, { ...context, width, theme, title: query.title ?? undefined });
  const { marks, description } = layOut(widths[0], 'light');
  if (marks.length > MOST_MARKS) return null;
  const layouts: { width: number; height: number }[] = [];
  const inTheme = async (theme: Theme): Promise<string> => {
    const drawn: string[] = [];
    for (const [i, width] of widths.entries()) {
      await turnToDraw();
      const drawing = layOut(width, theme);
      layouts[i] = { width, height: drawing.height };
      drawn.push(print(drawing, { width, words, id: `${id}-${i}`, layout: `layout-${i}` }, renderer));
    }
    return drawn.join('\n');
  };
  if (query.theme !== null) return { html: await inTheme(query.theme), layouts, colours: [], description };
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
