import { HttpProblem, type LoadedSnapshot } from '@article21/answers';
import { resolveQuery } from '@article21/charts';
import { endpoints } from '@article21/contract';
import { paths } from '@article21/contract/client';
import type { Words } from '@article21/messages';
import {
  drawInline,
  drawInlineNotation,
  drawPng,
  drawSvg,
  type InlinePicture,
  pageWidths,
  readPictureQuery,
} from '@article21/pictures';
import type { Renderer } from '@article21/render';
import type { MirrorFile } from '@article21/static-site/write';
import { queryOf, type StaticPage } from './views.ts';

/** A picture of a view as a file, and the address at which the API answers it. */
export interface PictureFile extends MirrorFile {
  address: string;
}

export interface Pictures {
  /** For the page itself; null where it would have too many marks. */
  inline: InlinePicture | null;
  files: readonly PictureFile[];
}

/** What cards show, in pixels. */
const CARD = { width: 1200, height: 630 };

/** The pictures of a page. One of a view that is too large to be drawn has none. */
export async function picturesOf(
  page: StaticPage,
  site: { loaded: LoadedSnapshot; words: Words; baseUrl: string },
  renderer: Renderer,
): Promise<Pictures> {
  if (page.route.page === 'charts') return picturesOfView(page, site, renderer);
  if (page.route.page !== 'methods') return { inline: null, files: [] };
  return { inline: await drawInlineNotation({ words: site.words, theme: null }, renderer), files: [] };
}

async function picturesOfView(
  page: StaticPage,
  { loaded, words, baseUrl }: { loaded: LoadedSnapshot; words: Words; baseUrl: string },
  renderer: Renderer,
): Promise<Pictures> {
  const query = queryOf(page, loaded);
  const counted = { ...resolveQuery(query), lang: query.lang };
  const draw = async (
    name: string,
    address: string,
    endpoint: typeof endpoints.chartSvg | typeof endpoints.chartPng,
  ) => {
    const { searchParams } = new URL(address, 'http://mirror.invalid');
    const { picture } = readPictureQuery(endpoint, searchParams, loaded);
    const subject = { query: picture, loaded, words, baseUrl };
    const data = await (endpoint === endpoints.chartSvg ? drawSvg : drawPng)(subject, renderer);
    return { path: `${page.folder}${name}`, data, address };
  };
  try {
    // The card is turned into pixels on another thread while the rest is drawn on this one.
    const card = draw('card.png', paths.chartPng({ ...counted, ...CARD }), endpoints.chartPng);
    const svg = draw('chart.svg', paths.chartSvg(counted), endpoints.chartSvg);
    const inline = drawInline({ query: counted, loaded, words, widths: pageWidths, padding: 8 }, renderer);
    const [files, inPage] = await Promise.all([Promise.all([svg, card]), inline]);
    return { inline: inPage, files };
  } catch (error) {
    if (error instanceof HttpProblem) return { inline: null, files: [] };
    throw error;
  }
}
