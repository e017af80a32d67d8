import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { imageKeys } from '@article21/contract';
import { type Counts, printKeys, type Theme } from '@article21/model';
import {
  drawInline,
  type InlinePicture,
  inlineColours,
  type PictureQuery,
  type Reserved,
  reserveLayouts,
  type Subject,
} from '@article21/pictures';
import type { Renderer } from '@article21/render';
import { renderToStaticMarkup } from 'react-dom/server';
import { partOf, ReservedLayout } from '../page/reserved-layout.tsx';

/** What the chart is laid out for, in pixels: a phone, a column of text, a wide one. The style sheet chooses by room. */
export const widths = [340, 540, 820] as const;
/** The room around the plots, in the drawing and in the live chart. */
const PADDING = 8;

/** Bytes of drawings, compressed in a hurry, that leave room for all else in the 25 kB that an embed weighs. */
const HEAVY = 22_000;
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const compressed = promisify(brotliCompress);

/** The chart of an embed as markup, and the colours that it asks the page for. */
interface EmbedChart {
  html: string;
  colours: Record<string, string>;
}

/** The chart drawn for each width; an image of it where a drawing has more marks than the page should carry. */
export async function drawChart(
  { query, loaded, words, baseUrl }: Subject,
  counts: Counts,
  { renderer, image }: { renderer: Renderer; image: string },
): Promise<EmbedChart> {
  const drawn = await drawLayouts({ query, loaded, words }, counts, renderer);
  const { html, layouts } = await withinWeight(drawn?.html ?? '');
  const colours = drawn && layouts > 0 ? inlineColours(drawn.colours) : {};
  if (layouts === widths.length) return { html, colours };
  const requested = { ...query.requested, title: null };
  const reserved = await reserveLayouts({ query: requested, loaded, words, baseUrl }, counts, widths);
  const images = writeImages(reserved, layouts, { requested, loaded, words, image });
  return { html: html + images, colours };
}

function drawLayouts(
  { query, loaded, words }: Omit<Subject, 'baseUrl'>,
  counts: Counts,
  renderer: Renderer,
): Promise<InlinePicture | null> {
  const untitled = { ...query, title: null };
  return drawInline({ query: untitled, loaded, words, counts, widths, padding: PADDING }, renderer);
}

interface Images extends Pick<Subject, 'loaded' | 'words'> {
  requested: PictureQuery['requested'];
  /** The address of pictures, without a query. */
  image: string;
}

/** Images of the widths from the index `first` on. */
function writeImages(
  reserved: readonly Reserved[],
  first: number,
  { requested, loaded, words, image }: Images,
): string {
  const src = (it: Reserved, theme: Theme | null) => {
    const sized = { ...requested, theme, snapshot: loaded.id, width: it.requestedWidth };
    return partOf(`${image}?${printKeys(imageKeys, { ...sized, height: null, scale: 1 })}`, it);
  };
  return renderToStaticMarkup(
    reserved
      .slice(first)
      .map((it, i) => (
        <ReservedLayout
          key={it.width}
          reserved={it}
          index={first + i}
          theme={requested.theme}
          alt={words.ui.filter.chart}
          src={(theme) => src(it, theme)}
        />
      )),
  );
}

/** The drawings that an embed can carry, the narrowest first, and how many they are. */
export async function withinWeight(drawings: string): Promise<{ html: string; layouts: number }> {
  const starts = widths.map((_, i) => drawings.indexOf(`<svg class="layout-${i}"`));
  if (starts[0] === -1) return { html: '', layouts: 0 };
  for (let layouts = widths.length; layouts > 0; layouts--) {
    const html = drawings.slice(0, starts[layouts]);
    if ((await compressed(html, QUICK)).length <= HEAVY) return { html, layouts };
  }
  return { html: '', layouts: 0 };
}
