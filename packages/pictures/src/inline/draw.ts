import { countsFor, type LoadedSnapshot } from '@article21/answers';
import { type ChartContext, draw } from '@article21/charts';
import type { Words } from '@article21/messages';
import type { ChartQuery, Counts } from '@article21/model';
import type { Renderer } from '@article21/render';
import { contextOf } from '../picture/context.ts';
import { drawableTitle, inDrawableNames } from '../picture/drawable.ts';
import { tooLarge } from '../picture/read.ts';
import { type InlinePicture, layOut } from './lay-out.ts';

/** What an inline picture is drawn from. */
export interface InlineSubject {
  /** As `resolveQuery` completes it. With a theme it is drawn in that alone, else in both. */
  query: ChartQuery & { chart: string };
  loaded: LoadedSnapshot;
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

/** A phone held upright, and the column of a text. */
export const inlineWidths = [344, 720] as const;

/** In the dashboard: a phone, a tablet, and beside the evidence. The style sheet there names the same. */
export const pageWidths = [344, 704, 928] as const;

/** More of them would weigh more than the rest of a page, and nobody reads them one by one. */
const MOST_MARKS = 400;

/**
 * Draws the chart of a query into a page, which says itself, above it, where data are synthetic. Null when it has more marks
 * than a page should carry: then `/chart.svg` is shown as an image, which comes by itself. Throws what drawing throws.
 */
export async function drawInline(subject: InlineSubject, renderer: Renderer): Promise<InlinePicture | null> {
  const { query, loaded, padding = 0, id = 'chart' } = subject;
  const words = subject.words.of(loaded.vocabulary);
  const widths: readonly [number, ...number[]] = subject.widths ?? inlineWidths;
  if (!subject.counts && tooLarge(query, loaded)) return null;
  const counts = subject.counts ?? countsFor(query, loaded);
  const shown = inDrawableNames(loaded, words.language);
  const title = drawableTitle(query.title) ?? undefined;
  const texts = { title, addedTitle: true, syntheticStated: true };
  const context = { ...(await contextOf(query, shown)), words, padding, ...texts };
  // What is read aloud has the names as they are.
  const own = { ...context, places: loaded.tree, width: widths[0], theme: 'light' as const };
  const named = shown === loaded ? {} : { description: draw(query.chart, counts, own).description };
  const drawn = (width: number, theme: ChartContext['theme']) => ({
    ...draw(query.chart, counts, { ...context, width, theme }),
    ...named,
  });
  if (drawn(widths[0], 'light').marks.length > MOST_MARKS) return null;
  return layOut({ draw: drawn, widths, theme: query.theme, words, id }, renderer);
}
