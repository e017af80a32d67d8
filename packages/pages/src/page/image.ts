import { resolveQuery } from '@article21/charts';
import { paths } from '@article21/contract/client';
import { problemTexts } from '@article21/messages';
import type { Counts, Theme } from '@article21/model';
import { drawableTitle, type Reserved, reserveLayouts, tooLarge } from '@article21/pictures';
import { html } from 'hono/html';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';

/**
 * The chart as an image, where it is too large for a page or nobody had time to draw it: it comes when it is drawn, into
 * the room of the chart that the program will draw. What no picture is drawn of says so.
 */
export async function imageOf(subject: PageSubject, counts: Counts): Promise<Html> {
  const { query, served, words, addresses } = subject;
  const refusal = tooLarge(resolveQuery(query), served);
  if (refusal) {
    const { title, hints } = problemTexts(refusal.kind, refusal.issues, words);
    return html`<figure class="chart"><p>${[title, ...hints].join(' ')}</p></figure>`;
  }
  const asked = { ...resolveQuery(query), title: drawableTitle(query.title) };
  const whole = addresses.file(paths.chartSvg({ ...asked, lang: words.language }));
  if (whole === null) return html``;
  const reserved = await reserveLayouts({ query, served, words, baseUrl: '' }, counts);
  return html`<figure class="chart layouts">${reserved.map((it, i) => layoutOf(it, i, whole, subject))}</figure>`;
}

/** One of the widths, in the reader's colours. What is not shown is not fetched. */
function layoutOf({ width, height, asked, view }: Reserved, i: number, whole: string, subject: PageSubject) {
  const { query, words, addresses, served } = subject;
  const src = (theme: Theme | null) => {
    const own = { ...resolveQuery(query), title: drawableTitle(query.title), lang: words.language, theme };
    const sized = { ...own, snapshot: served.id, width: asked };
    const part = addresses.file(paths.chartSvg(sized));
    // A mirror has the picture at one width alone.
    return part === null ? whole : `${part}#svgView(viewBox(${view}))`;
  };
  const dark =
    query.theme === null ? html`<source media="(prefers-color-scheme: dark)" srcset="${src('dark')}">` : '';
  return html`<picture class="layout-${i}">${dark}<img src="${src(query.theme)}" alt="${words.ui.filter.chart}" width="${width}" height="${height}" style="aspect-ratio:${width}/${height}" loading="lazy"></picture>`;
}
