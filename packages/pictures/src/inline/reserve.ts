import { draw, resolveQuery } from '@article21/charts';
import type { Counts } from '@article21/model';
import { waitToDraw } from '../drawing-queue.ts';
import { contextOf } from '../picture/context.ts';
import type { Subject } from '../picture/draw.ts';
import { pictureTexts } from '../picture/picture-texts.ts';
import { pageWidths } from './draw.ts';

/** A layout of a chart that is not drawn yet: its room, and where `/chart.svg` of that `requestedWidth` has it. */
export interface Reserved {
  width: number;
  height: number;
  /** Pixels that the picture is asked to be wide. */
  requestedWidth: number;
  /** Of the picture, the part without the words around the chart, which the page says itself: `8,96,704,400`. */
  view: string;
  /** Pixels at the lower edge of that part into which the picture's source line reaches: to be covered. */
  covered: number;
}

/** Around the plots: in a picture, and in a page. */
const PADDING = { picture: 16, page: 8 };
const MORE = PADDING.picture - PADDING.page;

/** How high a chart will be at each of the widths, and where it stands within its own picture. Nothing is drawn. */
export async function reserveLayouts(
  { query, loaded, baseUrl, ...subject }: Omit<Subject, 'query'> & { query: Subject['query']['requested'] },
  counts: Counts,
  widths: readonly number[] = pageWidths,
): Promise<Reserved[]> {
  const requested = resolveQuery(query);
  const words = subject.words.of(loaded.vocabulary);
  const context = { ...(await contextOf(requested, loaded)), words };
  const picture = { ...requested, requested: query, width: 0, height: null, scale: 1 as const };
  const { title, addedTitle, sentences } = pictureTexts(picture, counts, { loaded, words, baseUrl });
  const reserved: Reserved[] = [];
  for (const width of widths) {
    await waitToDraw();
    const wide = width + 2 * MORE;
    const whole = draw(requested.chart, counts, { ...context, width: wide, title, addedTitle, sentences });
    const plots = whole.height - whole.words - 2 * MORE;
    const own = { title: query.title ?? undefined, addedTitle, syntheticStated: true };
    const titled = { ...context, width, padding: PADDING.page, ...own };
    const height = query.title === null ? plots : draw(requested.chart, counts, titled).height;
    reserved.push({
      width,
      height,
      requestedWidth: wide,
      view: `${MORE},${whole.words + MORE},${width},${plots}`,
      covered: PADDING.page,
    });
  }
  return reserved;
}
