import { countsFor, type LoadedSnapshot } from '@article21/answers';
import { type EmbedQuery, imageKeys } from '@article21/contract';
import { unbroken, type Words } from '@article21/messages';
import { type Counts, emptyQuery, printKeys, printQuery } from '@article21/model';
import { type PictureQuery, periodOf, saidOf } from '@article21/pictures';
import type { Renderer } from '@article21/render';
import { html } from 'hono/html';
import { drawChart } from './chart.ts';
import { controlsOf } from './controls.ts';
import { type EmbedAddresses, layout } from './layout.ts';
import { tableOf } from './table.ts';

type Html = ReturnType<typeof html>;

/** What an embed is made of. */
export interface EmbedSubject {
  picture: PictureQuery;
  query: EmbedQuery;
  served: LoadedSnapshot;
  words: Words;
  addresses: EmbedAddresses;
}

/** The page of a chart inside another page, complete before any script runs. Throws a `HttpProblem` of what cannot be drawn. */
export async function writeEmbed(subject: EmbedSubject, renderer: Renderer): Promise<string> {
  const { picture, query, served, words, addresses } = subject;
  const counts = countsFor(picture, served);
  const drawing = { query: picture, served, words, baseUrl: addresses.site };
  const image = `${addresses.image}?${printKeys(imageKeys, { ...picture.asked, snapshot: served.id })}`;
  const chart = await drawChart(drawing, counts, { renderer, image });
  const said = saidOf(picture, counts, { served, words, baseUrl: addresses.site });
  const shown = { ...emptyQuery, ...picture.asked, lang: words.language, snapshot: served.id };
  const page = `${addresses.site}/?${printQuery({ ...shown, title: null, theme: null })}`;
  const body = html`${banner(served, words)}${headings(said)}
${query.controls ? controlsOf(query, served, words) : ''}
<figure>
<div class="chart" style="${chart.colours}" data-query="${printQuery(shown)}" data-measures="${served.cube.present.join()}">
${chart.picture}
</div>
<figcaption class="hint" role="status" data-failed="${words.ui.state.error}">${words.ui.embed.hint}</figcaption>
</figure>
${tableOf(counts, picture, served, words, page)}
${footer(subject, counts, said.source, page)}`;
  const title = said.headline;
  return layout({ title, body, theme: query.theme, words, addresses, canonical: page });
}

function banner({ snapshot }: LoadedSnapshot, words: Words): Html | string {
  return snapshot.catalogue.meta.synthetic ? html`<p class="hidden">${words.ui.synthetic}</p>` : '';
}

function headings({ title, headline, spoken }: ReturnType<typeof saidOf>): Html {
  const heading =
    title === undefined ? html`<h1 class="hidden">${headline}</h1>` : html`<h1>${unbroken(title)}</h1>`;
  const said = spoken.map((it) => html`<p>${unbroken(it)}</p>`);
  return html`${heading}${said.length > 0 ? html`<div class="sentences">${said}</div>` : ''}`;
}

function footer(
  { picture, served, words }: EmbedSubject,
  counts: Counts,
  source: string,
  page: string,
): Html {
  const period = periodOf(picture, counts, words);
  const { ui } = words;
  const version = [period, `${ui.footer.snapshot} ${served.id}`].filter(Boolean).join(' · ');
  return html`<footer>
<p>${source}</p>
<p>${version}</p>
<p><a href="${page}" target="_blank" rel="noopener">${ui.site}: ${ui.embed.open}</a></p>
</footer>`;
}
