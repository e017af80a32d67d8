import { resolveQuery } from '@article21/charts';
import { groupCount } from '@article21/cube';
import { printQuery } from '@article21/model';
import type { PageSubject } from '@article21/pages';
import type { Context } from 'hono';
import { createByteCache } from '../byte-cache.ts';
import type { InlineInput } from '../jobs/page.ts';
import type { Report } from '../log.ts';
import { costOfEmbed } from '../work/cost.ts';
import type { RequestJob } from '../work/request-job.ts';
import { type Patience, withTimeLimit } from './time-limit.ts';

/**
 * The picture in a page as the bytes of its JSON, null where it has none; `late` where it was not drawn in time. It may have
 * megabytes, and whoever writes the page reads them: this thread only passes them on.
 */
export type Pictures = (c: Context, subject: PictureSubject) => Promise<Uint8Array | null | 'late'>;

type PictureSubject = Pick<PageSubject, 'route' | 'query' | 'loaded' | 'words'>;

const KEPT_BYTES = 32 * 2 ** 20;
const NONE = Buffer.from(JSON.stringify(null));

interface Parts {
  requestJob: RequestJob;
  report: Report;
  patience?: Patience;
}

/** Draws the charts of pages, and the picture about the notation, each once. */
export function createPictures({ requestJob, ...waiting }: Parts): Pictures {
  const cache = createByteCache(KEPT_BYTES);
  async function made(c: Context, key: string, input: InlineInput, cost: number): Promise<Buffer> {
    const kept = cache.peek(key);
    if (kept) return kept;
    const job = { kind: 'inline', input } as const;
    const { plain } = await requestJob(c, { key, cost, job, encoding: 'identity', effort: 'usual' });
    cache.keep(key, plain);
    return plain;
  }
  return async (c, subject) => {
    const picture = pictureOf(subject);
    if (!picture) return null;
    const drawn = await withTimeLimit(made(c, picture.key, picture.input, picture.cost), waiting);
    return drawn === 'late' || !drawn.equals(NONE) ? drawn : null;
  };
}

/** The picture that belongs into a page, and all that it depends on beside the program; null where none does. */
function pictureOf({ route, query, loaded, words }: PictureSubject) {
  const { theme } = query;
  const { language } = words;
  if (route.page === 'methods') {
    const key = ['notation', language, String(theme)].join('\n');
    return { key, input: { notation: true, language, theme } as const, cost: 100 };
  }
  if (route.page !== 'charts') return null;
  const resolved = { ...resolveQuery(query), lang: language, snapshot: null };
  const key = ['inline', loaded.id, printQuery(resolved)].join('\n');
  const job = { notation: false, language, snapshot: loaded.id, query: resolved } as const;
  return { key, input: job, cost: costOfEmbed(groupCount(loaded.cube, resolved)) };
}
