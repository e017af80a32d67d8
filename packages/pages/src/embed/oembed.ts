import { countsFor, type LoadedSnapshot } from '@article21/answers';
import { draw } from '@article21/charts';
import {
  type EmbedQuery,
  embedKeys,
  imageKeys,
  type OembedAnswer,
  type OembedQuery,
} from '@article21/contract';
import type { Words } from '@article21/messages';
import { emptyQuery, printKeys, printQuery } from '@article21/model';
import { contextOf, type PictureQuery, type PictureTexts, pictureTexts } from '@article21/pictures';
import { html } from 'hono/html';
import { heightOf } from './height.ts';

interface Subject {
  picture: PictureQuery;
  query: EmbedQuery;
  loaded: LoadedSnapshot;
  words: Words;
  /** Without a slash at its end. */
  site: string;
}

/** What a frame is wide where nobody says otherwise, and at most; in pixels. */
const WIDTH = { usual: 640, most: 1200 };
/** More letters than these are too much for a name that is read aloud: then it is the headline alone. */
const LONGEST_NAME = 300;
const CARD = { width: 1200, height: 630 };
/** In seconds; a chart that names its snapshot never changes. */
const CACHED = { living: 3600, frozen: 31_536_000 };

/** A chart as oEmbed describes it. Every address in it is made from `site`. */
export async function describeEmbed(
  subject: Subject,
  { maxwidth, maxheight }: Pick<OembedQuery, 'maxwidth' | 'maxheight'>,
): Promise<OembedAnswer> {
  const { picture, query, loaded, site } = subject;
  const words = subject.words.of(loaded.vocabulary);
  const counts = countsFor(picture, loaded);
  const drawn = pictureTexts(picture, counts, { loaded, words, baseUrl: site });
  // What a reader added is marked where it is shown, and a card shows nothing beside its title.
  const title = drawn.headline;
  const width = Math.min(maxwidth ?? WIDTH.usual, WIDTH.most);
  const context = { ...(await contextOf(picture, loaded)), words, padding: 8, syntheticStated: true };
  const chart = (wide: number) => draw(picture.chart, counts, { ...context, width: wide }).height;
  const { embed } = words.ui;
  const texts = { hint: embed.hint, link: `${words.ui.site}: ${embed.open}` };
  const content = {
    chart,
    ...texts,
    controls: query.controls,
    notice: context.synthetic ? words.ui.synthetic : null,
  };
  const needed = heightOf(drawn, width, content);
  const height = Math.min(needed, maxheight ?? Number.POSITIVE_INFINITY);
  const { controls: _, ...chartQuery } = query;
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: drawn.publishers,
    provider_name: words.ui.site,
    provider_url: site,
    cache_age: query.snapshot === null ? CACHED.living : CACHED.frozen,
    thumbnail_url: `${site}/chart.png?${printKeys(imageKeys, { ...chartQuery, title: null, ...CARD })}`,
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
    html: await frame(drawn, { width, height }, subject),
    width,
    height,
  };
}

/**
 * WordPress, which does not know this site, takes away the style and sees to the width itself. It shows the quotation
 * until the frame tells its height, and then the frame. Quotation and name of the frame say the remarks, too: a number
 * without them would claim more than the chart does.
 */
async function frame(
  { headline, findings }: PictureTexts,
  { width, height }: { width: number; height: number },
  { query, site }: Subject,
): Promise<string> {
  const { controls: _, ...chartQuery } = query;
  const page = `${site}/?${printQuery({ ...emptyQuery, ...chartQuery })}`;
  const title = findings.length > LONGEST_NAME ? headline : findings;
  const src = `${site}/embed?${printKeys(embedKeys, query)}`;
  return String(
    await html`<blockquote><a href="${page}">${findings}</a></blockquote><iframe src="${src}" width="${width}" height="${height}" frameborder="0" style="max-width:100%" title="${title}"></iframe>`,
  );
}
