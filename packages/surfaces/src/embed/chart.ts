import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Counts } from '@article21/model';
import type { Renderer } from '@article21/render';
import { html, raw } from 'hono/html';
import { inlineColours } from '../inline/colours.ts';
import { drawInline } from '../inline/draw.ts';
import type { Subject } from '../picture/draw.ts';

type Html = ReturnType<typeof html>;

/** What the chart is laid out for, in pixels: a phone, a column of text, a wide one. The style sheet chooses by room. */
export const widths = [340, 540, 820] as const;
/** The room around the plots, in the drawing and in the live chart. */
export const PADDING = 8;

/** Bytes of drawings, compressed in a hurry, that leave room for all else in the 25 kB that an embed weighs. */
const HEAVY = 22_000;
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const compressed = promisify(brotliCompress);

/** The drawn chart, with the colours that it asks the page for; an image where it has more marks than a page should carry. */
export async function drawChart(
  { query, served, words }: Subject,
  counts: Counts,
  { renderer, image }: { renderer: Renderer; image: string },
): Promise<{ picture: Html; colours: string }> {
  const untitled = { ...query, title: null };
  const subject = { query: untitled, served, words, counts, widths, padding: PADDING };
  const drawn = await drawInline(subject, renderer);
  const kept = drawn && (await withinWeight(drawn.html));
  if (!kept) {
    return { picture: html`<img src="${image}" alt="${words.ui.filter.chart}">`, colours: '' };
  }
  return { picture: html`${raw(kept)}`, colours: inlineColours(drawn.colours) };
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
