import { setTimeout as passed } from 'node:timers/promises';
import { Refusal } from '@article21/answers';
import { charted } from '@article21/charts';
import { printQuery } from '@article21/model';
import { drawInline, type InlinePicture, type PageSubject, pageWidths } from '@article21/surfaces';
import { createByteCache } from '../byte-cache.ts';
import type { Drawing } from '../image/drawing.ts';
import type { Report } from '../problems.ts';

/** The picture in a page, unpacked when it is asked for; `late` where it was not drawn in time. */
export type Pictures = (subject: PageSubject) => Promise<(() => InlinePicture | null) | 'late'>;

const KEPT_BYTES = 32 * 2 ** 20;
/** In milliseconds: sentence and table are worth having before the picture. */
const PATIENCE = 1000;

interface Parts {
  drawing: Drawing;
  report: Report;
  patience?: number;
}

/** Draws the charts of pages, each once. */
export function createPictures({ drawing, report, patience = PATIENCE }: Parts): Pictures {
  const cache = createByteCache(KEPT_BYTES);
  return async ({ query, served, words }) => {
    const asked = { ...charted(query), lang: words.language, snapshot: null };
    const key = [served.id, printQuery(asked)].join('\n');
    const subject = { query: asked, served, words, widths: pageWidths, padding: 8 };
    const drawn = cache.get(key, async () =>
      Buffer.from(JSON.stringify(await drawing((renderer) => drawInline(subject, renderer)))),
    );
    // A page is whole without its picture; a fault in drawing is reported and not shown.
    const sound = drawn.catch((error: unknown) => {
      if (!(error instanceof Refusal)) report(crypto.randomUUID(), error);
      return null;
    });
    const bytes = await Promise.race([sound, passed(patience, null, { ref: false })]);
    if (bytes === null) return 'late';
    return () => JSON.parse(bytes.toString('utf8')) as InlinePicture | null;
  };
}
