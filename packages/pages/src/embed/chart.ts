import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { draw } from '@article21/charts';
import type { Counts } from '@article21/model';
import {
  contextOf,
  drawInline,
  type InlinePicture,
  inlineColours,
  pictureTexts,
  type Subject,
} from '@article21/pictures';
import type { Renderer } from '@article21/render';
import { html } from 'hono/html';

/** What the chart is laid out for, in pixels: a phone, a column of text, a wide one. The style sheet chooses by room. */
export const widths = [340, 540, 820] as const;
/** The room around the plots, in the drawing and in the live chart. */
const PADDING = 8;

/** Bytes of drawings, compressed in a hurry, that leave room for all else in the 25 kB that an embed weighs. */
const HEAVY = 22_000;
/** Pixels of a picture for which no width is asked. */
const IMAGE_WIDTH = 960;
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const compressed = promisify(brotliCompress);

/** The drawn chart, with the colours that it asks the page for; an image where it has more marks than a page should carry. */
export async function drawChart(
  { query, loaded, words, baseUrl }: Subject,
  counts: Counts,
  { renderer, image }: { renderer: Renderer; image: string },
): Promise<{ html: string; colours: Record<string, string> }> {
  const drawn = await drawLayouts({ query, loaded, words }, counts, renderer);
  const kept = drawn && (await withinWeight(drawn.html));
  if (!kept) {
    const { width, height } = await imageSize({ query, loaded, words, baseUrl }, counts);
    const img = html`<img src="${image}" alt="${words.ui.filter.chart}" width="${width}" height="${height}">`;
    return { html: String(await img), colours: {} };
  }
  return { html: kept, colours: inlineColours(drawn.colours) };
}

function drawLayouts(
  { query, loaded, words }: Omit<Subject, 'baseUrl'>,
  counts: Counts,
  renderer: Renderer,
): Promise<InlinePicture | null> {
  const untitled = { ...query, title: null };
  return drawInline({ query: untitled, loaded, words, counts, widths, padding: PADDING }, renderer);
}

/** The pixels of the image that an embed shows instead of drawings: the chart with all the words of a picture. */
export async function imageSize(
  { query, loaded, words, baseUrl }: Subject,
  counts: Counts,
): Promise<{ width: number; height: number }> {
  const texts = pictureTexts(query, counts, { loaded, words, baseUrl });
  const context = { ...(await contextOf(query, loaded)), ...texts, words, width: IMAGE_WIDTH };
  const { width, height } = draw(query.chart, counts, context);
  return { width, height };
}

/** How many layouts the embed of a chart carries; none where it is an image. */
export async function countLayouts(
  subject: Omit<Subject, 'baseUrl'>,
  counts: Counts,
  renderer: Renderer,
): Promise<number> {
  const drawn = await drawLayouts(subject, counts, renderer);
  const kept = drawn && (await withinWeight(drawn.html));
  return kept?.match(/<svg class="layout-/g)?.length ?? 0;
}

/** The drawings that an embed can carry, the widest left out first; null when even the narrowest is too heavy. */
export async function withinWeight(drawings: string): Promise<string | null> {
  const starts = widths.map((_, i) => drawings.indexOf(`<svg class="layout-${i}"`));
  for (const end of [drawings.length, starts[2], starts[1]]) {
    const kept = drawings.slice(0, end);
    if ((await compressed(kept, QUICK)).length <= HEAVY) return kept;
  }
  return null;
}
