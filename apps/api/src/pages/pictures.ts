import { charted } from '@article21/charts';
import { printQuery } from '@article21/model';
import type { Renderer } from '@article21/render';
import {
  drawInline,
  drawInlineNotation,
  type InlinePicture,
  type PageSubject,
  pageWidths,
} from '@article21/surfaces';
import { createByteCache } from '../byte-cache.ts';
import type { Drawing } from '../image/drawing.ts';
import type { Report } from '../log.ts';
import { inTime, type Patience } from './in-time.ts';

/** The picture in a page, unpacked when it is asked for; `late` where it was not drawn in time. */
export type Pictures = (subject: PageSubject) => Promise<(() => InlinePicture | null) | 'late'>;

const KEPT_BYTES = 32 * 2 ** 20;

interface Parts {
  drawing: Drawing;
  report: Report;
  patience?: Patience;
}

/** Draws the charts of pages, and the picture about the notation, each once. */
export function createPictures({ drawing, ...waiting }: Parts): Pictures {
  const cache = createByteCache(KEPT_BYTES);
  return async (subject) => {
    const picture = pictureOf(subject);
    if (!picture) return () => null;
    const drawn = await inTime(
      cache.get(picture.key, async () => Buffer.from(JSON.stringify(await drawing(picture.draw)))),
      waiting,
    );
    if (drawn === 'late') return drawn;
    return () => JSON.parse(drawn.toString('utf8')) as InlinePicture | null;
  };
}

interface Asked {
  /** All that it depends on, beside the program itself. */
  key: string;
  draw(renderer: Renderer): Promise<InlinePicture | null>;
}

/** The picture that belongs into a page; null where none does. */
function pictureOf({ route, query, served, words }: PageSubject): Asked | null {
  const { theme } = query;
  if (route.page === 'methods') {
    const key = ['notation', words.language, String(theme)].join('\n');
    return { key, draw: (renderer) => drawInlineNotation({ words, theme }, renderer) };
  }
  if (route.page !== 'charts') return null;
  const asked = { ...charted(query), lang: words.language, snapshot: null };
  const subject = { query: asked, served, words, widths: pageWidths, padding: 8 };
  const key = [served.id, printQuery(asked)].join('\n');
  return { key, draw: (renderer) => drawInline(subject, renderer) };
}
